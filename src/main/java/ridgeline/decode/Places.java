package ridgeline.decode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ridgeline.domain.Pointer;
import ridgeline.domain.Sensor;

/** Numbers the places that one sensor looks at, while it is compiled. */
final class Places {
    private final Sensor.Format format;
    private final List<Pointer> all = new ArrayList<>();
    private final List<JsonPlan.Reads> reads = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();

    Places(Sensor.Format format) {
        this.format = format;
    }

    /** Where a number is wanted. Values are never shared with others, so that each can stand for another element. */
    int value(String at) {
        all.add(place(at));
        reads.add(JsonPlan.Reads.VALUE);
        return all.size() - 1;
    }

    /** Where a text is wanted: a time, a unit, a condition, a name. */
    int text(String at) {
        return other(at, JsonPlan.Reads.TEXT);
    }

    /** Where a time is wanted. */
    int time(Sensor.TimeSource source) {
        boolean whole = source.unit() == Sensor.TimeUnitOf.MS;
        return other(source.at(), whole ? JsonPlan.Reads.COUNT : JsonPlan.Reads.TEXT);
    }

    private int other(String at, JsonPlan.Reads what) {
        Integer place = known.get(at);
        if (place == null) {
            all.add(place(at));
            reads.add(what);
            known.put(at, all.size() - 1);
            return all.size() - 1;
        }
        if (what == JsonPlan.Reads.TEXT) reads.set(place, what);
        return place;
    }

    List<Integer> texts(List<String> places) {
        return places.stream().map(this::text).toList();
    }

    private Pointer place(String at) {
        return format.hasColumns() ? Pointer.ofColumn(at) : Pointer.of(at);
    }

    List<Pointer> all() {
        return all;
    }

    JsonPlan.Reads[] reads() {
        return reads.toArray(JsonPlan.Reads[]::new);
    }

    boolean arePointers() {
        return all.stream().allMatch(Pointer::isPointer);
    }
}
