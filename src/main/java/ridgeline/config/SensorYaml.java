package ridgeline.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.domain.Sensor;
import ridgeline.domain.Sensor.Channel;
import ridgeline.domain.Sensor.Format;
import ridgeline.domain.Sensor.Range;
import ridgeline.domain.Sensor.State;
import ridgeline.domain.Words;

/** Reads one entry under {@code sensors}. */
final class SensorYaml {
    /** Formats of the product that this version does not decode. */
    private static final Set<String> COMING = Set.of("text", "csv", "senml", "sparkplug", "hj212");

    private static final List<String> QUANTITIES =
            Arrays.stream(Quantity.values()).map(Quantity::id).toList();

    private final Units units;

    SensorYaml(Units units) {
        this.units = units;
    }

    /** Complete; of no use when a problem was reported. */
    Sensor read(Yaml sensor) {
        sensor.onlyKeys("id", "venue", "name", "topic", "format", "time", "every", "readings", "state", "classes");
        String topic = Syntax.topic(sensor.at("topic").required());
        String id = Syntax.or(id(sensor.at("id").required(), topic), "");
        Format format = format(sensor.at("format").required());
        return new Sensor(
                id,
                Syntax.or(sensor.at("venue").required().text(Syntax.ID, Syntax.AN_ID), ""),
                Syntax.or(sensor.at("name").words(), new Words(Map.of("en", id))),
                Syntax.or(topic, ""),
                Syntax.or(format, Format.JSON),
                TimeYaml.read(sensor.at("time"), format),
                sensor.at("every").duration(),
                channels(sensor.at("readings").required(), format),
                Syntax.or(sensor.at("state").oneOf(State.class), State.ACTIVE),
                ClassesYaml.read(sensor.at("classes")));
    }

    private static @Nullable String id(Yaml place, @Nullable String topic) {
        String id = place.text(Syntax.SENSOR_ID, Syntax.A_SENSOR_ID);
        if (id == null || topic == null) return id;
        Set<String> captured = Syntax.captures(topic);
        for (String capture : Syntax.captures(id)) {
            if (captured.contains(capture)) continue;
            String names =
                    captured.isEmpty() ? "no capture, for topic has none" : "{" + String.join("}, {", captured) + "}";
            place.problem("uses {" + capture + "}, which topic does not capture, allowed: " + names);
        }
        return id;
    }

    private static @Nullable Format format(Yaml place) {
        String choices = "json, number";
        String named = place.raw(choices);
        if (named == null || !COMING.contains(named)) return place.oneOf(Format.class);
        place.problem("is " + named + ", which is not available yet, allowed: " + choices);
        return null;
    }

    private List<Channel> channels(Yaml readings, @Nullable Format format) {
        List<Channel> channels = new ArrayList<>();
        Map<Quantity, Yaml> seen = new EnumMap<>(Quantity.class);
        for (Yaml reading : readings.items()) {
            if (reading.isHopeless()) break;
            reading.onlyKeys("quantity", "at", "unit", "scale", "offset", "range");
            Yaml place = reading.at("quantity").required();
            Quantity quantity =
                    Quantity.of(Syntax.or(place.oneOf(QUANTITIES), "")).orElse(null);
            if (quantity == null) continue;
            Yaml first = seen.putIfAbsent(quantity, place);
            if (first != null)
                place.problem("is " + place.shown() + " again, first in line " + first.line()
                        + ", allowed: each quantity once in a sensor");
            channels.add(channel(reading, quantity, format));
        }
        int count = readings.items().size();
        if (readings.isList() && count == 0) readings.problem("is empty, allowed: a list of one reading or more");
        if (format == Format.NUMBER && count > 1)
            readings.problem(
                    "holds " + count + " readings, allowed: one, for with format number the payload is the value");
        return channels;
    }

    private Channel channel(Yaml reading, Quantity quantity, @Nullable Format format) {
        Yaml unit = reading.at("unit").required();
        // The unit one is the only number that is a unit; it needs no quotes.
        String written = unit.shown().equals("1") ? "1" : unit.text();
        Conversion conversion = written == null ? null : units.compile(written, quantity);
        if (written != null && conversion == null) unit.refuse(UnitNames.allowed(quantity) + " for " + quantity.id());
        Conversion sound = Syntax.or(conversion, Conversion.NONE);
        Double scale = reading.at("scale").number();
        if (scale != null && scale == 0) reading.at("scale").refuse("a number other than 0");
        return new Channel(
                quantity,
                at(reading.at("at"), format),
                Syntax.or(written, ""),
                sound.factor(),
                sound.shift(),
                Syntax.or(scale, 1.0),
                Syntax.or(reading.at("offset").number(), 0.0),
                range(reading.at("range"), quantity));
    }

    private static String at(Yaml at, @Nullable Format format) {
        if (format == Format.NUMBER && at.isPresent() && !"".equals(at.raw("no pointer")))
            at.problem("is given, allowed: nothing, for with format number the payload is the value");
        if (format == Format.NUMBER) return "";
        return Syntax.or(Syntax.pointer(format == null ? at : at.required()), "");
    }

    private static @Nullable Range range(Yaml range, Quantity quantity) {
        List<Yaml> ends = range.items(2, "[low, high] in " + quantity.unit());
        if (ends.isEmpty()) return null;
        Double low = ends.get(0).number();
        Double high = ends.get(1).number();
        if (low == null || high == null) return null;
        if (low >= high)
            range.problem("goes from " + YamlNumbers.plain(low) + " to " + YamlNumbers.plain(high)
                    + ", allowed: [low, high] in " + quantity.unit() + " with low below high");
        return new Range(low, high);
    }
}
