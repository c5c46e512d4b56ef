package ridgeline.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** MQTT 5 packets byte by byte, for what no client library would send. */
public final class Wire {
    public static final byte[] NO_PROPERTIES = {};

    private Wire() {}

    /** A packet as it came: the first byte and what follows the length. */
    public record Packet(int first, byte[] body) {
        public int type() {
            return first >> 4;
        }

        int twoBytes(int at) {
            return (body[at] & 0xff) << 8 | (body[at + 1] & 0xff);
        }
    }

    public static byte[] publish(String topic, String payload, int packetId) {
        return publish(0x32, utf8(topic), packetId, NO_PROPERTIES, utf8(payload));
    }

    /** @param first 0x30 at QoS 0, 0x32 at QoS 1, 0x3a when repeated, 0x01 more when retained */
    public static byte[] publish(int first, byte[] topic, int packetId, byte[] properties, byte[] payload) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        twoBytes(body, topic.length);
        body.writeBytes(topic);
        if ((first & 6) != 0) twoBytes(body, packetId);
        body.writeBytes(number(properties.length));
        body.writeBytes(properties);
        body.writeBytes(payload);
        return packet(first, body.toByteArray());
    }

    public static byte[] packet(int first, byte... body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first);
        out.writeBytes(number(body.length));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** A variable byte integer. */
    public static byte[] number(int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int left = value;
        do {
            out.write(left & 0x7f | (left > 0x7f ? 0x80 : 0));
            left >>= 7;
        } while (left > 0);
        return out.toByteArray();
    }

    /** The filters of a SUBSCRIBE or UNSUBSCRIBE. */
    static List<String> filters(Packet packet) {
        List<String> filters = new ArrayList<>();
        int at = 3 + packet.body()[2];
        while (at < packet.body().length) {
            int length = packet.twoBytes(at);
            filters.add(new String(packet.body(), at + 2, length, StandardCharsets.UTF_8));
            at += 2 + length + (packet.type() == 8 ? 1 : 0);
        }
        return filters;
    }

    public static Packet read(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            int digit = in.readUnsignedByte();
            length |= (digit & 0x7f) << shift;
            if ((digit & 0x80) == 0) break;
        }
        byte[] body = new byte[length];
        in.readFully(body);
        return new Packet(first, body);
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void twoBytes(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }
}
