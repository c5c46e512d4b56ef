package ridgeline.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a row of a table was measured.
 *
 * @param t epoch milliseconds; of a day its start
 * @param wholeDay whether it named a day and no time of it
 */
record RowTime(long t, boolean wholeDay) {
    /** What may be written, for messages. */
    static final String ALLOWED = "2019-07-18, 2019-07-18T12:00, 2019-07-18T12:00:00+08:00 or epoch milliseconds";

    /** From 1973 on: seconds and days without dashes have fewer digits. */
    private static final Pattern EPOCH_MS = Pattern.compile("[0-9]{12,14}");

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** @param zone of times that name none */
    static Optional<RowTime> read(String field, ZoneId zone) {
        String text = field.strip();
        if (EPOCH_MS.matcher(text).matches()) return Optional.of(new RowTime(Long.parseLong(text), false));
        try {
            return Optional.of(of(ISO.parse(withT(text)), zone));
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    private static String withT(String text) {
        return text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
    }

    private static RowTime of(TemporalAccessor parsed, ZoneId zone) {
        if (!parsed.isSupported(ChronoField.HOUR_OF_DAY)) {
            return new RowTime(ms(LocalDate.from(parsed).atStartOfDay(zone).toInstant()), true);
        }
        LocalDateTime local = LocalDateTime.from(parsed);
        ZoneId said = parsed.isSupported(ChronoField.OFFSET_SECONDS) ? ZoneOffset.from(parsed) : zone;
        return new RowTime(ms(local.atZone(said).toInstant()), false);
    }

    private static long ms(Instant instant) {
        return instant.toEpochMilli();
    }
}
