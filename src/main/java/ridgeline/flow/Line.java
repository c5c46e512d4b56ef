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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ridgeline.decode.Decoder;
import ridgeline.domain.Committed;
import ridgeline.feed.Arrival;
import ridgeline.feed.Inbox;
import ridgeline.feed.SessionFilters;
import ridgeline.lane.Lane;
import ridgeline.standard.Judge;
import ridgeline.store.ReadingLog;
import ridgeline.store.StoreException;

/**
 * Takes what the feed brought and does everything that matters with it, batch by batch, on the writer lane. A batch that cannot be
 * stored is kept and tried again: nothing of it was acknowledged. A message that makes the program fail is set aside, alone.
 */
public final class Line implements AutoCloseable, SessionFilters {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    /** Enough to spread one fsync over, few enough to stay well below the latency promised. */
    private static final int LARGEST_BATCH = 4000;

    /** Commits are this far apart at least: each costs an fsync, a flash card's life and every viewer's attention. */
    private static final Duration PACE = Duration.ofMillis(20);

    /** More than this waiting, and waiting for company makes no sense. */
    private static final int CROWD_BYTES = 256 * 1024;

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final Lane writer;
    private final Inbox inbox;
    private final Supplier<ReadingLog> openLog;
    private final Function<ReadingLog, Judge> makeJudge;
    private final Decoder decoder;
    private final Consumer<Committed> screen;
    private final InstantSource clock;
    private final Tally tally = new Tally();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final List<Arrival> taken = new ArrayList<>();
    private @Nullable Batch batch;
    private long lastCommit = System.nanoTime() - PACE.toNanos();
    private Duration retry = FIRST_RETRY;
    private boolean oneByOne;
    /** On the writer lane; work that was planned before the end must not open the database again. */
    private boolean closed;

    private volatile LineStatus status;

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
        this.openLog = openLog;
        this.makeJudge = makeJudge;
        this.decoder = decoder;
        this.screen = screen;
        this.clock = clock;
        status = new LineStatus(null, clock.millis());
    }

    /** Opens the database and begins to work; throws {@link StoreException} when it cannot be opened. */
    public void start() {
        try {
            writer.submit(this::batch).join();
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
            if (attempt(List.of()) && batch != null) show(batch.judged(clock.millis()));
        });
    }

    public Tally tally() {
        return tally;
    }

    public LineStatus status() {
        return status;
    }

    /** On the thread that brought an arrival. */
    private void wake() {
        if (scheduled.get() || !scheduled.compareAndSet(false, true)) return;
        Duration wait = inbox.bytes() > CROWD_BYTES ? Duration.ZERO : untilNextCommit();
        if (wait.isZero()) writer.execute(this::drain);
        else writer.after(wait, this::drain);
    }

    private Duration untilNextCommit() {
        long left = PACE.toNanos() - (System.nanoTime() - lastCommit);
        return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
    }

    private void drain() {
        if (closed) return;
        if (taken.isEmpty()) inbox.drainTo(taken, oneByOne ? 1 : LARGEST_BATCH);
        if (!attempt(taken)) return;
        taken.clear();
        scheduled.set(false);
        if (!inbox.isEmpty()) wake();
    }

    /** Hours end and sensors fall silent without any message; while a batch waits to be retried, that retry does it. */
    private void tick() {
        if (!closed && taken.isEmpty() && System.nanoTime() - lastCommit > TICK.toNanos() / 2) attempt(List.of());
    }

    /** Stores, acknowledges and shows a batch; false when it has to be tried again, which is then already planned. */
    private boolean attempt(List<Arrival> arrivals) {
        Committed committed;
        try {
            long before = System.nanoTime();
            committed = batch().store(arrivals, clock.millis());
            lastCommit = System.nanoTime();
            if (!arrivals.isEmpty() || !committed.isEmpty()) {
                tally.commits.increment();
                tally.commitNanos.add(lastCommit - before);
            }
        } catch (StoreException failure) {
            failed(failure, !arrivals.isEmpty());
            return false;
        } catch (RuntimeException bug) {
            return setAside(arrivals, bug);
        }
        recovered();
        for (Arrival arrival : arrivals) if (arrival instanceof Arrival.Message message) message.acknowledge();
        if (oneByOne && inbox.isEmpty()) oneByOne = false;
        if (!committed.isEmpty()) show(committed);
        return true;
    }

    private Batch batch() {
        if (batch == null) {
            ReadingLog log = openLog.get();
            batch = new Batch(log, makeJudge.apply(log), decoder, tally);
        }
        return batch;
    }

    private void failed(StoreException failure, boolean again) {
        drop();
        tally.failures.increment();
        String problem = failure.getMessage();
        if (status.isGood()) LOG.error("nothing can be stored: {}; trying again in {}", problem, retry, failure);
        status = new LineStatus(problem, status.isGood() ? clock.millis() : status.since());
        if (again) writer.after(retry, this::drain);
        retry = retry.multipliedBy(2).compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : retry.multipliedBy(2);
    }

    private void recovered() {
        if (status.isGood()) return;
        LOG.info("storing again");
        status = new LineStatus(null, clock.millis());
        retry = FIRST_RETRY;
    }

    /** Finds the one message of a batch that breaks the program, and keeps it from ever stopping the others. */
    private boolean setAside(List<Arrival> arrivals, RuntimeException bug) {
        drop();
        if (arrivals.size() > 1) {
            LOG.error("a batch of {} made the program fail; taking its messages one by one", arrivals.size(), bug);
            oneByOne = true;
            List<Arrival> all = List.copyOf(arrivals);
            for (Arrival one : all) while (!attempt(List.of(one))) if (!status.isGood()) return false;
            return true;
        }
        LOG.error("a message made the program fail; it is set aside", bug);
        if (arrivals.isEmpty()) return false;
        try {
            batch().quarantine(arrivals.get(0), "internal error: " + bug, clock.millis());
        } catch (StoreException failure) {
            failed(failure, true);
            return false;
        }
        if (arrivals.get(0) instanceof Arrival.Message message) message.acknowledge();
        return true;
    }

    private void show(Committed committed) {
        try {
            screen.accept(committed);
        } catch (RuntimeException bug) {
            LOG.error("a commit could not be shown; it is stored", bug);
        }
    }

    private void drop() {
        if (batch == null) return;
        try {
            batch.close();
        } catch (StoreException failure) {
            LOG.debug("closing after a failure", failure);
        }
        batch = null;
    }

    @Override
    public Set<String> read() {
        return writer.submit(() -> batch().log().sessionFilters()).join();
    }

    @Override
    public void write(Set<String> filters) {
        writer.submit(() -> {
                    batch().log().sessionFilters(filters);
                    return true;
                })
                .join();
    }

    /** Commits and acknowledges what the inbox still holds, then closes the database. */
    @Override
    public void close() {
        writer.submit(() -> {
                    while (!inbox.isEmpty() || !taken.isEmpty()) {
                        if (taken.isEmpty()) inbox.drainTo(taken, LARGEST_BATCH);
                        if (!attempt(taken)) break;
                        taken.clear();
                    }
                    drop();
                    closed = true;
                    return true;
                })
                .join();
    }
}
