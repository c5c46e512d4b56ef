package ridgeline.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Missing;
import ridgeline.domain.Quantity;
import ridgeline.domain.Sensor.Channel;
import ridgeline.domain.Sensor.Details;
import ridgeline.domain.Sensor.Format;
import ridgeline.domain.Sensor.Linear;
import ridgeline.domain.Sensor.Range;
import ridgeline.domain.Sensor.UnitSource;

/** Reads the entries under {@code readings} of one sensor. */
final class ReadingYaml {
    private static final List<String> QUANTITIES =
            Arrays.stream(Quantity.values()).map(Quantity::id).toList();
    /** Where records carry their own unit, so that it need not be configured. */
    private static final Map<Format, String> OWN_UNITS = Map.of(Format.SENML, "u", Format.SPARKPLUG, "engUnit");

    private final Units units;
    private final @Nullable Format format;
    private final PlaceYaml places;
    private final Missing missing;
    /** Where each quantity was first taken from each place. */
    private final Map<List<Object>, Yaml> seen = new HashMap<>();

    ReadingYaml(Units units, @Nullable Format format, PlaceYaml places, Yaml missing) {
        this.units = units;
        this.format = format;
        this.places = places;
        this.missing = and(missing, Missing.USUAL);
    }

    List<Channel> read(Yaml readings) {
        List<Channel> channels = new ArrayList<>();
        for (Yaml reading : readings.items()) {
            if (reading.isHopeless()) break;
            reading.onlyKeys(
                    "quantity", "at", "unit", "scale", "offset", "range", "accept", "trust", "missing", "time");
            Yaml place = reading.at("quantity").required();
            Quantity quantity =
                    Quantity.of(Syntax.or(place.oneOf(QUANTITIES), "")).orElse(null);
            if (quantity == null) continue;
            Channel channel = channel(reading, quantity);
            once(channel, place);
            channels.add(channel);
        }
        int count = readings.items().size();
        if (readings.isList() && count == 0) readings.problem("is empty, allowed: a list of one reading or more");
        if (format == Format.NUMBER
                && channels.stream()
                                .filter(channel -> channel.details().accept().isEmpty())
                                .count()
                        > 1)
            readings.problem("holds " + count
                    + " readings, allowed: one, or several that accept different topics, for with format number the "
                    + "payload is the value");
        return channels;
    }

    private void once(Channel channel, Yaml place) {
        Yaml first = seen.putIfAbsent(
                List.of(channel.quantity(), channel.at(), channel.details().accept()), place);
        if (first != null)
            place.problem("is " + place.shown() + " again from the same place, first in line " + first.line()
                    + ", allowed: another place, or other conditions; the first that is there counts");
    }

    private Channel channel(Yaml reading, Quantity quantity) {
        Yaml unit = reading.at("unit");
        UnitSource named = null;
        String written = null;
        String own = format == null ? null : OWN_UNITS.get(format);
        if (unit.isMap()) named = unitSource(unit, quantity);
        else if (!unit.isPresent() && own != null) named = new UnitSource(own, units.spellings(quantity), null);
        // The unit one is the only number that is a unit; it needs no quotes.
        else written = unit.required().shown().equals("1") ? "1" : unit.text();
        Conversion conversion = written == null ? Conversion.NONE : conversion(unit, written, quantity);
        Double scale = reading.at("scale").number();
        if (scale != null && scale == 0) reading.at("scale").refuse("a number other than 0");
        List<String> at = at(reading.at("at"));
        return new Channel(
                quantity,
                at.isEmpty() ? "" : at.get(0),
                Syntax.or(written, ""),
                conversion.factor(),
                conversion.shift(),
                Syntax.or(scale, 1.0),
                Syntax.or(reading.at("offset").number(), 0.0),
                range(reading.at("range"), quantity),
                new Details(
                        at.isEmpty() ? List.of() : at.subList(1, at.size()),
                        named,
                        places.guards(reading.at("accept")),
                        places.guards(reading.at("trust")),
                        and(reading.at("missing"), missing),
                        TimeYaml.read(reading.at("time"), format, places)));
    }

    private Conversion conversion(Yaml place, String written, Quantity quantity) {
        Conversion conversion = units.compile(written, quantity);
        if (conversion == null) place.refuse(UnitNames.allowed(quantity) + " for " + quantity.id());
        return Syntax.or(conversion, Conversion.NONE);
    }

    private UnitSource unitSource(Yaml unit, Quantity quantity) {
        unit.onlyKeys("at", "codes", "otherwise");
        Map<String, Linear> known = new HashMap<>(units.spellings(quantity));
        unit.at("codes").entries().forEach((code, place) -> {
            Linear conversion = linear(place, quantity);
            known.put(UnitSource.plain(code), conversion);
            known.put(code, conversion);
        });
        Yaml otherwise = unit.at("otherwise");
        return new UnitSource(
                Syntax.or(places.one(unit.at("at").required()), ""),
                known,
                otherwise.isPresent() ? linear(otherwise, quantity) : null);
    }

    private Linear linear(Yaml place, Quantity quantity) {
        String written = place.shown().equals("1") ? "1" : place.text();
        Conversion conversion = written == null ? Conversion.NONE : conversion(place, written, quantity);
        return new Linear(conversion.factor(), conversion.shift());
    }

    private List<String> at(Yaml at) {
        if (format == Format.NUMBER) {
            if (at.isPresent() && !"".equals(at.raw("no pointer")))
                at.problem("is given, allowed: nothing, for with format number the payload is the value");
            return List.of();
        }
        return places.oneOrMore(format == null ? at : at.required());
    }

    private static Missing and(Yaml place, Missing usual) {
        if (!place.isPresent()) return usual;
        List<String> words = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        for (Yaml one : place.isList() ? place.items() : List.of(place)) {
            String text = one.scalar("words and numbers that stand for no value");
            if (text == null) continue;
            try {
                numbers.add(Double.parseDouble(text));
            } catch (NumberFormatException aWord) {
                // Only what is no number is a word.
            }
            words.add(text);
        }
        return usual.and(words, numbers);
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
