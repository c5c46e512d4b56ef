package ridgeline.config;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Sensor.Format;
import ridgeline.domain.Sensor.TimeSource;
import ridgeline.domain.Sensor.TimeUnitOf;

/** Reads a sensor's {@code time}: where its payload carries the time of measurement, and in which form. */
final class TimeYaml {
    private static final String A_PATTERN = "a pattern of Java's DateTimeFormatter such as yyyyMMddHHmmss";
    /** Quoted text, and what names an offset or a zone outside of it. */
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");

    private static final Pattern ZONED = Pattern.compile("[VzOXxZ]");

    private TimeYaml() {}

    static @Nullable TimeSource read(Yaml time, @Nullable Format format) {
        if (!time.isPresent()) return null;
        if (format == Format.NUMBER) {
            time.problem("is given, allowed: nothing, for a payload of format number holds no time");
            return null;
        }
        time.onlyKeys("at", "unit", "pattern", "zone");
        TimeUnitOf unit = time.at("unit").required().oneOf(TimeUnitOf.class);
        String pattern = pattern(time.at("pattern"), unit);
        return new TimeSource(
                Syntax.or(Syntax.pointer(time.at("at").required()), ""),
                Syntax.or(unit, TimeUnitOf.MS),
                pattern,
                zone(time.at("zone"), unit, pattern));
    }

    private static @Nullable String pattern(Yaml place, @Nullable TimeUnitOf unit) {
        if (unit == TimeUnitOf.PATTERN) place.required();
        else if (unit != null && place.isPresent()) place.problem("is given, allowed: only with unit pattern");
        String pattern = place.text();
        if (pattern == null) return null;
        try {
            var unused = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
            return pattern;
        } catch (IllegalArgumentException e) {
            place.refuse(A_PATTERN);
            return null;
        }
    }

    private static @Nullable ZoneId zone(Yaml place, @Nullable TimeUnitOf unit, @Nullable String pattern) {
        boolean text = unit == TimeUnitOf.PATTERN || unit == TimeUnitOf.ISO8601;
        if (unit != null && !text && place.isPresent())
            place.problem("is given, allowed: only with unit iso8601 or pattern (a count of seconds has no zone)");
        if (unit == TimeUnitOf.PATTERN && pattern != null && !place.isPresent() && !isZoned(pattern))
            place.problem("is missing, allowed: a time zone such as Asia/Shanghai, for the pattern holds none");
        return Syntax.zone(place);
    }

    private static boolean isZoned(String pattern) {
        return ZONED.matcher(QUOTED.matcher(pattern).replaceAll("")).find();
    }
}
