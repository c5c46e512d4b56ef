package ridgeline.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the protobuf message of Sparkplug B by the field numbers of its specification (3.0.0, section 6.4). */
final class Protobuf {
    private static final int INT8 = 1;
    private static final int INT16 = 2;
    private static final int INT32 = 3;

    private Protobuf() {}

    /** @param timestamp epoch ms, 0 where there is none */
    record Payload(long timestamp, List<Metric> metrics) {}

    /**
     * One metric as it came.
     *
     * @param name empty where only the alias says which it is
     * @param type of Sparkplug, 0 where only the birth says it
     * @param raw a number as the wire carries it: 32 bits without a sign in a Long, else a Long, Double, Float, Boolean or String
     * @param isInt whether raw came as 32 bits
     */
    record Metric(
            String name,
            @Nullable Long alias,
            long timestamp,
            int type,
            Map<String, JsonNode> properties,
            @Nullable Object raw,
            boolean isInt) {
        JsonNode value(int knownType) {
            if (raw == null) return Tree.NODES.nullNode();
            if (raw instanceof Long bits) {
                int kind = type == 0 ? knownType : type;
                return Tree.NODES.numberNode(isInt ? signed(bits, kind) : bits);
            }
            if (raw instanceof Boolean truth) return Tree.NODES.booleanNode(truth);
            if (raw instanceof Number number) return Tree.NODES.numberNode(number.doubleValue());
            return Tree.NODES.textNode(raw.toString());
        }

        private static long signed(long bits, int type) {
            return switch (type) {
                case INT8 -> (byte) bits;
                case INT16 -> (short) bits;
                case INT32 -> (int) bits;
                default -> bits;
            };
        }
    }

    static Payload payload(byte[] bytes) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        long timestamp = 0;
        List<Metric> metrics = new ArrayList<>();
        int values = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> timestamp = in.readUInt64();
                case 2 -> {
                    metrics.add(metric(in.readByteArray()));
                    values += 1 + metrics.get(metrics.size() - 1).properties().size();
                    if (values > Tree.MOST_VALUES) throw new IOException("more than " + Tree.MOST_VALUES + " values");
                }
                case 5 -> throw new IOException("a packed body, which is not read");
                default -> in.skipField(tag);
            }
        }
        return new Payload(timestamp, metrics);
    }

    private static Metric metric(byte[] bytes) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        String name = "";
        Long alias = null;
        long timestamp = 0;
        int type = 0;
        Map<String, JsonNode> properties = Map.of();
        Object raw = null;
        boolean isNull = false;
        boolean isInt = false;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int field = WireFormat.getTagFieldNumber(tag);
            switch (field) {
                case 1 -> name = in.readStringRequireUtf8();
                case 2 -> alias = in.readUInt64();
                case 3 -> timestamp = in.readUInt64();
                case 4 -> type = in.readUInt32();
                case 7 -> isNull = in.readBool();
                case 9 -> properties = properties(in.readByteArray());
                case 10, 11, 12, 13, 14, 15 -> {
                    raw = value(in, field - 10);
                    isInt = field == 10;
                }
                default -> in.skipField(tag);
            }
        }
        return new Metric(name, alias, timestamp, type, properties, isNull ? null : raw, isInt);
    }

    /** @param which 0 to 5: 32 bits, 64 bits, float, double, truth, text */
    private static Object value(CodedInputStream in, int which) throws IOException {
        return switch (which) {
            case 0 -> Integer.toUnsignedLong(in.readUInt32());
            case 1 -> in.readUInt64();
            case 2 -> in.readFloat();
            case 3 -> in.readDouble();
            case 4 -> in.readBool();
            default -> in.readStringRequireUtf8();
        };
    }

    private static Map<String, JsonNode> properties(byte[] bytes) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        List<String> keys = new ArrayList<>();
        List<JsonNode> values = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> keys.add(in.readStringRequireUtf8());
                case 2 -> values.add(property(in.readByteArray()));
                default -> in.skipField(tag);
            }
        }
        Map<String, JsonNode> properties = new HashMap<>();
        for (int i = 0; i < Math.min(keys.size(), values.size()); i++) properties.put(keys.get(i), values.get(i));
        return properties;
    }

    private static JsonNode property(byte[] bytes) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        Object raw = null;
        int type = 0;
        boolean isInt = false;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int field = WireFormat.getTagFieldNumber(tag);
            if (field == 1) type = in.readUInt32();
            else if (field >= 3 && field <= 8) {
                raw = value(in, field - 3);
                isInt = field == 3;
            } else in.skipField(tag);
        }
        return new Metric("", null, 0, type, Map.of(), raw, isInt).value(type);
    }
}
