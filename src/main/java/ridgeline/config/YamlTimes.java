package ridgeline.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spans of time in the forms of ISO 8601 that a configuration needs: upper case, positive, bounded. */
final class YamlTimes {
    private static final Pattern DURATION =
            Pattern.compile("P(?=.)(\\d{1,3}D)?(T(?=.)(\\d{1,6}H)?(\\d{1,6}M)?(\\d{1,9}(\\.\\d{1,9})?S)?)?");
    private static final Pattern PERIOD = Pattern.compile("P(?=.)(\\d{1,4}Y)?(\\d{1,5}M)?(\\d{1,5}W)?(\\d{1,6}D)?");
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final long MOST_MONTHS = 12_000;
    private static final int MOST_DAYS = 366_000;
    private static final String A_DURATION = "an ISO 8601 duration over zero and up to P366D, for example PT5S or PT1M";
    private static final String A_PERIOD = "an ISO 8601 period over zero and up to P1000Y, for example P35D or P2Y";

    private YamlTimes() {}

    static @Nullable Duration duration(Yaml place) {
        String text = place.text(DURATION, A_DURATION);
        if (text == null) return null;
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isZero() && duration.compareTo(LONGEST) <= 0) return duration;
        } catch (DateTimeException e) {
            // The pattern leaves only what cannot be held; it is refused like what is too long.
        }
        place.refuse(A_DURATION);
        return null;
    }

    static @Nullable Period period(Yaml place) {
        String text = place.text(PERIOD, A_PERIOD);
        if (text == null) return null;
        try {
            Period period = Period.parse(text);
            boolean bounded = period.toTotalMonths() <= MOST_MONTHS && period.get(ChronoUnit.DAYS) <= MOST_DAYS;
            if (!period.isZero() && bounded) return period;
        } catch (DateTimeException e) {
            // As above.
        }
        place.refuse(A_PERIOD);
        return null;
    }
}
