package ridgeline.decode;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Absence;
import ridgeline.domain.Availability;
import ridgeline.domain.Dialect;
import ridgeline.domain.Reading;
import ridgeline.domain.Sensor;
import ridgeline.domain.Site;

/** Finds the sensors of a topic and reads its payload as they say. Confined to one thread; never throws on any input. */
public final class Decoder {
    /** A payload beyond this is no reading of a sensor. */
    public static final int LARGEST_PAYLOAD = 64 * 1024;

    private static final int MOST_TOPICS = 20_000;

    private final List<Heard> heard = new ArrayList<>();
    private final Map<String, List<Route>> routes = new HashMap<>();
    private final Map<String, List<Presence>> presences = new HashMap<>();
    private final List<Kept> kept = new ArrayList<>();
    private final Births births = new Births();
    private final Deaths deaths = new Deaths(births);
    private final ZoneId zone;

    private record Heard(TopicFilter filter, Sensor sensor) {}

    private record Kept(TopicFilter filter, Sensor sensor, Availability availability) {}

    /** @param zone what a time without a zone means where its sensor does not say */
    public Decoder(Site site, ZoneId zone) {
        this.zone = zone;
        for (Sensor sensor : site.sensors()) {
            if (sensor.state() != Sensor.State.RETIRED) hear(sensor);
        }
    }

    private void hear(Sensor sensor) {
        TopicFilter filter = new TopicFilter(sensor.topic());
        heard.add(new Heard(filter, sensor));
        if (sensor.format() == Sensor.Format.SPARKPLUG) deaths.watch(filter, sensor);
        Availability availability = sensor.availability();
        if (availability != null) kept.add(new Kept(new TopicFilter(availability.topic()), sensor, availability));
    }

    /** What to subscribe to. */
    public Set<String> subscriptions() {
        Set<String> all = new LinkedHashSet<>();
        for (Heard one : heard) {
            all.add(one.filter().subscription());
            if (one.sensor().format() == Sensor.Format.SPARKPLUG) all.addAll(Deaths.FILTERS);
        }
        for (Kept one : kept) all.add(one.filter().subscription());
        return all;
    }

    /**
     * @param retained whether the broker kept the message from earlier
     * @param arrived when it came (epoch ms)
     */
    public Decoded decode(String topic, byte[] payload, boolean retained, long arrived) {
        List<Route> found = routes(topic);
        List<Presence> said = kept.isEmpty() ? List.of() : presences.getOrDefault(topic, List.of());
        Decoded death = deaths.read(topic, payload, arrived);
        if (found.isEmpty() && said.isEmpty() && death == null) return new Decoded.Unmatched();
        if (payload.length == 0 && death == null) return new Decoded.Ignored("empty payload");
        if (payload.length > LARGEST_PAYLOAD) {
            return new Decoded.Rejected(
                    "payload of " + payload.length + " bytes, at most " + LARGEST_PAYLOAD + " are read");
        }
        if (death != null) return death;
        if (found.size() == 1 && said.isEmpty()) return found.get(0).decode(payload, retained, arrived);
        return merge(Stream.concat(
                        said.stream().map(presence -> presence.read(payload, arrived)),
                        found.stream().map(route -> route.decode(payload, retained, arrived)))
                .toList());
    }

    /** Several sensors may share a topic: what any of them can read counts, what any of them cannot is the flaw. */
    private static Decoded merge(Collection<Decoded> parts) {
        List<Reading> readings = new ArrayList<>();
        List<Reading> held = new ArrayList<>();
        List<Absence> absences = new ArrayList<>();
        String idle = "";
        String flaw = null;
        for (Decoded part : parts) {
            if (part instanceof Decoded.Ignored ignored) {
                if (idle.isEmpty() || (held.isEmpty() && !ignored.held().isEmpty())) idle = ignored.reason();
                held.addAll(ignored.held());
            }
            if (part instanceof Decoded.Gone gone) {
                absences.addAll(gone.absences());
                if (idle.isEmpty()) idle = gone.reason();
            }
            if (part instanceof Decoded.Readings some) {
                readings.addAll(some.readings());
                if (flaw == null) flaw = some.flaw();
            } else if (part instanceof Decoded.Rejected rejected && flaw == null) {
                flaw = rejected.reason();
            }
        }
        if (!absences.isEmpty()) return new Decoded.Gone(idle, absences);
        if (!readings.isEmpty()) return new Decoded.Readings(readings, flaw);
        if (flaw != null) return new Decoded.Rejected(flaw);
        return new Decoded.Ignored(idle, held);
    }

    private List<Route> routes(String topic) {
        List<Route> known = routes.get(topic);
        if (known != null) return known;
        List<Presence> said = new ArrayList<>();
        Set<Sensor> sayers = new HashSet<>();
        for (Kept one : kept) {
            Map<String, String> captured = one.filter().match(topic);
            if (captured == null) continue;
            said.add(new Presence(one.sensor(), one.availability(), captured));
            sayers.add(one.sensor());
        }
        List<Route> made = new ArrayList<>();
        for (Heard one : heard) {
            if (sayers.contains(one.sensor())) continue; // its filter is wide enough for its availability too
            Map<String, String> captured = one.filter().match(topic);
            if (captured == null) continue;
            Plan plan = new Plan(one.sensor(), captured, zone);
            if (!plan.wanted().isEmpty()) made.add(new Route(one.sensor(), plan, form(one.sensor(), topic)));
        }
        if (routes.size() >= MOST_TOPICS) {
            routes.clear();
            presences.clear();
        }
        if (!said.isEmpty()) presences.put(topic, said);
        routes.put(topic, made);
        return made;
    }

    /** Null for formats that need no tree. */
    private @Nullable Form form(Sensor sensor, String topic) {
        Dialect dialect = sensor.dialect();
        return switch (sensor.format()) {
            case NUMBER -> null;
            case JSON -> new Tree();
            case TEXT -> new TextForm(dialect.pattern(), dialect.pairs());
            case CSV -> new CsvForm(dialect.separator(), dialect.header());
            case INFLUX -> new InfluxForm();
            case SENML -> new SenmlForm();
            case SPARKPLUG -> new SparkplugForm(topic, births);
            case HJ212 -> new Hj212Form(dialect.checksum());
            case BYTES -> new BytesForm(dialect.checksum());
        };
    }
}
