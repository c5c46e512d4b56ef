package ridgeline.feed;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Hands Paho whole MQTT packets only, each looked at first. Confined to Paho's receiver thread.
 *
 * <p>It refuses a packet over the limit before anything is allocated for it, and a read that times out in the middle of a packet
 * loses nothing; before it reads on it waits for room behind it. Of a PUBLISH it replaces what MQTT 5 forbids in a topic (section 1.5.4) by {@code +}, which no topic of a
 * message may hold either, and takes the properties out, which we do not use: Paho's receiver dies of a control character in
 * one or the other, and the broker would send the message again for ever. It also notes which messages the broker marks as sent
 * before, since Paho keeps that to itself.
 */
final class GuardedStream extends InputStream {
    private static final int PUBLISH = 3;
    private static final int DUP = 8;

    private final InputStream wire;
    private final int largestPacket;
    private final Set<Integer> repeated;
    private final Runnable awaitRoom;
    private byte[] buffer = new byte[32 * 1024];
    private int start;
    private int served;
    private int whole;
    private int end;

    /**
     * @param repeated takes the ids of messages that the broker marks as sent before
     * @param awaitRoom returns when more may be read
     */
    GuardedStream(InputStream wire, int largestPacket, Set<Integer> repeated, Runnable awaitRoom) {
        this.wire = wire;
        this.largestPacket = largestPacket;
        this.repeated = repeated;
        this.awaitRoom = awaitRoom;
    }

    @Override
    public int read() throws IOException {
        await();
        return buffer[served++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) return 0;
        await();
        int given = Math.min(length, whole - served);
        System.arraycopy(buffer, served, target, offset, given);
        served += given;
        return given;
    }

    @Override
    public int available() throws IOException {
        int read = end - served;
        return read > 0 ? read : wire.available();
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    /** Returns with at least one byte of a whole, checked packet at {@code served}. */
    private void await() throws IOException {
        if (served < whole) return;
        start = whole;
        int size = size();
        while (size < 0 || end - start < size) {
            fill(size);
            size = size();
        }
        served = isPublish(start) ? tidied(start, start + size) : start;
        whole = start + size;
    }

    /** Bytes of the packet at {@code start}, header included, or -1 when its header is not all there. */
    private int size() throws IOException {
        long length = 0;
        for (int i = 0; i < 4; i++) {
            int at = start + 1 + i;
            if (at >= end) return -1;
            length |= (long) (buffer[at] & 0x7f) << (7 * i);
            if ((buffer[at] & 0x80) == 0) {
                long size = length + 2 + i;
                if (size > largestPacket) throw new IOException("the broker declares a packet of " + size + " bytes");
                return (int) size;
            }
        }
        throw new IOException("the broker sends a packet length that MQTT does not allow");
    }

    private void fill(int size) throws IOException {
        if (start > 0 && (start == end || buffer.length - start < Math.max(size, 16))) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = served = whole = 0;
        }
        if (size > buffer.length) buffer = Arrays.copyOf(buffer, size);
        else if (end == buffer.length) buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        awaitRoom.run();
        int read = wire.read(buffer, end, buffer.length - end);
        if (read < 0) throw new EOFException("the broker closed the connection");
        end += read;
    }

    private boolean isPublish(int at) {
        return ((buffer[at] >> 4) & 0x0f) == PUBLISH;
    }

    /** Makes the PUBLISH from {@code at} to {@code to} harmless; returns where it begins now. */
    private int tidied(int at, int to) throws IOException {
        int qos = (buffer[at] >> 1) & 3;
        if (qos == 3) throw malformed();
        int topicAt = afterNumber(at + 1, to);
        if (topicAt + 2 > to) throw malformed();
        int topicEnd = topicAt + 2 + twoBytes(topicAt);
        int propertiesAt = topicEnd + (qos > 0 ? 2 : 0);
        if (propertiesAt >= to) throw malformed();
        int payloadAt = afterNumber(propertiesAt, to) + number(propertiesAt);
        if (payloadAt > to) throw malformed();
        if (qos > 0 && (buffer[at] & DUP) != 0) repeated.add(twoBytes(topicEnd));
        if (!isClean(topicAt + 2, topicEnd)) repair(topicAt + 2, topicEnd);
        return payloadAt == propertiesAt + 1 ? at : withoutProperties(buffer[at], topicAt, propertiesAt, payloadAt, to);
    }

    /** Moves what stands before the payload up against it; what it needs is never longer than what it replaces. */
    private int withoutProperties(byte first, int topicAt, int propertiesAt, int payloadAt, int to) {
        int head = propertiesAt - topicAt;
        int at = payloadAt - 1;
        System.arraycopy(buffer, topicAt, buffer, at - head, head);
        buffer[at] = 0;
        at -= head;
        int length = to - at;
        int digits = length < 0x80 ? 1 : length < 0x4000 ? 2 : length < 0x200000 ? 3 : 4;
        for (int i = digits - 1; i >= 0; i--) {
            buffer[--at] = (byte) (((length >> (7 * i)) & 0x7f) | (i < digits - 1 ? 0x80 : 0));
        }
        buffer[--at] = first;
        return at;
    }

    private int twoBytes(int at) {
        return (buffer[at] & 0xff) << 8 | (buffer[at + 1] & 0xff);
    }

    /** The number of one to four bytes at {@code at}; {@link #afterNumber} has found it well formed. */
    private int number(int at) {
        int number = 0;
        for (int i = 0; ; i++) {
            number |= (buffer[at + i] & 0x7f) << (7 * i);
            if ((buffer[at + i] & 0x80) == 0) return number;
        }
    }

    private int afterNumber(int at, int to) throws IOException {
        for (int i = at; i < Math.min(at + 4, to); i++) if ((buffer[i] & 0x80) == 0) return i + 1;
        throw malformed();
    }

    private static IOException malformed() {
        return new IOException("the broker sends a malformed message");
    }

    private boolean isClean(int from, int to) {
        for (int i = from; i < to; i++) if (buffer[i] < 0x20 || buffer[i] == 0x7f) return isAllowed(from, to);
        return true;
    }

    /** The slow look, only at topics that hold more than printable ASCII. */
    private boolean isAllowed(int from, int to) {
        String topic = new String(buffer, from, to - from, StandardCharsets.UTF_8);
        return topic.codePoints().allMatch(GuardedStream::isAllowed)
                && Arrays.equals(topic.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(buffer, from, to));
    }

    private static boolean isAllowed(int point) {
        boolean control = point < 0x20 || (point >= 0x7f && point < 0xa0);
        boolean nonCharacter = (point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point <= 0xfdef);
        return !control && !nonCharacter && !(point >= 0xd800 && point <= 0xdfff);
    }

    /** Keeps the length and the printable ASCII; everything else becomes a plus sign. */
    private void repair(int from, int to) {
        for (int i = from; i < to; i++) if (buffer[i] < 0x20 || buffer[i] == 0x7f) buffer[i] = '+';
    }
}
