package ridgeline.standard;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Where an instant stands, in hours since the epoch.
 *
 * @param end the hours before it are closed
 * @param today first hour of the natural day
 * @param yesterday first hour of the day before
 */
record Hours(long end, long today, long yesterday) {
    static Hours at(long now, ZoneId zone) {
        ZonedDateTime midnight =
                Instant.ofEpochMilli(now).atZone(zone).toLocalDate().atStartOfDay(zone);
        return new Hours(HourRing.hourOf(now), hour(midnight), hour(midnight.minusDays(1)));
    }

    private static long hour(ZonedDateTime start) {
        return HourRing.hourOf(start.toInstant().toEpochMilli());
    }
}
