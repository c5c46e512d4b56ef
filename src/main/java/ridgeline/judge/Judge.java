package ridgeline.judge;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ridgeline.domain.Absence;
import ridgeline.domain.AirIndex;
import ridgeline.domain.Change;
import ridgeline.domain.DayMean;
import ridgeline.domain.HourSum;
import ridgeline.domain.Judged;
import ridgeline.domain.MinuteSum;
import ridgeline.domain.Reading;
import ridgeline.domain.SectionClass;
import ridgeline.domain.Series;
import ridgeline.domain.Stagnation;
import ridgeline.domain.Verdict;
import ridgeline.standard.Place;
import ridgeline.standard.Profiles;
import ridgeline.standard.Standards;

/**
 * Turns stored readings into verdicts and indices. Confined to one thread.
 *
 * <p>A reading costs a few additions. Averages are formed when they can have changed: when a minute ends for series with
 * limits on minutes, when an hour ends for all, when a late reading or a correction reaches back, and when a series falls
 * silent or speaks again.
 */
public final class Judge {
    private static final long NEVER = Long.MIN_VALUE;

    private final Roster roster;
    private final Days days;
    private final Bench bench;
    private final WindChill chill;
    private final Corrections corrections;
    private final NewDays newDays;
    private final List<Watched> marked = new ArrayList<>();
    /** Whose months and years are to be judged yet. */
    private final Deque<Watched> waiting = new ArrayDeque<>();

    private long judgedHour = NEVER;
    private long judgedMinute = NEVER;
    private long today = NEVER;
    private long nextSilence = Long.MAX_VALUE;

    /**
     * What a judge must know of the site.
     *
     * @param placeOf where a series is measured
     * @param every the expected interval of a series, empty when it is not known
     * @param zone whose days are kept for months and years
     */
    public record Ground(
            Profiles profiles,
            Function<Series, Place> placeOf,
            Function<Series, Optional<Duration>> every,
            ZoneId zone) {}

    /** @param past what is stored, every observed change included */
    public Judge(Standards standards, Ground ground, Past past) {
        roster = new Roster(ground.placeOf(), ground.every(), standards.briskQuantities());
        days = new Days(roster, past, ground.zone());
        newDays = new NewDays(past);
        bench = new Bench(standards, ground.profiles(), roster, newDays);
        chill = new WindChill(roster);
        corrections = new Corrections(past);
    }

    /**
     * The indices that stood at an instant of the past.
     *
     * @param sums hours of air stations from the start of the day before on; later ones than the instant do no harm
     */
    public static List<AirIndex> indicesAt(Standards standards, long at, List<HourSum> sums, Ground ground) {
        Judge judge = new Judge(new Standards(List.of(), standards.indices()), ground, Past.NOTHING);
        judge.restore(
                sums.stream().filter(sum -> sum.hour() < HourRing.hourOf(at)).toList(), List.of());
        judge.judge(at);
        return judge.indices();
    }

    /** Takes in what storing a reading did. */
    public void observe(Change change) {
        Reading reading = change.reading();
        if (!bench.judges(reading.series().quantity())) return;
        Watched series = watch(reading.series());
        if (change.isCorrection()) corrections.note(series, reading.t());
        else if (reading.quality().counts()) series.add(reading.t(), reading.value());
        series.heard(reading.t());
        boolean reachesBack = HourRing.hourOf(reading.t()) < judgedHour;
        if (reachesBack || change.isCorrection()) days.touched(series, reading.t(), today);
        if (reachesBack || series.wasStale()) mark(series);
    }

    /** Takes the series of devices that are gone for stale from now on, until the next reading of each. */
    public void silent(Absence absence) {
        for (Watched series : roster.all()) {
            if (absence.covers(series.series().sensorId()) && series.silenced(absence.t())) mark(series);
        }
    }

    /**
     * Takes over what the store knows of the last two days and the open hour, before the first reading.
     *
     * <p>When a series was last heard is then known to the minute only; it may pass for fresh that much longer.
     */
    public void restore(List<HourSum> sums, List<MinuteSum> minutes) {
        for (HourSum sum : sums) {
            if (!bench.judges(sum.series().quantity()) || sum.minutes() == 0) continue;
            Watched series = watch(sum.series());
            series.ring().restore(sum);
            int last = Long.SIZE - Long.numberOfLeadingZeros(sum.minutes());
            series.heard(sum.hour() * HourRing.HOUR_MS + last * 60_000L - 1);
        }
        for (MinuteSum minute : minutes) {
            Watched series = roster.find(minute.series().id());
            if (series == null || !series.isBrisk()) continue;
            series.recent().restore(minute);
            series.heard((minute.minute() + 1) * MinuteRing.MINUTE_MS - 1);
        }
    }

    /**
     * Takes over the verdicts given before a restart, so that a status keeps the instant since when it holds and a
     * silent series its last value. Give only those of series that are still configured.
     */
    public void restoreSince(List<Verdict> verdicts) {
        for (Verdict verdict : verdicts) {
            if (!bench.judges(verdict.quantity())) continue;
            int sensorEnd =
                    verdict.seriesId().length() - verdict.quantity().id().length() - 1;
            String sensorId = verdict.seriesId().substring(0, sensorEnd);
            watch(Series.of(sensorId, verdict.venueId(), verdict.quantity()))
                    .verdicts()
                    .put(verdict.key(), verdict);
        }
    }

    /**
     * Judges what changed since the last call: with each committed batch, and at least once a minute so that hours end
     * and silence shows without readings.
     *
     * @param now epoch milliseconds
     */
    public Judgement judge(long now) {
        long minute = MinuteRing.minuteOf(now);
        boolean newMinute = minute != judgedMinute;
        corrections.apply().forEach(this::mark);
        for (int i = 0; i < Sitting.MOST_CALENDARS && !waiting.isEmpty(); i++) mark(waiting.remove());
        markDue(now);
        List<DayMean> formed = newMinute && !days.isEmpty() ? days.take() : List.of();
        newDays.replace(formed);
        judgedMinute = minute;
        if (marked.isEmpty()) return formed.isEmpty() ? Judgement.NOTHING : new Judgement(Judged.NOTHING, formed);
        Sitting sitting = new Sitting(bench, now, today);
        for (Watched series : List.copyOf(marked)) {
            if (!newMinute || !series.isBrisk()) continue;
            Watched chilled = chill.refresh(series.series(), minute);
            if (chilled != null) mark(chilled);
        }
        for (Watched series : marked) {
            if (sitting.judge(series)) waiting.add(series);
            series.unmark(now);
            if (!series.wasStale()) nextSilence = Math.min(nextSilence, series.staleAt() + 1);
        }
        marked.clear();
        return new Judgement(sitting.close(), formed);
    }

    /** Whether months or years are to be judged yet, at the next call. */
    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    private void markDue(long now) {
        long hour = HourRing.hourOf(now);
        if (hour != judgedHour) {
            long day = days.dayOf(now);
            if (day != today) days.ended(day);
            today = day;
            judgedHour = hour;
            roster.all().forEach(this::mark);
            return;
        }
        if (MinuteRing.minuteOf(now) != judgedMinute) {
            for (Watched series : roster.all()) if (series.isBrisk()) mark(series);
        }
        if (now >= nextSilence) markFallenSilent(now);
    }

    private void markFallenSilent(long now) {
        nextSilence = Long.MAX_VALUE;
        for (Watched series : roster.all()) {
            if (series.wasStale()) continue;
            if (now > series.staleAt()) mark(series);
            else nextSilence = Math.min(nextSilence, series.staleAt() + 1);
        }
    }

    /** All that was said last and still holds. */
    public Judged judged() {
        return new Judged(verdicts(), indices(), sections(), stagnations(), List.of());
    }

    /** All verdicts as last judged. One whose standard is no longer in force is not among them. */
    public List<Verdict> verdicts() {
        return roster.all().stream()
                .flatMap(series -> series.verdicts().values().stream())
                .sorted(Comparator.comparing(Verdict::key))
                .toList();
    }

    /** All indices as last judged. */
    public List<AirIndex> indices() {
        return bench.indices();
    }

    public List<SectionClass> sections() {
        return bench.sections();
    }

    public List<Stagnation> stagnations() {
        return bench.stagnations();
    }

    private Watched watch(Series series) {
        Watched known = roster.find(series.id());
        if (known != null) return known;
        Watched added = roster.add(series);
        mark(added);
        return added;
    }

    private void mark(Watched series) {
        if (series.mark()) marked.add(series);
    }
}
