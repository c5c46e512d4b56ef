package ridgeline.domain;

import java.text.Normalizer;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One configured instrument: where it is heard and how its payload reads. Its id and topic may hold {@code {name}}
 * captures; then it stands for one sensor per device.
 *
 * @param every expected interval between readings, null when it is not known
 * @param classes id or family of a standard to the class this sensor's place has, before that of its venue
 * @param dialect what the payload needs beyond its format
 * @param availability where it is said whether the device is there, null where it is not
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
        Map<String, String> classes,
        Dialect dialect,
        @Nullable Availability availability) {
    public Sensor {
        channels = List.copyOf(channels);
        classes = Map.copyOf(classes);
    }

    /** A sensor that needs no more than its format, judged by the classes of its venue. */
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
        this(id, venueId, name, topic, format, time, every, channels, state, Map.of(), Dialect.PLAIN, null);
    }

    public enum Format {
        JSON,
        NUMBER,
        TEXT,
        CSV,
        INFLUX,
        SENML,
        SPARKPLUG,
        HJ212,
        BYTES;

        /** Whether a payload is rows of named values; otherwise places are paths through a tree. */
        public boolean hasColumns() {
            return this != JSON && this != NUMBER && this != BYTES;
        }

        /** Where the format itself carries its time, so that no sensor has to say so; null where it does not. */
        public @Nullable TimeSource ownTime() {
            if (this == INFLUX) return new TimeSource("time", TimeUnitOf.NS, null, null);
            if (this == SENML) return new TimeSource("t", TimeUnitOf.S, null, null);
            if (this == SPARKPLUG) return new TimeSource("time", TimeUnitOf.MS, null, null);
            if (this == HJ212) return new TimeSource("DataTime", TimeUnitOf.PATTERN, "yyyyMMddHHmmss", null);
            return null;
        }
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
        PATTERN,
        /** Seconds that have passed since, when the message arrives. */
        AGE_S,
        AGE_MS
    }

    /**
     * Where the payload carries its time.
     *
     * @param at a {@link Pointer} or a column
     * @param pattern a {@link java.time.format.DateTimeFormatter} pattern, only with {@link TimeUnitOf#PATTERN}
     * @param zone what a time without a zone means
     * @param earliest what lies before it (epoch ms) is no time of measurement but an unset clock
     * @param accept conditions without which this time is not used
     * @param otherwise where else to look when there is no usable time here
     */
    public record TimeSource(
            String at,
            TimeUnitOf unit,
            @Nullable String pattern,
            @Nullable ZoneId zone,
            long earliest,
            List<Guard> accept,
            @Nullable TimeSource otherwise) {
        /** 2020-01-01T00:00:00Z. */
        public static final long EARLIEST = 1_577_836_800_000L;

        public TimeSource {
            accept = List.copyOf(accept);
        }

        public TimeSource(String at, TimeUnitOf unit, @Nullable String pattern, @Nullable ZoneId zone) {
            this(at, unit, pattern, zone, EARLIEST, List.of(), null);
        }
    }

    /**
     * One quantity in the payload.
     *
     * @param at a {@link Pointer} or a column; empty for a payload that is the value itself
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
            @Nullable Range range,
            Details details) {
        public Channel(
                Quantity quantity,
                String at,
                String unit,
                double factor,
                double shift,
                double scale,
                double offset,
                @Nullable Range range) {
            this(quantity, at, unit, factor, shift, scale, offset, range, Details.NONE);
        }

        public double canonical(double carried) {
            return (carried * factor + shift) * scale + offset;
        }
    }

    /**
     * What few quantities need.
     *
     * @param otherwise where else to look when nothing is at the channel's place, in order
     * @param unitFrom where the payload says its unit, null when the configuration does
     * @param accept conditions without which the value is not read
     * @param trust conditions without which the value is kept but not believed
     * @param missing what stands for no value
     * @param time instead of the sensor's, null for the sensor's
     */
    public record Details(
            List<String> otherwise,
            @Nullable UnitSource unitFrom,
            List<Guard> accept,
            List<Guard> trust,
            Missing missing,
            @Nullable TimeSource time) {
        public static final Details NONE = new Details(List.of(), null, List.of(), List.of(), Missing.USUAL, null);

        public Details {
            otherwise = List.copyOf(otherwise);
            accept = List.copyOf(accept);
            trust = List.copyOf(trust);
        }
    }

    /**
     * A unit that the payload names.
     *
     * @param at a {@link Pointer} or a column
     * @param conversions by what stands there, {@link #plain plain}
     * @param otherwise where nothing stands there; null when the value cannot be used then
     */
    public record UnitSource(
            String at,
            Map<String, Linear> conversions,
            @Nullable Linear otherwise) {
        public UnitSource {
            conversions = Map.copyOf(conversions);
        }

        /** A unit's text without white space, full-width letters and cases; both Greek mu are u. */
        public static String plain(String unit) {
            return Normalizer.normalize(unit, Normalizer.Form.NFKC)
                    .replace('\u03bc', 'u')
                    .replaceAll("\\s+", "")
                    .toLowerCase(Locale.ROOT);
        }
    }

    /** From a carried value to the canonical unit: {@code factor * x + shift}. */
    public record Linear(double factor, double shift) {}

    /** Plausible values, both ends included, in the canonical unit. */
    public record Range(double low, double high) {
        public boolean contains(double value) {
            return value >= low && value <= high;
        }
    }
}
