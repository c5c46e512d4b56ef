package ridgeline.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SenML (RFC 8428) in JSON or CBOR, resolved: a row for each record with its value as {@code v} and under its own name, and
 * with {@code n}, {@code bn}, {@code name} (base name and name), {@code u} and {@code t} (seconds since 1970).
 */
final class SenmlForm implements Form {
    static final String TIME = "t";
    static final String UNIT = "u";
    /** Times below count from now (RFC 8428, section 4.5.3). */
    private static final double RELATIVE = 1 << 28;

    private static final int VERSION = 10;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][-A-Za-z0-9:./_]*");
    /** Labels in CBOR (RFC 8428, table 4). */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("-1", "bver"),
            Map.entry("-2", "bn"),
            Map.entry("-3", "bt"),
            Map.entry("-4", "bu"),
            Map.entry("-5", "bv"),
            Map.entry("-6", "bs"),
            Map.entry("0", "n"),
            Map.entry("1", "u"),
            Map.entry("2", "v"),
            Map.entry("3", "vs"),
            Map.entry("4", "vb"),
            Map.entry("5", "s"),
            Map.entry("6", "t"),
            Map.entry("7", "ut"),
            Map.entry("8", "vd"));

    private static final List<String> RESERVED = List.of("v", "n", "bn", "name", "u", "t");
    private static final CBORFactory CBOR = CBORFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(JsonPlan.JSON.streamReadConstraints())
            .build();

    private final Tree json = new Tree();
    private final ObjectNode base = Tree.NODES.objectNode();

    @Override
    public JsonNode tree(byte[] payload, long arrived) throws IOException {
        JsonNode pack =
                (payload[0] & 0xE0) == 0x80 || payload[0] == (byte) 0x9F ? cbor(payload) : json.tree(payload, 0);
        if (!pack.isArray()) throw Unreadable.wrong("not SenML: a list of records belongs here");
        base.removeAll();
        ArrayNode rows = Tree.NODES.arrayNode();
        for (JsonNode record : pack) {
            ObjectNode row = resolved(named(record), arrived);
            if (row != null) rows.add(row);
        }
        return rows;
    }

    private JsonNode cbor(byte[] payload) throws IOException {
        try (JsonParser parser = CBOR.createParser(payload)) {
            return json.whole(parser);
        }
    }

    /** The record with its labels as words. */
    private static ObjectNode named(JsonNode record) throws Unreadable {
        if (!record.isObject()) throw Unreadable.wrong("not SenML: a record is no object");
        ObjectNode named = Tree.NODES.objectNode();
        for (Map.Entry<String, JsonNode> field : record.properties()) {
            String label = LABELS.getOrDefault(field.getKey(), field.getKey());
            if (label.endsWith("_")) throw Unreadable.wrong("not SenML that is understood here: " + Shown.text(label));
            named.set(label, field.getValue());
        }
        return named;
    }

    private @Nullable ObjectNode resolved(ObjectNode record, long arrived) throws Unreadable {
        for (String field : List.of("bn", "bt", "bu", "bv", "bver"))
            if (record.has(field)) base.set(field, record.get(field));
        if (base.path("bver").asInt(VERSION) > VERSION)
            throw Unreadable.wrong("not SenML of version " + VERSION + ": bver is " + base.get("bver"));
        String local = record.path("n").asText("");
        String name = base.path("bn").asText("") + local;
        if (!NAME.matcher(name).matches())
            throw Unreadable.wrong(
                    "not SenML: " + (name.isEmpty() ? "a record has no name" : "name '" + Shown.text(name) + "'"));
        JsonNode value = value(record);
        if (value == null) return null;
        ObjectNode row = Tree.NODES.objectNode();
        if (!RESERVED.contains(local)) row.set(local, value);
        row.set("v", value);
        row.put("n", local);
        if (base.has("bn")) row.set("bn", base.get("bn"));
        row.put("name", name);
        JsonNode unit = record.has("u") ? record.get("u") : base.get("bu");
        if (unit != null) row.set(UNIT, unit);
        double t = base.path("bt").asDouble(0) + record.path("t").asDouble(0);
        if (t != 0) row.put(TIME, t < RELATIVE ? arrived / 1000.0 + t : t);
        return row;
    }

    private @Nullable JsonNode value(ObjectNode record) {
        JsonNode value = record.get("v");
        if (value == null) value = record.has("vs") ? record.get("vs") : record.get("vb");
        if (!base.has("bv") || (value != null && !value.isNumber())) return value;
        double sum = base.get("bv").asDouble(0) + (value == null ? 0 : value.doubleValue());
        return value == null && (record.has("s") || record.has("vd")) ? null : Tree.NODES.numberNode(sum);
    }
}
