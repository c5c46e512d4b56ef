package ridgeline.flow;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ridgeline.config.StandardFile;
import ridgeline.decode.Decoder;
import ridgeline.domain.Availability;
import ridgeline.domain.Committed;
import ridgeline.domain.Dialect;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Sensor;
import ridgeline.domain.Series;
import ridgeline.domain.Site;
import ridgeline.domain.Words;
import ridgeline.feed.Arrival;
import ridgeline.feed.Inbox;
import ridgeline.judge.Judge;
import ridgeline.lane.Lane;
import ridgeline.standard.Place;
import ridgeline.standard.Profiles;
import ridgeline.standard.Standards;
import ridgeline.store.History;
import ridgeline.store.QuarantineEntry;
import ridgeline.store.ReadingLog;
import ridgeline.store.StoreException;
import ridgeline.testing.Keeping;

/** A line on a real database, between an inbox that the test fills and a screen that remembers. */
final class Spine implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final long NOON = Instant.parse("2026-11-24T04:00:00Z").toEpochMilli();
    private static final Standards STANDARDS = StandardFile.builtIn().standards();
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    final AtomicLong now = new AtomicLong(NOON);
    final AtomicInteger openFailures = new AtomicInteger();
    final AtomicInteger judgeFailures = new AtomicInteger();
    final List<Integer> acknowledged = new CopyOnWriteArrayList<>();
    final List<Committed> shown = new CopyOnWriteArrayList<>();
    final Inbox inbox = new Inbox(32 << 20);
    final Lane writer = new Lane("writer");
    final Line line;

    private final Path file;
    private Consumer<Integer> onAcknowledged = id -> {};
    private Consumer<Committed> onShown = committed -> {};

    private volatile String beforeOpening = "";

    Spine(Path folder) {
        file = folder.resolve("ridgeline.db");
        ReadingLog.open(file, Keeping.everything(ZONE)).close();
        line = new Line(
                writer,
                inbox,
                this::openLog,
                this::judge,
                new Decoder(new Site(List.of(), List.of(sensor())), ZONE),
                committed -> {
                    onShown.accept(committed);
                    shown.add(committed);
                },
                () -> Instant.ofEpochMilli(now.get()));
    }

    /** {@code air/<device>} carries {@code {"t":…,"v":…}}; without its time it is stamped on arrival, and suspect. */
    private static Sensor sensor() {
        return new Sensor(
                "{device}",
                "genting",
                new Words(Map.of()),
                "air/{device}",
                Sensor.Format.JSON,
                new Sensor.TimeSource("/t", Sensor.TimeUnitOf.MS, null, null),
                Duration.ofMinutes(1),
                List.of(new Sensor.Channel(Quantity.PM25, "/v", "ug/m3", 1, 0, 1, 0, null)),
                Sensor.State.ACTIVE,
                Map.of(),
                Dialect.PLAIN,
                new Availability("air/{device}/lwt", null, Availability.USUALLY_ONLINE, Availability.USUALLY_OFFLINE));
    }

    private ReadingLog openLog() {
        if (openFailures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new StoreException("opening the database: the disk is on fire");
        }
        if (!beforeOpening.isEmpty()) sql(beforeOpening);
        beforeOpening = "";
        return ReadingLog.open(file, Keeping.everything(ZONE));
    }

    /** A change to the file that only another program could make, at a moment when the line has it closed. */
    Spine beforeOpening(String sql) {
        beforeOpening = sql;
        return this;
    }

    private Judge judge(ReadingLog log) {
        if (judgeFailures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("no judge today");
        }
        return new Judge(
                STANDARDS,
                new Judge.Ground(Profiles.none(ZONE), series -> Place.of(series.venueId()), Spine::every, ZONE),
                new StoredPast(log));
    }

    private static Optional<Duration> every(Series series) {
        if (series.sensorId().equals("poison")) throw new IllegalStateException("a judge's bug");
        return Optional.of(Duration.ofMinutes(1));
    }

    Spine started() {
        line.start();
        return this;
    }

    Spine onAcknowledged(Consumer<Integer> listener) {
        onAcknowledged = listener;
        return this;
    }

    Spine onShown(Consumer<Committed> listener) {
        onShown = listener;
        return this;
    }

    void opened(boolean sessionPresent) {
        inbox.offer(new Arrival.Opened(1, now.get(), sessionPresent));
    }

    void offer(int packetId, String device, long t, double value) {
        offer(packetId, "air/" + device, "{\"t\":" + t + ",\"v\":" + value + "}", null);
    }

    /** As the broker repeats a message after a reconnect: marked. */
    void offerAgain(int packetId, String topic, String payload) {
        offer(packetId, topic, payload, true, null);
    }

    void offer(int packetId, String topic, String payload, @Nullable String flaw) {
        offer(packetId, topic, payload, false, flaw);
    }

    private void offer(int packetId, String topic, String payload, boolean again, @Nullable String flaw) {
        inbox.offer(new Arrival.Message(
                topic, payload.getBytes(StandardCharsets.UTF_8), packetId, false, again, now.get(), flaw, id -> {
                    onAcknowledged.accept(id);
                    acknowledged.add(id);
                }));
    }

    /** What arrives meanwhile makes one batch. */
    void whileTheLaneIsBusy(Runnable arrivals) {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(1);
        writer.execute(() -> {
            busy.countDown();
            await(done);
        });
        await(busy);
        arrivals.run();
        done.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) throw new AssertionError("never came");
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never: " + what + "; acknowledged " + acknowledged.size() + ", waiting "
                        + inbox.bytes() + " bytes, " + line.status());
            }
            LockSupport.parkNanos(500_000);
        }
    }

    void untilAcknowledged(int count) {
        until(count + " acknowledged", () -> acknowledged.size() >= count);
    }

    List<Reading> stored(String device) {
        try (History history = History.open(file, ZONE)) {
            return history.page(device + ".pm25", 0, Long.MAX_VALUE, null, 1_000_000)
                    .readings();
        }
    }

    List<QuarantineEntry> quarantine() {
        try (History history = History.open(file, ZONE)) {
            return history.quarantine(100);
        }
    }

    History history() {
        return History.open(file, ZONE);
    }

    private void sql(String statement) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    long counted(String result) {
        return line.tally().messages().get(result).sum();
    }

    @Override
    public void close() {
        line.close();
        writer.close();
    }
}
