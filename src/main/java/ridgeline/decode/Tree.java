package ridgeline.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;

/** Builds a bounded tree from strict JSON, or from another format that Jackson parses. */
final class Tree implements Form {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Beyond this many values a message is no reading of a sensor; it also bounds the memory that one message takes. */
    static final int MOST_VALUES = 2048;

    private int values;

    @Override
    public JsonNode tree(byte[] payload, long arrived) throws IOException {
        int length = payload.length;
        while (length > 0 && payload[length - 1] == 0) length--;
        if (JsonPlan.isWide(payload, 0, length)) throw new IOException("not in UTF-8");
        try (JsonParser parser = JsonPlan.JSON.createParser(payload, 0, length)) {
            return whole(parser);
        }
    }

    /** The one value that the parser holds. */
    JsonNode whole(JsonParser parser) throws IOException {
        values = 0;
        if (parser.nextToken() == null) throw new IOException("no JSON value");
        JsonNode root = value(parser);
        if (parser.nextToken() != null) throw new IOException("something follows the JSON value");
        return root;
    }

    private JsonNode value(JsonParser parser) throws IOException {
        if (++values > MOST_VALUES) throw new IOException("more than " + MOST_VALUES + " values");
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
            case VALUE_EMBEDDED_OBJECT -> NODES.binaryNode(parser.getBinaryValue());
            default -> NODES.nullNode();
        };
    }

    private static JsonNode integer(JsonParser parser) throws IOException {
        BigInteger value = parser.getBigIntegerValue();
        return value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }

    private ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            object.set(name, value(parser));
        }
        return object;
    }

    private ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) array.add(value(parser));
        return array;
    }
}
