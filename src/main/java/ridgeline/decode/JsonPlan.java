package ridgeline.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Pointer;

/**
 * All pointers that one sensor reads in a JSON payload, compiled into a tree that is walked along with the parser: one pass, no
 * document in memory. Immutable. Strict JSON (RFC 8259): no duplicates, no NaN, nothing after the value, 20 levels at most.
 */
final class JsonPlan {
    static final String LONE_VALUE = "one value alone where an object or a list belongs";

    static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(64 * 1024)
                    .maxNameLength(1024)
                    .maxNumberLength(64)
                    .build())
            .build();

    private final Node root = new Node();
    private final boolean[] exact;
    private final boolean takesRoot;

    /** One level of the tree: the places that end here and the ways on. */
    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private int[] places = {};

        private Node child(String token) {
            return children.computeIfAbsent(token, key -> new Node());
        }
    }

    /**
     * @param pointers places that are JSON Pointers
     * @param exact whether the number of a place is wanted as written too (a time, or a text to compare)
     */
    JsonPlan(List<Pointer> pointers, boolean[] exact) {
        this.exact = exact.clone();
        for (int place = 0; place < pointers.size(); place++) {
            Node node = root;
            for (Pointer.Step step : pointers.get(place).steps()) node = node.child(((Pointer.Key) step).name());
            node.places = Arrays.copyOf(node.places, node.places.length + 1);
            node.places[node.places.length - 1] = place;
        }
        takesRoot = root.places.length > 0;
    }

    /** Fills {@code found} with what stands at each place; throws when the payload is not strict JSON in UTF-8. */
    void read(byte[] payload, int from, int length, Found found) throws IOException {
        found.clear();
        if (isWide(payload, from, length)) throw new IOException("not in UTF-8");
        try (JsonParser parser = JSON.createParser(payload, from, length)) {
            if (parser.nextToken() == null) throw new IOException("no JSON value");
            if (!takesRoot && !parser.currentToken().isStructStart()) throw new IOException(LONE_VALUE);
            visit(parser, root, found);
            if (parser.nextToken() != null) throw new IOException("something follows the JSON value");
        }
    }

    /** The parser would take UTF-16 and UTF-32 too: they begin with a byte order mark or have a NUL in the first two bytes. */
    static boolean isWide(byte[] payload, int from, int length) {
        for (int i = from; i < from + Math.min(length, 2); i++) {
            if (payload[i] == 0 || payload[i] == (byte) 0xFE || payload[i] == (byte) 0xFF) return true;
        }
        return false;
    }

    private void visit(JsonParser parser, Node node, Found found) throws IOException {
        JsonToken token = parser.currentToken();
        for (int place : node.places) note(parser, token, place, found);
        if (token == JsonToken.START_OBJECT) {
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                visitOrSkip(parser, node.children.get(name), found);
            }
        } else if (token == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                visitOrSkip(parser, node.children.isEmpty() ? null : node.children.get(Integer.toString(i)), found);
            }
        }
    }

    private void visitOrSkip(JsonParser parser, @Nullable Node node, Found found) throws IOException {
        if (node != null) visit(parser, node, found);
        else parser.skipChildren();
    }

    private void note(JsonParser parser, JsonToken token, int place, Found found) throws IOException {
        switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                found.number(place, parser.getDoubleValue(), exact[place] ? parser.getText() : null);
            case VALUE_STRING -> found.text(place, parser.getText());
            case VALUE_NULL -> found.other(place, Found.Kind.NULL);
            case VALUE_TRUE, VALUE_FALSE -> found.truth(place, token == JsonToken.VALUE_TRUE);
            default -> found.other(place, Found.Kind.OTHER);
        }
    }
}
