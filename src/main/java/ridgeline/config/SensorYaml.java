package ridgeline.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Sensor;
import ridgeline.domain.Sensor.Format;
import ridgeline.domain.Sensor.State;
import ridgeline.domain.Words;

/** Reads one entry under {@code sensors}. */
final class SensorYaml {
    private static final List<String> KEYS = Stream.concat(
                    Stream.of(
                            "id",
                            "venue",
                            "name",
                            "topic",
                            "format",
                            "time",
                            "every",
                            "readings",
                            "missing",
                            "state",
                            "classes",
                            "availability"),
                    DialectYaml.KEYS.stream())
            .toList();

    private final Units units;

    SensorYaml(Units units) {
        this.units = units;
    }

    /** Complete; of no use when a problem was reported. */
    Sensor read(Yaml sensor) {
        sensor.onlyKeys(KEYS);
        String topic = Syntax.topic(sensor.at("topic").required());
        Set<String> captured = topic == null ? Set.of() : Syntax.captures(topic);
        String id = Syntax.or(id(sensor, topic, captured), "");
        Format format = sensor.at("format").required().oneOf(Format.class);
        PlaceYaml places = new PlaceYaml(format, captured);
        return new Sensor(
                id,
                Syntax.or(sensor.at("venue").required().text(Syntax.ID, Syntax.AN_ID), ""),
                Syntax.or(sensor.at("name").words(), new Words(Map.of("en", id))),
                Syntax.or(topic, ""),
                Syntax.or(format, Format.JSON),
                TimeYaml.read(sensor.at("time"), format, places),
                sensor.at("every").duration(),
                new ReadingYaml(units, format, places, sensor.at("missing"))
                        .read(sensor.at("readings").required()),
                Syntax.or(sensor.at("state").oneOf(State.class), State.ACTIVE),
                ClassesYaml.read(sensor.at("classes")),
                DialectYaml.read(sensor, format, places),
                AvailabilityYaml.read(sensor.at("availability")));
    }

    private static @Nullable String id(Yaml sensor, @Nullable String topic, Set<String> captured) {
        Yaml place = sensor.at("id").required();
        String id = place.text(Syntax.SENSOR_ID, Syntax.A_SENSOR_ID);
        if (id == null || topic == null) return id;
        Set<String> known = new LinkedHashSet<>(captured);
        known.addAll(
                sensor.at("capture").isMap() ? sensor.at("capture").entries().keySet() : Set.of());
        for (String capture : Syntax.captures(id)) {
            if (known.contains(capture)) continue;
            String names = known.isEmpty() ? "no capture, for topic has none" : "{" + String.join("}, {", known) + "}";
            place.problem("uses {" + capture + "}, which neither topic nor capture names, allowed: " + names);
        }
        return id;
    }
}
