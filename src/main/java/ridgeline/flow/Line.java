package ridgeline.flow;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ridgeline.decode.Decoder;
import ridgeline.domain.Committed;
import ridgeline.feed.Arrival;
import ridgeline.feed.Inbox;
import ridgeline.feed.SessionFilters;
import ridgeline.judge.Judge;
import ridgeline.lane.Lane;
import ridgeline.store.ReadingLog;
import ridgeline.store.StoreException;

/**
 * Takes what the feed brought and does everything that matters with it, batch by batch, on the writer lane. A batch that cannot be
 * stored is kept and tried again: nothing of it was acknowledged. A message that makes the program fail is set aside, alone.
 */
public final class Line implements AutoCloseable, SessionFilters {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    /** Enough to spread one fsync over, few enough to stay well below the latency promised. */
    private static final int LARGEST_BATCH = 8000;

    /** For memory to come back; nothing else ends that. */
    private static final Duration AFTER_EXHAUSTION = Duration.ofSeconds(1);

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Lane writer;
    private final Inbox inbox;
    private final BatchSource batches;
    private final Consumer<Committed> screen;
    private final InstantSource clock;
    private final Tally tally = new Tally();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final List<Arrival> taken = new ArrayList<>();
    private final Pace pace = new Pace();
    private final Setback setback;
    private boolean closed;

    /** @param makeJudge a judge that knows what the log knows; called whenever the log was opened anew */
    public Line(
            Lane writer,
            Inbox inbox,
            Supplier<ReadingLog> openLog,
            Function<ReadingLog, Judge> makeJudge,
            Decoder decoder,
            Consumer<Committed> screen,
            InstantSource clock) {
        this.writer = writer;
        this.inbox = inbox;
        batches = new BatchSource(openLog, makeJudge, decoder, tally);
        this.screen = screen;
        this.clock = clock;
        setback = new Setback(clock);
    }

    /** Opens the database and begins to work; throws {@link StoreException} when it cannot be opened. */
    public void start() {
        try {
            writer.submit(batches::get).join();
        } catch (java.util.concurrent.CompletionException failure) {
            if (failure.getCause() instanceof StoreException store) throw store;
            throw failure;
        }
        inbox.onArrival(this::wake);
        writer.every(TICK, this::tick);
    }

    /** Shows all verdicts and indices there are, as after a start. */
    public void showJudged() {
        writer.execute(() -> {
            if (attemptNothing()) show(batches.get().judged(clock.millis()));
        });
    }

    public Tally tally() {
        return tally;
    }

    public LineStatus status() {
        return setback.status();
    }

    /** On the thread that brought an arrival. */
    private void wake() {
        if (scheduled.get() || !scheduled.compareAndSet(false, true)) return;
        writer.execute(this::drain);
    }

    private void drain() {
        if (closed) return;
        if (taken.isEmpty()) {
            long left = pace.nanosLeft(inbox.size());
            if (left > 0) {
                writer.after(Duration.ofNanos(left), this::drain);
                return;
            }
            inbox.drainTo(taken, LARGEST_BATCH);
        }
        if (!storeTaken()) return;
        scheduled.set(false);
        if (!inbox.isEmpty()) wake();
    }

    /**
     * Stores, acknowledges and shows all that was taken; false when the rest has to be tried again, which is then already
     * planned. A batch that makes the program fail is halved until the one message that does it is alone.
     */
    private boolean storeTaken() {
        int most = taken.size();
        while (!taken.isEmpty()) {
            List<Arrival> some = List.copyOf(taken.subList(0, Math.min(most, taken.size())));
            try {
                if (!attempt(some)) return false;
                most = taken.size();
            } catch (RuntimeException | StackOverflowError bug) {
                batches.drop();
                most = some.size() / 2;
                if (most > 0) continue;
                if (!setAside(some.get(0), bug)) return false;
                most = taken.size();
            } catch (Error exhausted) {
                batches.drop();
                writer.after(AFTER_EXHAUSTION, this::drain);
                throw exhausted;
            }
            taken.subList(0, some.size()).clear();
        }
        return true;
    }

    /** Hours end and sensors fall silent without any message; while a batch waits to be retried, that retry does it. */
    private void tick() {
        if (taken.isEmpty()) attemptNothing();
    }

    private boolean attemptNothing() {
        if (closed) return false;
        try {
            return attempt(List.of());
        } catch (RuntimeException bug) {
            LOG.error("judging without any message made the program fail", bug);
            batches.drop();
            return false;
        }
    }

    /** Stores, acknowledges and shows a batch; false when it has to be tried again, which is then already planned. */
    private boolean attempt(List<Arrival> arrivals) {
        Committed committed;
        try {
            long before = System.nanoTime();
            committed = batches.get()
                    .store(arrivals, clock.millis(), !setback.status().isGood());
            if (!arrivals.isEmpty() || !committed.isEmpty()) {
                pace.committed();
                tally.commits.increment();
                tally.commitNanos.add(System.nanoTime() - before);
            }
        } catch (StoreException failure) {
            failed(failure, !arrivals.isEmpty());
            return false;
        }
        setback.recovered();
        Arrival.acknowledge(arrivals);
        if (!committed.isEmpty()) show(committed);
        return true;
    }

    private void failed(StoreException failure, boolean again) {
        batches.drop();
        tally.failures.increment();
        Duration wait = setback.failed(failure);
        if (again) writer.after(wait, this::drain);
    }

    /** Keeps the one message that breaks the program from ever stopping the others; false when it has to be tried again. */
    private boolean setAside(Arrival arrival, Throwable bug) {
        LOG.error("a message made the program fail; it is set aside", bug);
        try {
            batches.get().quarantine(arrival, "internal error: " + bug, clock.millis());
        } catch (StoreException failure) {
            failed(failure, true);
            return false;
        } catch (RuntimeException another) {
            failed(new StoreException("setting a message aside", another), true);
            return false;
        }
        if (arrival instanceof Arrival.Message message) message.acknowledge();
        return true;
    }

    private void show(Committed committed) {
        try {
            screen.accept(committed);
        } catch (RuntimeException bug) {
            LOG.error("a commit could not be shown; it is stored", bug);
        }
    }

    @Override
    public Set<String> read() {
        return writer.submit(() -> withLog(ReadingLog::sessionFilters)).join();
    }

    @Override
    public void write(Set<String> filters) {
        writer.submit(() -> withLog(log -> {
                    log.sessionFilters(filters);
                    return true;
                }))
                .join();
    }

    private <T> T withLog(Function<ReadingLog, T> work) {
        try {
            return work.apply(batches.get().log());
        } catch (StoreException spent) {
            batches.drop();
            throw spent;
        }
    }

    /** Commits and acknowledges what the inbox still holds, then closes the database for good. */
    @Override
    public void close() {
        writer.submit(() -> {
                    if (closed) return true;
                    closed = true;
                    do {
                        if (taken.isEmpty()) inbox.drainTo(taken, LARGEST_BATCH);
                    } while (storeTaken() && !inbox.isEmpty());
                    batches.drop();
                    return true;
                })
                .join();
    }
}
