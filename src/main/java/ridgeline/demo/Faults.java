package ridgeline.demo;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ridgeline.demo.world.Noise;
import ridgeline.demo.world.Scenario;
import ridgeline.domain.Quantity;

/**
 * What goes wrong with instruments and their radio links. In every run messages are lost, one instrument is stuck and
 * one reports late; the scenario {@code sensor-faults} adds the rest. Depends on names, times and seed alone.
 */
final class Faults {
    private static final long RADIO = 1, LOST = 2, FIRMWARE = 3, REBOOT = 4;
    private static final long TEN_MINUTES = Duration.ofMinutes(10).toMillis();
    private static final long FROZEN = Duration.ofHours(6).toMillis();
    private static final long LEAST_LATE = Duration.ofMinutes(70).toMillis();
    private static final long BATCH = Duration.ofMinutes(30).toMillis();

    /** What firmware does to one message. */
    enum Kind {
        NONE,
        BROKEN_JSON,
        NOT_A_NUMBER,
        SPIKE,
        WRONG_UNIT,
        CLOCK_OF_1970,
        TWICE
    }

    private final boolean many;
    private final Noise noise;
    private final long firstBatch;
    private final @Nullable Instrument stuck;
    private final @Nullable Instrument late;
    private final @Nullable Instrument wrong;

    /**
     * @param firstBatch when the late instrument first reports after the start, epoch milliseconds
     */
    Faults(Scenario scenario, long seed, long firstBatch, List<Instrument> instruments) {
        this.many = scenario == Scenario.SENSOR_FAULTS;
        this.noise = new Noise(seed ^ Noise.key("faults"));
        this.firstBatch = firstBatch;
        this.stuck = pick(instruments, "stuck", one -> true);
        this.late = pick(instruments, "late", one -> !isStuck(one) && one.carriesTime());
        this.wrong = pick(instruments, "unit", one -> !isStuck(one) && !isLate(one) && hasUnit(one));
    }

    /** The same ones in every run: those with the fewest channels, so that the least is lost to the visitor. */
    private static @Nullable Instrument pick(List<Instrument> from, String what, Predicate<Instrument> fits) {
        return from.stream()
                .filter(fits)
                .min(Comparator.comparingInt(
                                (Instrument one) -> one.sensor().channels().size())
                        .thenComparingLong(one -> one.key() ^ Noise.key(what)))
                .orElse(null);
    }

    boolean isStuck(Instrument instrument) {
        return is(instrument, stuck);
    }

    boolean isLate(Instrument instrument) {
        return is(instrument, late);
    }

    private static boolean is(Instrument instrument, @Nullable Instrument chosen) {
        return chosen != null && instrument.id().equals(chosen.id());
    }

    /** Whether the message is never heard of: ten minutes without a link now and then, and single ones. */
    boolean loses(Instrument instrument, long t) {
        double share = many ? 0.05 : 0.012;
        return noise.unit(instrument.key() + RADIO, Math.floorDiv(t, TEN_MINUTES)) < share
                || noise.unit(instrument.key() + LOST, t) < 0.003;
    }

    /** The moment whose values it shows at {@code t}: an earlier one for hours when it is stuck. */
    long shown(Instrument instrument, long t) {
        return isStuck(instrument) ? Math.floorDiv(t, FROZEN) * FROZEN : t;
    }

    /** When a message of {@code t} is sent: at once, or 70 to 100 minutes later together with its neighbours. */
    long sentAt(Instrument instrument, long t) {
        if (!isLate(instrument) || t <= firstBatch - LEAST_LATE - BATCH) return t;
        return firstBatch - Math.floorDiv(firstBatch - LEAST_LATE - t, BATCH) * BATCH;
    }

    /** What the instrument's firmware does to the message of {@code t}. */
    Kind kind(Instrument instrument, long t) {
        if (!many) return Kind.NONE;
        if (is(instrument, wrong)) return Kind.WRONG_UNIT;
        if (noise.unit(instrument.key() + REBOOT, Math.floorDiv(t, TEN_MINUTES)) < 0.02) return Kind.CLOCK_OF_1970;
        double chance = noise.unit(instrument.key() + FIRMWARE, t);
        if (chance < 0.008) return Kind.BROKEN_JSON;
        if (chance < 0.016) return Kind.NOT_A_NUMBER;
        if (chance < 0.026) return Kind.SPIKE;
        return chance < 0.04 ? Kind.TWICE : Kind.NONE;
    }

    private static boolean hasUnit(Instrument instrument) {
        return instrument.sensor().channels().stream().anyMatch(channel -> inWrongUnit(channel.quantity(), 1) != 1);
    }

    /** The value as it looks to somebody who expects the canonical unit and gets the other usual one. */
    static double inWrongUnit(Quantity quantity, double value) {
        return switch (quantity) {
            case TEMPERATURE, SNOW_TEMPERATURE, WATER_TEMPERATURE -> value * 1.8 + 32;
            case PRESSURE -> value / 10;
            case WIND_SPEED, WIND_GUST -> value * 3.6;
            case CO, HCHO, TVOC -> value * 1_000;
            case SO2, NO2, O3 -> value / 1_000;
            default -> value;
        };
    }

    /** A value far outside anything plausible, as a loose plug makes it. */
    static double spike(double value) {
        return value * 40 + 9_999;
    }
}
