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
import ridgeline.domain.Pointer;

/**
 * All pointers that one sensor reads in a JSON payload, compiled into a tree that is walked along with the parser: one pass, no
 * document in memory. Immutable. Strict JSON (RFC 8259): no duplicates, no NaN, nothing after the value, 20 levels at most.
 */
final class JsonPlan {
    static final String LONE_VALUE = "one value alone where an object or a list belongs";

    static final JsonFactory JSON = factory(true);

    /** What is not looked at is read too, since it may be wrong. */
    private static final Node NOWHERE = new Node();

    /** Duplicates are told here, {@link MemberNames faster}. */
    private static final JsonFactory FAST = factory(false);

    private final Node root = new Node();
    private final Reads[] reads;
    private final boolean takesRoot;

    private static JsonFactory factory(boolean tellsDuplicates) {
        return JsonFactory.builder()
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, tellsDuplicates)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(20)
                        .maxStringLength(64 * 1024)
                        .maxNameLength(1024)
                        .maxNumberLength(64)
                        .build())
                .build();
    }

    /** What a number at a place is wanted for, which says whether it is wanted as it is written too. */
    enum Reads {
        VALUE,
        /** A count since 1970 that is whole in a double: as written only where it has a fraction. */
        COUNT,
        TEXT
    }

    /** One level of the tree: the places that end here and the ways on. */
    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private int[] places = {};

        private Node child(String token) {
            return children.computeIfAbsent(token, key -> new Node());
        }

        private Node element(int i) {
            return children.isEmpty() ? NOWHERE : children.getOrDefault(Integer.toString(i), NOWHERE);
        }
    }

    /**
     * @param pointers places that are JSON Pointers
     * @param reads what the number of each place is wanted for
     */
    JsonPlan(List<Pointer> pointers, Reads[] reads) {
        this.reads = reads.clone();
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
        try (JsonParser parser = FAST.createParser(payload, from, length)) {
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
            MemberNames names = new MemberNames();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (!names.add(name)) throw new IOException("Duplicate field '" + name + "'");
                parser.nextToken();
                visit(parser, node.children.getOrDefault(name, NOWHERE), found);
            }
        } else if (token == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                visit(parser, node.element(i), found);
            }
        }
    }

    private void note(JsonParser parser, JsonToken token, int place, Found found) throws IOException {
        switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                found.number(place, parser.getDoubleValue(), isExact(place, token) ? parser.getText() : null);
            case VALUE_STRING -> found.text(place, parser.getText());
            case VALUE_NULL -> found.other(place, Found.Kind.NULL);
            case VALUE_TRUE, VALUE_FALSE -> found.truth(place, token == JsonToken.VALUE_TRUE);
            default -> found.other(place, Found.Kind.OTHER);
        }
    }

    private boolean isExact(int place, JsonToken number) {
        return reads[place] == Reads.TEXT || (reads[place] == Reads.COUNT && number == JsonToken.VALUE_NUMBER_FLOAT);
    }
}
