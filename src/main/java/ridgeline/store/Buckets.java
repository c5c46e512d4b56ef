package ridgeline.store;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The averaging buckets: minutes and hours of UTC, days of the kiosk's zone. Where midnight falls within an hour of UTC, that
 * hour belongs to the day in which it begins. Confined to one thread.
 */
final class Buckets {
    static final long MINUTE = 60_000;
    static final long HOUR = 3_600_000;
    static final long DAY = 86_400_000;

    private final ZoneId zone;
    private long dayFrom;
    private long dayTo;

    Buckets(ZoneId zone) {
        this.zone = zone;
    }

    static long floor(long t, long size) {
        return Math.floorDiv(t, size) * size;
    }

    /** Start of the calendar day that holds {@code t}; the last answer is kept, since readings come in time order. */
    long dayOf(long t) {
        if (t < dayFrom || t >= dayTo) {
            var date = Instant.ofEpochMilli(t).atZone(zone).toLocalDate();
            dayFrom = date.atStartOfDay(zone).toInstant().toEpochMilli();
            dayTo = date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
        }
        return dayFrom;
    }

    long dayAfter(long dayStart) {
        dayOf(dayStart);
        return dayTo;
    }
}
