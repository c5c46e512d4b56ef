package ridgeline.domain;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One configured instrument: where it is heard and how its payload reads. Its id and topic may hold {@code {name}}
 * captures; then it stands for one sensor per device.
 *
 * @param every expected interval between readings, null when it is not known
 * @param classes id or family of a standard to the class this sensor's place has, before that of its venue
 */
public record Sensor(
        String id,
        String venueId,
        Words name,
        String topic,
        Format format,
        @Nullable TimeSource time,
        @Nullable Duration every,
        List<Channel> channels,
        State state,
        Map<String, String> classes) {
    public Sensor {
        channels = List.copyOf(channels);
        classes = Map.copyOf(classes);
    }

    /** A sensor that is judged by the classes of its venue. */
    public Sensor(
            String id,
            String venueId,
            Words name,
            String topic,
            Format format,
            @Nullable TimeSource time,
            @Nullable Duration every,
            List<Channel> channels,
            State state) {
        this(id, venueId, name, topic, format, time, every, channels, state, Map.of());
    }

    public enum Format {
        JSON,
        NUMBER
    }

    public enum State {
        ACTIVE,
        MAINTENANCE,
        RETIRED
    }

    public enum TimeUnitOf {
        S,
        MS,
        US,
        NS,
        ISO8601,
        PATTERN
    }

    /**
     * Where the payload carries its time.
     *
     * @param at JSON Pointer (RFC 6901)
     * @param pattern a {@link java.time.format.DateTimeFormatter} pattern, only with {@link TimeUnitOf#PATTERN}
     * @param zone what a time without a zone means
     */
    public record TimeSource(
            String at,
            TimeUnitOf unit,
            @Nullable String pattern,
            @Nullable ZoneId zone) {}

    /**
     * One quantity in the payload.
     *
     * @param at JSON Pointer (RFC 6901); empty for a payload that is the value itself
     * @param unit as configured; the conversion to the canonical unit is {@code factor * x + shift}, then
     *     {@code scale} and {@code offset}
     */
    public record Channel(
            Quantity quantity,
            String at,
            String unit,
            double factor,
            double shift,
            double scale,
            double offset,
            @Nullable Range range) {
        public double canonical(double carried) {
            return (carried * factor + shift) * scale + offset;
        }
    }

    /** Plausible values, both ends included, in the canonical unit. */
    public record Range(double low, double high) {
        public boolean contains(double value) {
            return value >= low && value <= high;
        }
    }
}
