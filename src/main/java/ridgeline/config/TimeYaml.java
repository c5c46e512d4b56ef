package ridgeline.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
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

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern ZONED = Pattern.compile("[VzOXxZ]");

    private TimeYaml() {}

    /** One time, or several of which the first usable one counts. */
    static @Nullable TimeSource read(Yaml time, @Nullable Format format, PlaceYaml places) {
        if (!time.isPresent()) return null;
        if (format == Format.NUMBER) {
            time.problem("is given, allowed: nothing, for a payload of format number holds no time");
            return null;
        }
        TimeSource own = format == null ? null : format.ownTime();
        if (!time.isList()) return one(time, own, places, null);
        List<Yaml> all = time.items();
        if (all.isEmpty()) time.problem("is empty, allowed: one time or a list of them");
        TimeSource first = null;
        for (int i = all.size() - 1; i >= 0; i--) first = one(all.get(i), own, places, first);
        return first;
    }

    /** @param own what counts where the entry says nothing, null for formats that carry no time by themselves */
    private static TimeSource one(
            Yaml time, @Nullable TimeSource own, PlaceYaml places, @Nullable TimeSource otherwise) {
        time.onlyKeys("at", "unit", "pattern", "zone", "earliest", "accept");
        boolean same = own != null && !time.at("unit").isPresent();
        TimeUnitOf unit =
                own != null && same ? own.unit() : time.at("unit").required().oneOf(TimeUnitOf.class);
        String pattern = own != null && same && !time.at("pattern").isPresent()
                ? own.pattern()
                : pattern(time.at("pattern"), unit);
        List<String> at = own != null && !time.at("at").isPresent()
                ? List.of(own.at())
                : places.oneOrMore(time.at("at").required());
        ZoneId zone = zone(time.at("zone"), unit, same ? null : pattern);
        TimeSource source = otherwise;
        for (int i = Math.max(at.size(), 1) - 1; i >= 0; i--)
            source = new TimeSource(
                    at.isEmpty() ? "" : at.get(i),
                    Syntax.or(unit, TimeUnitOf.MS),
                    pattern,
                    zone,
                    earliest(time.at("earliest")),
                    places.guards(time.at("accept")),
                    source);
        return Syntax.or(source, new TimeSource("", TimeUnitOf.MS, null, null));
    }

    private static long earliest(Yaml place) {
        String allowed = "a day such as 2015-01-01";
        String day = place.text(DAY, allowed);
        if (day == null) return TimeSource.EARLIEST;
        try {
            return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        } catch (DateTimeException wrong) {
            place.refuse(allowed);
            return TimeSource.EARLIEST;
        }
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
