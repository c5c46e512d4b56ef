package ridgeline.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import ridgeline.domain.Quality;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Series;

/** Words for the store's tests. */
final class Readings {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;
    static final long NOON = at("2026-11-24T04:00:00Z");

    static final Series PM25 = Series.of("air", "genting", Quantity.PM25);
    static final Series WIND = Series.of("mast", "genting", Quantity.WIND_DIRECTION);

    private Readings() {}

    static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    static Reading reading(long t, double value) {
        return new Reading(PM25, t, value, Quality.GOOD, true);
    }

    static Reading reading(long t, double value, Quality quality) {
        return new Reading(PM25, t, value, quality, true);
    }

    static Reading wind(long t, double from) {
        return new Reading(WIND, t, from, Quality.GOOD, true);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Reading onArrival(long t, double value) {
        return new Reading(PM25, t, value, Quality.GOOD, false);
    }
}
