package ridgeline.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ridgeline.demo.world.Noise;
import ridgeline.demo.world.Scenario;
import ridgeline.demo.world.Weather;
import ridgeline.domain.Sensor;
import ridgeline.feed.Outbox;

/**
 * Publishes what the configured sensors would: live from the first moment, and between, newest first, what they stored of
 * the past, one message a minute and sensor. All work is done on its own thread; a slow broker makes it wait and then send fewer
 * messages of the time it missed.
 */
public final class Simulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final Duration PAST = Duration.ofHours(30);
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final Duration USUAL_INTERVAL = Duration.ofMinutes(1);
    private static final double SHORTEST_REAL_MS = 500;
    private static final long TICK_MS = 20;

    /** Of the past between two looks at what is due now: little enough that live readings are not kept waiting. */
    private static final int PAST_AT_ONCE = 500;

    /** When one instrument measures next, and when that is sent. */
    private record Turn(Instrument instrument, long every, long t, long due) {}

    private final InstantSource clock;
    private final Weather weather;
    private final Noise noise;
    private final Faults faults;
    private final Outbox outbox;
    private final List<Instrument> instruments = new ArrayList<>();
    private final double speed;
    private final PriorityQueue<Turn> turns = new PriorityQueue<>(Comparator.comparingLong(Turn::due)
            .thenComparing(turn -> turn.instrument().id()));
    private final PriorityQueue<Turn> past =
            new PriorityQueue<>(Comparator.comparingLong(Turn::t).reversed().thenComparing(turn -> turn.instrument()
                    .id()));
    private final PriorityQueue<Turn> held =
            new PriorityQueue<>(Comparator.comparingLong(Turn::due).thenComparingLong(Turn::t));
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "simulator"));
    private @Nullable ScheduledFuture<?> ticking;
    private long pastFrom;

    /**
     * @param sensors as configured; retired ones are left out
     * @param clock the kiosk's clock, see {@link SimClock}
     * @param speed of that clock
     * @param seed another seed is another winter
     */
    public Simulator(
            URI broker, List<Sensor> sensors, InstantSource clock, Scenario scenario, double speed, long seed) {
        this.clock = clock;
        this.speed = speed;
        for (Sensor sensor : sensors)
            if (sensor.state() != Sensor.State.RETIRED && !sensor.channels().isEmpty() && Payload.canSay(sensor))
                instruments.addAll(Instrument.of(paced(sensor, speed)));
        this.weather = new Weather(scenario, clock.instant(), seed);
        this.noise = new Noise(seed);
        this.faults = new Faults(scenario, seed, clock.millis() + MINUTE, instruments);
        this.outbox = new Outbox(broker, "simulator-" + Long.toHexString(Noise.key(broker.toString())));
    }

    /** The sensor as it reports while time runs {@code speed} times faster: at most twice in a real second. */
    public static Sensor paced(Sensor sensor, double speed) {
        Duration every = sensor.every();
        Duration shortest = Duration.ofMillis((long) (speed * SHORTEST_REAL_MS));
        if (every == null || every.compareTo(shortest) >= 0) return sensor;
        return new Sensor(
                sensor.id(),
                sensor.venueId(),
                sensor.name(),
                sensor.topic(),
                sensor.format(),
                sensor.time(),
                shortest,
                sensor.channels(),
                sensor.state(),
                sensor.classes(),
                sensor.dialect(),
                sensor.availability());
    }

    /** Begins to publish, to be called once. Returns at once; when the broker is away it is waited for. */
    public void start() {
        long now = clock.millis();
        pastFrom = now - PAST.toMillis();
        for (Instrument instrument : instruments) {
            long every = every(instrument);
            long first = aligned(instrument, now, Math.min(every, MINUTE));
            turns.add(turn(instrument, every, first));
            long step = Math.max(every, MINUTE);
            if (instrument.carriesTime()) past.add(turn(instrument, step, first - step));
        }
        ticking = thread.scheduleWithFixedDelay(this::tick, 0, TICK_MS, TimeUnit.MILLISECONDS);
    }

    private long every(Instrument instrument) {
        Duration every = instrument.sensor().every();
        if (every == null) every = USUAL_INTERVAL;
        return Math.max(every.toMillis(), (long) (speed * SHORTEST_REAL_MS));
    }

    /** A whole second after {@code from}, another one for each instrument, so that they do not speak in chorus. */
    private static long aligned(Instrument instrument, long from, long within) {
        long second = 1_000;
        return Math.floorDiv(from, second) * second
                + Math.floorMod(instrument.key(), Math.max(1, within / second)) * second;
    }

    private void tick() {
        try {
            do {
                publishDue();
            } while (publishPast());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closing
        } catch (RuntimeException e) {
            LOG.error("a simulated message was left out, the next one follows", e);
        }
    }

    private void publishDue() throws InterruptedException {
        for (Turn turn = turns.peek(); turn != null && turn.due() <= clock.millis(); turn = turns.peek()) {
            turns.remove();
            turns.add(following(turn));
            publish(turn.instrument(), turn.t());
        }
        for (Turn turn = held.peek(); turn != null && turn.due() <= clock.millis(); turn = held.peek()) {
            held.remove();
            publish(turn.instrument(), turn.t());
        }
    }

    /** A few more of the past; what a late sensor still holds back becomes due like everything else. */
    private boolean publishPast() throws InterruptedException {
        for (int i = 0; i < PAST_AT_ONCE; i++) {
            Turn turn = past.poll();
            if (turn == null) return false;
            long before = turn.t() - turn.every();
            if (before >= pastFrom) past.add(turn(turn.instrument(), turn.every(), before));
            if (turn.due() <= clock.millis()) publish(turn.instrument(), turn.t());
            else held.add(turn);
        }
        return true;
    }

    /** The next measurement; while far behind, of the past minute by minute only, or none when it carries no time. */
    private Turn following(Turn turn) {
        long behind = clock.millis() - turn.due();
        boolean far = behind > 2 * Math.max(MINUTE, turn.every());
        long next = turn.t() + (far ? Math.max(MINUTE, turn.every()) : turn.every());
        if (far && !turn.instrument().carriesTime()) next = clock.millis();
        return turn(turn.instrument(), turn.every(), next);
    }

    private Turn turn(Instrument instrument, long every, long t) {
        return new Turn(instrument, every, t, faults.sentAt(instrument, t));
    }

    private void publish(Instrument instrument, long t) throws InterruptedException {
        if (faults.loses(instrument, t)) return;
        double[] values = instrument.measured(weather, noise, faults.shown(instrument, t));
        String topic = instrument.topic();
        switch (faults.kind(instrument, t)) {
            case NONE -> send(topic, instrument.message(t, values));
            case BROKEN_JSON -> {
                String whole = instrument.message(t, values);
                send(topic, whole.substring(0, whole.length() * 2 / 3));
            }
            case NOT_A_NUMBER -> {
                values[0] = Double.NaN;
                send(topic, instrument.message(t, values));
            }
            case SPIKE -> {
                values[0] = Faults.spike(values[0]);
                send(topic, instrument.message(t, values));
            }
            case WRONG_UNIT -> {
                for (int i = 0; i < values.length; i++)
                    values[i] = Faults.inWrongUnit(
                            instrument.sensor().channels().get(i).quantity(), values[i]);
                send(topic, instrument.message(t, values));
            }
            case CLOCK_OF_1970 -> send(topic, instrument.message(Math.floorMod(t, MINUTE * 10), values));
            case TWICE -> {
                send(topic, instrument.message(t, values));
                send(topic, instrument.message(t, values));
            }
        }
    }

    private void send(String topic, String payload) throws InterruptedException {
        outbox.send(topic, payload.getBytes(StandardCharsets.UTF_8));
    }

    /** Stops publishing within about three seconds; once closed it cannot be started again. */
    @Override
    public void close() {
        if (ticking != null) ticking.cancel(true);
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(2, TimeUnit.SECONDS)) LOG.warn("the simulator did not stop in 2 s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        outbox.close();
    }
}
