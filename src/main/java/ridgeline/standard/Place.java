package ridgeline.standard;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Venue;

/**
 * Where a sensor stands, as far as standards care.
 *
 * @param classes of the sensor itself, id or family of a standard to the class; they go before those of the venue, and
 *     {@link #NONE} keeps the standard from judging it
 */
public record Place(Venue venue, Map<String, String> classes) {
    public static final String NONE = "none";

    public Place {
        classes = Map.copyOf(classes);
    }

    /** A venue that nothing is known of. */
    public static Place of(String venueId) {
        return new Place(
                new Venue(venueId, new ridgeline.domain.Words(Map.of()), null, null, null, null, Map.of(), null),
                Map.of());
    }

    @Nullable
    String classFor(Edition edition) {
        String own = named(classes, edition);
        return own != null ? own : named(venue.classes(), edition);
    }

    private static @Nullable String named(Map<String, String> classes, Edition edition) {
        String exact = classes.get(edition.id());
        return exact != null ? exact : classes.get(edition.family());
    }
}
