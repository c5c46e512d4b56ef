package ridgeline.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Sensor;
import ridgeline.domain.Site;
import ridgeline.domain.Venue;
import ridgeline.domain.Venue.Slope;
import ridgeline.domain.Words;

/** Reads {@code sensors.yaml}: the venues, and the sensors that stand there. */
final class SensorsYaml {
    /** Metres: below the Dead Sea and above Everest nobody measures. */
    private static final double LOWEST = -450;

    private static final double HIGHEST = 9000;

    private final Yaml root;
    /** Where each venue id was first given. */
    private final Map<String, Yaml> venues = new HashMap<>();

    SensorsYaml(Yaml root) {
        this.root = root;
    }

    /** Complete; of no use when a problem was reported. */
    Site read() {
        root.onlyKeys("venues", "sensors", "reference");
        List<Venue> read = new ArrayList<>();
        for (Yaml venue : root.at("venues").required().items()) {
            if (root.isHopeless()) break;
            read.add(venue(venue));
        }
        return new Site(read, sensors());
    }

    private Venue venue(Yaml venue) {
        venue.onlyKeys("id", "name", "location", "altitude", "profile", "classes", "slope");
        Yaml place = venue.at("id").required();
        String id = Syntax.or(place.text(Syntax.ID, Syntax.AN_ID), "");
        if (!id.isEmpty()) once(id, place, venues);
        List<Yaml> location = venue.at("location").items(2, "[latitude, longitude] in degrees, WGS 84");
        return new Venue(
                id,
                Syntax.or(venue.at("name").words(), new Words(Map.of("en", id))),
                location.isEmpty() ? null : location.get(0).number(-90, 90),
                location.isEmpty() ? null : location.get(1).number(-180, 180),
                venue.at("altitude").number(LOWEST, HIGHEST),
                venue.at("profile").text(Syntax.ID, Syntax.AN_ID),
                ClassesYaml.read(venue.at("classes")),
                slope(venue.at("slope")));
    }

    private @Nullable Slope slope(Yaml at) {
        if (!at.isPresent()) return null;
        at.onlyKeys("low", "high");
        String low = at.at("low").required().text(Syntax.ID, Syntax.AN_ID);
        String high = at.at("high").required().text(Syntax.ID, Syntax.AN_ID);
        return low == null || high == null ? null : new Slope(low, high);
    }

    private List<Sensor> sensors() {
        List<Sensor> sensors = new ArrayList<>();
        Map<String, Yaml> ids = new HashMap<>();
        SensorYaml reader = new SensorYaml(units(root.at("reference")));
        for (Yaml sensor : root.at("sensors").required().items()) {
            if (root.isHopeless()) break;
            Sensor read = reader.read(sensor);
            sensors.add(read);
            if (!read.id().isEmpty()) once(Syntax.shape(read.id()), sensor.at("id"), ids);
            Yaml venue = sensor.at("venue");
            if (!read.venueId().isEmpty() && !venues.containsKey(read.venueId()))
                venue.problem("is " + venue.shown() + Nearest.hint(read.venueId(), venues.keySet())
                        + ", allowed: the id of a venue in this file (" + listed() + ")");
        }
        return sensors;
    }

    /** At what temperature and pressure ppb and ppm of a gas become a mass. */
    private static Units units(Yaml reference) {
        reference.onlyKeys("kelvin", "hPa");
        return new Units(
                Syntax.or(reference.at("kelvin").number(200, 400), Units.REFERENCE_KELVIN),
                Syntax.or(reference.at("hPa").number(300, 1200), Units.REFERENCE_HPA));
    }

    private String listed() {
        return venues.isEmpty()
                ? "there is none"
                : String.join(", ", venues.keySet().stream().sorted().toList());
    }

    static void once(String id, Yaml place, Map<String, Yaml> seen) {
        Yaml first = seen.putIfAbsent(id, place);
        if (first != null)
            place.problem("is " + place.shown() + " again, first in line " + first.line() + ", allowed: each id once");
    }
}
