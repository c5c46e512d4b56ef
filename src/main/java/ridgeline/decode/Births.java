package ridgeline.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the births of Sparkplug edge nodes and their devices said about their metrics. Confined to the decoding thread; bounded,
 * since a stranger may publish births too.
 */
final class Births {
    private static final int MOST_METRICS = 50_000;

    private final Map<String, Map<Object, Known>> nodes = new HashMap<>();
    private final Map<String, Long> sessions = new HashMap<>();
    private int metrics;

    /** @param type of Sparkplug, 0 where it was not said */
    record Known(String name, int type, Map<String, JsonNode> properties) {}

    void forget(String node) {
        sessions.remove(node);
        Map<Object, Known> gone = nodes.remove(node);
        if (gone != null) metrics -= gone.size();
    }

    /** The number of the session that a node's birth began; its death carries the same. */
    void session(String node, long number) {
        sessions.put(node, number);
    }

    /** Null when no birth has said it. */
    @Nullable
    Long session(String node) {
        return sessions.get(node);
    }

    void remember(String node, Protobuf.Metric metric) throws Unreadable {
        if (metric.name().isEmpty()) return;
        Known known = new Known(metric.name(), metric.type(), metric.properties());
        Map<Object, Known> ofNode = nodes.computeIfAbsent(node, any -> new HashMap<>());
        if (ofNode.put(metric.name(), known) == null) metrics++;
        if (metric.alias() != null && ofNode.put(metric.alias(), known) == null) metrics++;
        if (metrics <= MOST_METRICS) return;
        nodes.clear();
        sessions.clear();
        metrics = 0;
        throw Unreadable.wrong("Sparkplug: births of more than " + MOST_METRICS + " metrics");
    }

    /** Null for an alias of which no birth has been seen. */
    @Nullable
    Known known(String node, Protobuf.Metric metric) {
        Map<Object, Known> ofNode = nodes.getOrDefault(node, Map.of());
        Known known = metric.name().isEmpty()
                ? (metric.alias() == null ? null : ofNode.get(metric.alias()))
                : ofNode.get(metric.name());
        if (known != null || metric.name().isEmpty()) return known;
        return new Known(metric.name(), metric.type(), Map.of());
    }
}
