package ridgeline.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place that is judged: a snow venue, the village, or a river section (断面).
 *
 * @param latitude degrees, WGS 84
 * @param longitude degrees, WGS 84
 * @param altitude metres above sea level, null when it is not given
 * @param profile which set of limits applies outside the calendar, null for the usual one
 * @param classes standard id or family to the class this place has, for example {@code gb3838} to {@code III}
 * @param slope the sensors whose temperatures show an inversion, null without such a pair
 */
public record Venue(
        String id,
        Words name,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double altitude,
        @Nullable String profile,
        Map<String, String> classes,
        @Nullable Slope slope) {
    public Venue {
        classes = Map.copyOf(classes);
    }

    /** Two sensors of temperature at one slope, by id. */
    public record Slope(String low, String high) {}
}
