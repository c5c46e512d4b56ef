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
    private final List<Boolean> exact = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();

    Places(Sensor.Format format) {
        this.format = format;
    }

    /** Where a number is wanted. Values are never shared with others, so that each can stand for another element. */
    int value(String at) {
        all.add(place(at));
        exact.add(false);
        return all.size() - 1;
    }

    /** Where a text is wanted: a time, a unit, a condition, a name. */
    int text(String at) {
        Integer place = known.get(at);
        if (place != null) return place;
        all.add(place(at));
        exact.add(true);
        known.put(at, all.size() - 1);
        return all.size() - 1;
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

    boolean[] exact() {
        boolean[] flags = new boolean[exact.size()];
        for (int i = 0; i < flags.length; i++) flags[i] = exact.get(i);
        return flags;
    }

    boolean arePointers() {
        return all.stream().allMatch(Pointer::isPointer);
    }
}
