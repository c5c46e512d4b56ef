package ridgeline.standard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was last said of each venue, by key. Confined to the thread that judges. */
final class Said<T> {
    private final Map<String, Map<String, T>> byVenue = new LinkedHashMap<>();

    Map<String, T> of(String venueId) {
        return byVenue.getOrDefault(venueId, Map.of());
    }

    /** In the order of the keys. */
    List<T> all() {
        Map<String, T> byKey = new TreeMap<>();
        byVenue.values().forEach(byKey::putAll);
        return List.copyOf(byKey.values());
    }

    /**
     * Takes over what is said of a venue now.
     *
     * @param changed gets what differs
     * @param ended gets the keys of what is no longer said
     */
    void replace(String venueId, Map<String, T> fresh, List<T> changed, List<String> ended) {
        Map<String, T> before = of(venueId);
        fresh.forEach((key, one) -> {
            if (!one.equals(before.get(key))) changed.add(one);
        });
        for (String key : before.keySet()) if (!fresh.containsKey(key)) ended.add(key);
        if (fresh.isEmpty()) byVenue.remove(venueId);
        else byVenue.put(venueId, fresh);
    }
}
