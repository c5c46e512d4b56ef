package ridgeline.domain;

import org.jspecify.annotations.Nullable;

/**
 * A place that is judged: a snow venue, the village, or a river section (断面).
 *
 * @param latitude degrees, WGS 84
 * @param longitude degrees, WGS 84
 * @param profile which set of limits applies now, null for the usual one
 */
public record Venue(
        String id,
        Words name,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String profile) {}
