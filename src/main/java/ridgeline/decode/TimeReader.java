package ridgeline.decode;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.OptionalLong;
import ridgeline.domain.Sensor.TimeSource;
import ridgeline.domain.Sensor.TimeUnitOf;

/** Reads a payload's time as configured, to UTC epoch milliseconds. Empty when the text is no such time. Immutable. */
final class TimeReader {
    /** RFC 3339 with any fraction, an offset with or without its colon or minutes, or none at all. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Beyond this a count of milliseconds is none. */
    private static final BigDecimal FARTHEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final TimeSource source;
    private final ZoneId zone;
    private final DateTimeFormatter format;
    private final int decimalShift;

    TimeReader(TimeSource source, ZoneId defaultZone) {
        this.source = source;
        zone = source.zone() == null ? defaultZone : source.zone();
        format = source.pattern() == null
                ? ISO
                : new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(ofProlepticYear(source.pattern()))
                        .toFormatter(Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT);
        decimalShift = switch (source.unit()) {
            case S, AGE_S -> 3;
            case US -> -3;
            case NS -> -6;
            default -> 0;
        };
    }

    /**
     * Strictly, {@code yyyy} is a year of an era and makes no date without one, but everybody writes it; where the pattern
     * names no era, it is read as {@code uuuu}. Quoted text stays as it is.
     */
    private static String ofProlepticYear(String pattern) {
        String[] parts = pattern.split("'", -1);
        for (int i = 0; i < parts.length; i += 2) {
            if (parts[i].indexOf('G') >= 0) return pattern;
            parts[i] = parts[i].replace('y', 'u');
        }
        return String.join("'", parts);
    }

    /** @param arrived when the message came (epoch ms), which an age is counted from */
    OptionalLong read(Found found, int place, long arrived) {
        boolean number = found.kind(place) == Found.Kind.NUMBER;
        if (!number && found.kind(place) != Found.Kind.TEXT) return OptionalLong.empty();
        return switch (source.unit()) {
            case S, MS, US, NS -> count(found, place);
            case AGE_S, AGE_MS -> {
                OptionalLong age = count(found, place);
                yield age.isEmpty() || age.getAsLong() < 0 ? age : OptionalLong.of(arrived - age.getAsLong());
            }
            case ISO8601, PATTERN -> written(found.text(place).trim());
        };
    }

    private OptionalLong count(Found found, int place) {
        if (found.kind(place) == Found.Kind.NUMBER) return epoch(found.number(place), found.text(place));
        String text = PlainNumber.trimmed(found.text(place));
        double number = PlainNumber.read(text, '.');
        return Double.isNaN(number) ? OptionalLong.empty() : epoch(number, text);
    }

    private OptionalLong epoch(double rough, String exact) {
        if (!(Math.abs(rough) < 1e19)) return OptionalLong.empty();
        if (decimalShift == 0 && rough == Math.rint(rough)) return OptionalLong.of((long) rough);
        try {
            BigDecimal millis = new BigDecimal(exact).movePointRight(decimalShift);
            return millis.abs().compareTo(FARTHEST) > 0 ? OptionalLong.empty() : OptionalLong.of(millis.longValue());
        } catch (NumberFormatException | ArithmeticException exponentTooLong) {
            return OptionalLong.empty();
        }
    }

    private OptionalLong written(String text) {
        int slash = source.unit() == TimeUnitOf.ISO8601 ? text.lastIndexOf('/') : -1;
        try {
            // An interval counts by its end.
            TemporalAccessor parsed = format.parseBest(text.substring(slash + 1), Instant::from, LocalDateTime::from);
            if (parsed instanceof LocalDateTime local) return of(local);
            return OptionalLong.of(Instant.from(parsed).toEpochMilli());
        } catch (DateTimeException | ArithmeticException notATime) {
            return OptionalLong.empty();
        }
    }

    /** Empty in the hour that is left out when clocks go forward; the first of the two when they go back. */
    private OptionalLong of(LocalDateTime local) {
        if (zone.getRules().getValidOffsets(local).isEmpty()) return OptionalLong.empty();
        return OptionalLong.of(local.atZone(zone).toInstant().toEpochMilli());
    }
}
