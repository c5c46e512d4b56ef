package ridgeline.decode;

import com.fasterxml.jackson.databind.JsonNode;

/** A payload of raw bytes; with a checksum, a reply of Modbus RTU. */
final class BytesForm implements Form {
    private static final int SHORTEST_REPLY = 5;
    private static final int EXCEPTION = 0x80;

    private final boolean checked;

    BytesForm(boolean checked) {
        this.checked = checked;
    }

    @Override
    public JsonNode tree(byte[] payload, long arrived) throws Unreadable {
        if (checked) check(payload);
        return Tree.NODES.binaryNode(payload);
    }

    private static void check(byte[] payload) throws Unreadable {
        int end = payload.length - 2;
        if (payload.length < SHORTEST_REPLY) throw Unreadable.wrong("not Modbus: " + payload.length + " bytes");
        int carried = (payload[end] & 0xFF) | ((payload[end + 1] & 0xFF) << Byte.SIZE);
        int computed = Crc.modbus(payload, 0, end);
        if (carried != computed)
            throw Unreadable.wrong("not Modbus: the checksum is %04X where %04X belongs".formatted(carried, computed));
        if ((payload[1] & EXCEPTION) != 0) throw Unreadable.idle("Modbus exception " + payload[2]);
    }
}
