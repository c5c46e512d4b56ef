package ridgeline.domain;

import java.util.List;

/** Everything that {@code sensors.yaml} says: the venues and the sensors that stand there. */
public record Site(List<Venue> venues, List<Sensor> sensors) {
    public Site {
        venues = List.copyOf(venues);
        sensors = List.copyOf(sensors);
    }
}
