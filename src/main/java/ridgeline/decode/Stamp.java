package ridgeline.decode;

import java.time.Duration;
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

    static boolean isBelieved(long t, long earliest, long arrived) {
        return t >= earliest && t - arrived <= AHEAD;
    }

    static Stamp own(long t, long arrived) {
        return new Stamp(t, true, arrived - t > LATE ? Quality.LATE : Quality.GOOD);
    }

    /** @param expected whether the payload should have carried a time that can be believed */
    static Stamp onArrival(boolean expected, long arrived) {
        return new Stamp(arrived, false, expected ? Quality.SUSPECT_CLOCK : Quality.GOOD);
    }

    /** The gravest thing to say about a value wins. */
    Quality quality(Sensor.State state, Sensor.Channel channel, double value) {
        if (state == Sensor.State.MAINTENANCE) return Quality.MAINTENANCE;
        if (channel.range() != null && !channel.range().contains(value)) return Quality.IMPLAUSIBLE;
        return trust;
    }
}
