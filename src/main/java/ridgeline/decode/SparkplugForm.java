package ridgeline.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sparkplug B 3.0 on one topic: a row for each metric with its value as {@code value} and under its name, {@code metric},
 * {@code time}, and its properties by name. What an alias means comes from the birth of the edge node or device.
 */
final class SparkplugForm implements Form {
    static final String TIME = "time";
    static final String UNIT = "engUnit";
    private static final String VALUE = "value";
    private static final String METRIC = "metric";

    private final Births births;
    private final String node;
    private final String kind;

    /** @param births shared by all topics of one decoder */
    SparkplugForm(String topic, Births births) {
        String[] levels = topic.split("/", -1);
        this.births = births;
        kind = levels.length < 4 ? "" : levels[2];
        node = levels.length < 4 ? "" : levels[1] + "/" + levels[3];
    }

    @Override
    public JsonNode tree(byte[] payload, long arrived) throws IOException {
        switch (kind) {
            case "NBIRTH", "DBIRTH", "NDATA", "DDATA" -> {
                return rows(Protobuf.payload(payload));
            }
            default -> throw Unreadable.idle("Sparkplug: no births or values on this topic");
        }
    }

    private ArrayNode rows(Protobuf.Payload payload) throws Unreadable {
        boolean birth = kind.endsWith("BIRTH");
        if (kind.equals("NBIRTH")) births.forget(node);
        ArrayNode rows = Tree.NODES.arrayNode();
        long stranger = -1;
        List<Protobuf.Metric> metrics = payload.metrics();
        for (Protobuf.Metric metric : metrics) {
            if (birth) births.remember(node, metric);
            if (birth && Deaths.isSession(metric) && metric.raw() instanceof Long session)
                births.session(node, session);
            Births.@Nullable Known known = births.known(node, metric);
            if (known == null) stranger = metric.alias() == null ? stranger : metric.alias();
            else rows.add(row(metric, known, payload.timestamp()));
        }
        if (rows.isEmpty() && stranger >= 0)
            throw Unreadable.idle("Sparkplug: alias " + stranger + " is unknown until the next birth");
        return rows;
    }

    private static ObjectNode row(Protobuf.Metric metric, Births.Known known, long timestamp) {
        ObjectNode row = Tree.NODES.objectNode();
        JsonNode value = metric.value(known.type());
        row.set(VALUE, value);
        row.put(METRIC, known.name());
        long time = metric.timestamp() > 0 ? metric.timestamp() : timestamp;
        if (time > 0) row.put(TIME, time);
        for (Map.Entry<String, JsonNode> property : known.properties().entrySet())
            if (!row.has(property.getKey())) row.set(property.getKey(), property.getValue());
        for (Map.Entry<String, JsonNode> property : metric.properties().entrySet())
            row.set(property.getKey(), property.getValue());
        row.set(known.name(), value);
        return row;
    }
}
