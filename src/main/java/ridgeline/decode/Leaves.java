package ridgeline.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All values in a JSON payload by their places, elements of lists by the name that stands in them. */
final class Leaves {
    private static final List<String> NAMES =
            List.of("value_type", "name", "flag", "key", "type", "sensor", "quantity", "n");
    private static final List<String> VALUES = List.of("value", "v", "val", "reading", "result", "actual", "percent");
    private static final List<String> UNITS = List.of("unit", "uom", "units", "unit_of_measurement");

    private final Map<String, Leaf> all = new LinkedHashMap<>();

    /**
     * One value.
     *
     * @param name what it seems to be called
     * @param unitAt where its unit stands, null where it does not
     */
    record Leaf(String name, JsonNode value, @Nullable String unitAt) {}

    private Leaves() {}

    static Map<String, Leaf> of(JsonNode root) {
        Leaves leaves = new Leaves();
        leaves.visit(root, "", "");
        return leaves.all;
    }

    private void visit(JsonNode node, String at, String name) {
        if (node.isArray()) {
            for (JsonNode element : node) select(element, at);
            return;
        }
        String unit = null;
        for (String one : UNITS) if (unit == null && node.path(one).isTextual()) unit = at + "/" + one;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            JsonNode value = member.getValue();
            String place = at + "/" + escaped(member.getKey());
            boolean general = !name.isEmpty() && VALUES.contains(member.getKey());
            String called = general ? name : member.getKey();
            if (value.isContainerNode()) visit(value, place, called);
            else all.putIfAbsent(place, new Leaf(called, value, general ? unit : null));
        }
    }

    /** What cannot be told apart by a name inside is left out. */
    private void select(JsonNode element, String at) {
        for (String key : NAMES) {
            String text = element.path(key).asText("");
            if (!element.path(key).isTextual() || text.isEmpty() || text.matches(".*[]~=/].*")) continue;
            visit(element, at + "[" + key + "=" + text + "]", text);
            return;
        }
    }

    static String escaped(String key) {
        String plain =
                key.replace("~", "~0").replace("/", "~1").replace("[", "~3").replace("<", "~4");
        return plain.startsWith("*") ? "~2" + plain.substring(1) : plain;
    }
}
