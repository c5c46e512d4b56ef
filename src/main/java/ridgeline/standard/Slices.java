package ridgeline.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Sums unit after unit, fetched some units at a time, so that neither a question nor what is held of it grows long. */
final class Slices<T> {
    private final int size;
    private final long end;
    private final Fetch<T> fetch;
    private final ToLongFunction<T> unitOf;
    private final Map<Long, List<T>> held = new HashMap<>();
    private long fetchedTo = Long.MIN_VALUE;

    interface Fetch<T> {
        /** All with {@code from <= unit < to}. */
        List<T> fetch(long from, long to);
    }

    /**
     * @param size how many units are fetched at once
     * @param end no unit from here on is asked for
     */
    Slices(int size, long end, Fetch<T> fetch, ToLongFunction<T> unitOf) {
        this.size = size;
        this.end = end;
        this.fetch = fetch;
        this.unitOf = unitOf;
    }

    /** @param unit a later one with each call */
    List<T> at(long unit) {
        if (unit >= fetchedTo) {
            held.clear();
            fetchedTo = Math.min(unit + size, end);
            for (T each : fetch.fetch(unit, fetchedTo)) {
                held.computeIfAbsent(unitOf.applyAsLong(each), any -> new ArrayList<>())
                        .add(each);
            }
        }
        List<T> found = held.remove(unit);
        return found == null ? List.of() : found;
    }
}
