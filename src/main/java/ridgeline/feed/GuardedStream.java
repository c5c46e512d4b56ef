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
 * <p>It refuses a packet over the limit before anything is allocated for it; it replaces characters that MQTT 5 forbids in a
 * topic (section 1.5.4) by {@code ?} and notes the packet's id as flawed, since Paho's receiver would die of them and the
 * broker would send them again for ever; a read that times out in the middle of a packet loses nothing; and before it reads on it
 * waits for room behind it.
 */
final class GuardedStream extends InputStream {
    private static final int PUBLISH = 3;

    private final InputStream wire;
    private final int largestPacket;
    private final Set<Integer> flawed;
    private final Runnable awaitRoom;
    private byte[] buffer = new byte[32 * 1024];
    private int start;
    private int served;
    private int whole;
    private int end;

    /**
     * @param flawed takes the ids of packets whose topic was not allowed
     * @param awaitRoom returns when more may be read
     */
    GuardedStream(InputStream wire, int largestPacket, Set<Integer> flawed, Runnable awaitRoom) {
        this.wire = wire;
        this.largestPacket = largestPacket;
        this.flawed = flawed;
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
        return whole - served + wire.available();
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
        check(start, size);
        served = start;
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

    private void check(int at, int size) {
        if (((buffer[at] >> 4) & 0x0f) != PUBLISH) return;
        int qos = (buffer[at] >> 1) & 3;
        int topicAt = at + 1;
        while ((buffer[topicAt++] & 0x80) != 0) {}
        if (topicAt + 2 > at + size) return;
        int length = (buffer[topicAt] & 0xff) << 8 | (buffer[topicAt + 1] & 0xff);
        int topicEnd = topicAt + 2 + length;
        if (topicEnd + (qos > 0 ? 2 : 0) > at + size) return;
        if (isClean(topicAt + 2, topicEnd)) return;
        repair(topicAt + 2, topicEnd);
        if (qos > 0) flawed.add((buffer[topicEnd] & 0xff) << 8 | (buffer[topicEnd + 1] & 0xff));
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

    /** Keeps the length and the printable ASCII; everything else becomes a question mark. */
    private void repair(int from, int to) {
        for (int i = from; i < to; i++) if (buffer[i] < 0x20 || buffer[i] == 0x7f) buffer[i] = '?';
    }
}
