package ridgeline.kiosk;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import ridgeline.domain.Sensor;
import ridgeline.domain.Site;
import ridgeline.domain.Venue;
import ridgeline.live.Freshness;
import ridgeline.standard.Judge;
import ridgeline.standard.Place;
import ridgeline.standard.Profiles;

/** What a judge needs to know of the site. */
final class Grounds {
    private Grounds() {}

    static Judge.Ground of(Site site, Profiles profiles, Freshness freshness, ZoneId zone) {
        Map<String, Venue> venues = new HashMap<>();
        for (Venue venue : site.venues()) venues.put(venue.id(), venue);
        return new Judge.Ground(
                profiles,
                series -> {
                    Venue venue = venues.get(series.venueId());
                    Sensor sensor = freshness.sensor(series.sensorId());
                    if (venue == null) return Place.of(series.venueId());
                    return new Place(venue, sensor == null ? Map.of() : sensor.classes());
                },
                freshness::every,
                zone);
    }
}
