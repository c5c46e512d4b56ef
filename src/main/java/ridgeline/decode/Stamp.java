package ridgeline.decode;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import ridgeline.domain.Quality;
import ridgeline.domain.Sensor;

/**
 * The time a message's readings are stored under, and what that time says about them.
 *
 * @param own whether it came with the payload and is believed
 */
record Stamp(long t, boolean own, Quality trust) {
    private static final long LATE = Duration.ofHours(1).toMillis();
    private static final long AHEAD = Duration.ofMinutes(5).toMillis();
    private static final long EARLIEST = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();

    /** @param expected whether the sensor is configured to carry its time */
    static Stamp of(OptionalLong own, boolean expected, long arrived) {
        if (!expected) return new Stamp(arrived, false, Quality.GOOD);
        if (own.isEmpty()) return new Stamp(arrived, false, Quality.SUSPECT_CLOCK);
        long t = own.getAsLong();
        if (t < EARLIEST || t - arrived > AHEAD) return new Stamp(arrived, false, Quality.SUSPECT_CLOCK);
        return new Stamp(t, true, arrived - t > LATE ? Quality.LATE : Quality.GOOD);
    }

    /** The gravest thing to say about a value wins. */
    Quality quality(Sensor.State state, Sensor.Channel channel, double value) {
        if (state == Sensor.State.MAINTENANCE) return Quality.MAINTENANCE;
        if (channel.range() != null && !channel.range().contains(value)) return Quality.IMPLAUSIBLE;
        return trust;
    }
}
