package ridgeline.decode;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Guard;
import ridgeline.domain.Pointer;
import ridgeline.domain.Sensor;
import ridgeline.domain.Sensor.Channel;
import ridgeline.domain.Sensor.Format;
import ridgeline.domain.Sensor.TimeSource;
import ridgeline.domain.Series;

/** One sensor on one topic, compiled: all its places, numbered, and what is wanted from them. */
final class Plan {
    private final Sensor sensor;
    private final Map<String, String> captured;
    private final ZoneId zone;
    private final Places places;
    private final Name name;
    private final Clock clock;
    private final List<Clock> clocks = new ArrayList<>();
    private final List<Wanted> wanted = new ArrayList<>();

    Plan(Sensor sensor, Map<String, String> captured, ZoneId zone) {
        this.sensor = sensor;
        this.captured = captured;
        this.zone = zone;
        places = new Places(sensor.format());
        name = new Name(sensor.id(), captured, sensor.dialect(), places);
        clock = clock(sensor.time());
        for (Channel channel : sensor.channels()) {
            Wanted one = wanted(channel);
            if (one != null) wanted.add(one);
        }
    }

    private Clock clock(@Nullable TimeSource source) {
        TimeSource own = sensor.format().ownTime();
        boolean optional = own != null && (source == null || source.at().equals(own.at()));
        Clock made = new Clock(source == null ? own : source, optional, zone, captured, places);
        clocks.add(made);
        return made;
    }

    /** Null when the topic alone says that the channel is not meant. */
    private @Nullable Wanted wanted(Channel channel) {
        Sensor.Details details = channel.details();
        List<Condition> accept = conditions(sensor.dialect().accept(), details.accept());
        if (accept == null) return null;
        List<Condition> trust = conditions(sensor.dialect().trust(), details.trust());
        String id = name.constant();
        List<Integer> values = Stream.concat(Stream.of(channel.at()), details.otherwise().stream())
                .map(places::value)
                .toList();
        return new Wanted(
                channel,
                values,
                values.size() == 1 ? values.get(0) : -1,
                sensor.format() == Format.HJ212 ? places.text(Hj212Form.flagOf(channel.at())) : -1,
                details.unitFrom() == null ? -1 : places.text(details.unitFrom().at()),
                accept,
                trust == null ? List.of() : trust,
                details.time() == null ? clock : clock(details.time()),
                id == null ? null : Series.of(id, sensor.venueId(), channel.quantity()),
                Wanted.lowest(channel.quantity()));
    }

    private @Nullable List<Condition> conditions(List<Guard> ofSensor, List<Guard> ofChannel) {
        return Condition.of(Stream.concat(ofSensor.stream(), ofChannel.stream()).toList(), captured, places);
    }

    List<Wanted> wanted() {
        return wanted;
    }

    List<Clock> clocks() {
        return clocks;
    }

    Name name() {
        return name;
    }

    List<Pointer> places() {
        return places.all();
    }

    /** Null where a place needs more than a JSON Pointer. */
    @Nullable
    JsonPlan streaming() {
        boolean json = sensor.format() == Format.JSON;
        return json && places.arePointers() ? new JsonPlan(places.all(), places.reads()) : null;
    }

    /** The places, other than values, that stand for something else with each element. */
    int[] fanning() {
        return texts(true);
    }

    /** The places, other than values, that stand for the same in a whole message. */
    int[] steady() {
        return texts(false);
    }

    private int[] texts(boolean fanning) {
        JsonPlan.Reads[] reads = places.reads();
        return java.util.stream.IntStream.range(0, reads.length)
                .filter(place -> reads[place] != JsonPlan.Reads.VALUE
                        && places.all().get(place).fansOut() == fanning)
                .toArray();
    }
}
