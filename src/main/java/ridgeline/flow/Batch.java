package ridgeline.flow;

import java.util.ArrayList;
import java.util.List;
import ridgeline.decode.Decoded;
import ridgeline.decode.Decoder;
import ridgeline.domain.Absence;
import ridgeline.domain.Change;
import ridgeline.domain.Committed;
import ridgeline.domain.Reading;
import ridgeline.feed.Arrival;
import ridgeline.judge.Judge;
import ridgeline.judge.Judgement;
import ridgeline.store.ReadingLog;

/**
 * One open database with the judge that knows what is in it, and what is done with a batch of arrivals: one transaction for
 * readings, rejects, ledger and verdicts. Confined to the writer lane; spent after any exception.
 */
final class Batch implements AutoCloseable {
    private final ReadingLog log;
    private final Judge judge;
    private final Decoder decoder;
    private final Tally tally;

    Batch(ReadingLog log, Judge judge, Decoder decoder, Tally tally) {
        this.log = log;
        this.judge = judge;
        this.decoder = decoder;
        this.tally = tally;
    }

    ReadingLog log() {
        return log;
    }

    /**
     * Without arrivals it judges what time has changed, and forgets a little of what is too old.
     *
     * @param again whether the same arrivals may have been stored before, by a commit that reported a failure
     */
    Committed store(List<Arrival> arrivals, long now, boolean again) {
        if (again) log.triesAgain();
        Counts counts = new Counts();
        List<Reading> stored = new ArrayList<>();
        List<Committed.Gone> gone = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            if (arrival instanceof Arrival.Opened opened) log.opened(opened.sessionPresent(), opened.at());
            else if (arrival instanceof Arrival.Message message) store(message, stored, gone, counts);
        }
        Judgement judgement = judge.judge(now);
        judgement.judged().verdicts().forEach(log::put);
        judgement.judged().ended().forEach(log::endVerdict);
        judgement.days().forEach(log::put);
        if (!arrivals.isEmpty()
                || !judgement.judged().isEmpty()
                || !judgement.days().isEmpty()) log.commit();
        if (arrivals.isEmpty()) log.forgetALittle(now);
        counts.addTo(tally, stored.size());
        return new Committed(now, stored, judgement.judged(), gone);
    }

    /** Everything judged so far. */
    Committed judged(long now) {
        return new Committed(now, List.of(), judge.judged());
    }

    private void store(Arrival.Message message, List<Reading> stored, List<Committed.Gone> gone, Counts counts) {
        if (log.isRedelivered(message.packetId(), message.topic(), message.payload(), message.repeated())) {
            counts.redelivered++;
            return;
        }
        if (message.flaw() != null) {
            counts.rejected++;
            log.quarantine(message.topic(), message.payload(), message.flaw(), message.arrived());
            return;
        }
        Decoded decoded = decoder.decode(message.topic(), message.payload(), message.retained(), message.arrived());
        if (decoded instanceof Decoded.Readings some) {
            for (Reading reading : some.readings()) put(reading, stored, counts);
            if (some.flaw() == null) {
                counts.stored++;
            } else {
                counts.partial++;
                log.quarantine(message.topic(), message.payload(), some.flaw(), message.arrived());
            }
        } else if (decoded instanceof Decoded.Rejected rejected) {
            counts.rejected++;
            log.quarantine(message.topic(), message.payload(), rejected.reason(), message.arrived());
        } else if (decoded instanceof Decoded.Ignored) {
            counts.ignored++;
        } else if (decoded instanceof Decoded.Gone some) {
            counts.ignored++;
            for (Absence absence : some.absences()) {
                judge.silent(absence);
                gone.add(new Committed.Gone(absence, stored.size()));
            }
        } else {
            counts.unmatched++;
        }
    }

    private void put(Reading reading, List<Reading> stored, Counts counts) {
        Change change = log.put(reading);
        if (change == null) return;
        if (change.isCorrection()) counts.corrections++;
        judge.observe(change);
        stored.add(change.reading());
    }

    void quarantine(Arrival arrival, String reason, long now) {
        if (arrival instanceof Arrival.Message message) {
            log.isRedelivered(message.packetId(), message.topic(), message.payload(), message.repeated());
            log.quarantine(message.topic(), message.payload(), reason, now);
        }
        log.commit();
        tally.rejected.increment();
    }

    /** Counted only once the batch is on the disk. */
    private static final class Counts {
        private long stored;
        private long partial;
        private long redelivered;
        private long rejected;
        private long ignored;
        private long unmatched;
        private long corrections;

        private void addTo(Tally tally, int readings) {
            tally.stored.add(stored);
            tally.partial.add(partial);
            tally.redelivered.add(redelivered);
            tally.rejected.add(rejected);
            tally.ignored.add(ignored);
            tally.unmatched.add(unmatched);
            tally.corrections.add(corrections);
            tally.readings.add(readings);
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
