package ridgeline.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ridgeline.config.Settings;
import ridgeline.domain.Sensor;
import ridgeline.domain.Series;
import ridgeline.domain.Site;
import ridgeline.domain.Words;
import ridgeline.live.Freshness;
import ridgeline.standard.Judge;
import ridgeline.standard.Standards;
import ridgeline.web.Failures.Refusal;

/**
 * What is configured, for answers and for the first event of a stream. Immutable.
 *
 * @param ground what a judge must know of the site
 * @param version of the program; a screen that sees another one reloads itself
 * @param rate how fast the kiosk's clock runs against real time: 1, except in a speeded-up demo
 */
record Catalogue(
        Settings.Kiosk kiosk,
        Site site,
        Standards standards,
        Judge.Ground ground,
        Freshness freshness,
        String version,
        double rate) {
    /** Series of sensors without captures in their id; the others are known once they were heard. */
    List<Series> configuredSeries() {
        return site.sensors().stream()
                .filter(sensor -> sensor.id().indexOf('{') < 0)
                .flatMap(sensor -> sensor.channels().stream()
                        .map(channel -> Series.of(sensor.id(), sensor.venueId(), channel.quantity())))
                .toList();
    }

    Words nameOf(Series series) {
        @Nullable Sensor sensor = freshness.sensor(series.sensorId());
        return sensor == null ? new Words(java.util.Map.of("en", series.sensorId())) : sensor.name();
    }

    /** The venue a request asks for, null for all of them. */
    @Nullable
    String venueIn(Query query) {
        String asked = query.text("venue");
        if (asked == null || site.venues().stream().anyMatch(venue -> venue.id().equals(asked))) return asked;
        throw new Refusal(404, "venue: there is no '" + asked + "'");
    }
}
