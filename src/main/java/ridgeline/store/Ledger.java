package ridgeline.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Knows a redelivered message again: the packet ids and hashes that were committed in this session of the broker. Confined to
 * the writer lane; written in the same transaction as the readings.
 *
 * <p>Why only an unbroken run counts: after a reconnect the broker first repeats what it holds unacknowledged, in the original
 * order, under the original packet ids and marked as sent before (MQTT 5, sections 3.3.1.1, 4.4 and 4.6). We commit and
 * acknowledge in that order too, so what is repeated begins with the last committed messages, one after the other; the first
 * message that is unmarked or unknown ends it. Comparing any other would take a true repeat of an equal payload for a
 * redelivery: some brokers hand out the lowest free packet id, others count up and begin again, and a sensor which says "0" all
 * day then looks the same each time. For the same reason a message as many messages back as there are packet ids is not compared.
 */
final class Ledger {
    /** As many as MQTT has: 1 to 65,535. */
    static final int PACKET_IDS = 65_535;

    private static final int ENTRY_BYTES = 10;

    private final Connection connection;
    private final MessageDigest digest = sha256();
    private final int packetIds;
    private final long[] hashes;
    /** Where in the order of commits a packet id was seen last, counted from 1; 0 for never. */
    private final long[] places;

    private long lastPlace;
    private final ArrayDeque<long[]> kept = new ArrayDeque<>();
    private ByteBuffer pending = ByteBuffer.allocate(4096);
    private long nextBatch = 1;
    private long entriesKept;
    private boolean repeating;
    /** Whether the batch at hand is repeated by us after a failed commit: no broker has marked it. */
    private boolean byUs;
    /** Which place the run of redelivered messages goes on with; 0 before its first. */
    private long nextPlace;

    /** @param packetIds how many packet ids the broker has to give */
    Ledger(Connection connection, int packetIds) throws SQLException {
        this.connection = connection;
        this.packetIds = packetIds;
        hashes = new long[packetIds + 1];
        places = new long[packetIds + 1];
        try (PreparedStatement all = connection.prepareStatement("SELECT batch, entries FROM ledger ORDER BY batch");
                ResultSet rows = all.executeQuery()) {
            while (rows.next()) {
                ByteBuffer entries = ByteBuffer.wrap(rows.getBytes(2));
                keep(rows.getLong(1), entries.remaining() / ENTRY_BYTES);
                while (entries.remaining() >= ENTRY_BYTES) put(entries.getShort() & 0xffff, entries.getLong());
            }
        }
    }

    /** A connection was made; without its session the broker numbers its packets anew. */
    void opened(boolean sessionPresent) throws SQLException {
        repeating = sessionPresent;
        nextPlace = 0;
        if (sessionPresent) return;
        Arrays.fill(places, 0);
        kept.clear();
        entriesKept = 0;
        pending.clear();
        Database.run(connection, "DELETE FROM ledger");
    }

    /** Until the next flush, messages are compared whether a broker marked them or not. */
    void triesAgain() {
        byUs = true;
        repeating = true;
    }

    /** Whether this very message was committed before; otherwise it is noted for this transaction. */
    boolean isRedelivered(int packetId, String topic, byte[] payload, boolean marked) {
        if (packetId == 0) return false;
        if (!marked && !byUs) repeating = false;
        long hash = hash(topic, payload);
        if (repeating && hashes[packetId] == hash && isNext(places[packetId])) {
            nextPlace = places[packetId] + 1;
            return true;
        }
        repeating = false;
        note(packetId, hash);
        return false;
    }

    private boolean isNext(long place) {
        if (place == 0 || lastPlace - place >= packetIds - 1) return false;
        return nextPlace == 0 || nextPlace == place;
    }

    private void note(int packetId, long hash) {
        if (pending.remaining() < ENTRY_BYTES) {
            pending = ByteBuffer.allocate(2 * pending.capacity()).put(pending.flip());
        }
        pending.putShort((short) packetId).putLong(hash);
        put(packetId, hash);
    }

    private void put(int packetId, long hash) {
        hashes[packetId] = hash;
        places[packetId] = ++lastPlace;
    }

    /** Writes what was noted and forgets batches that no packet in flight can belong to any more. */
    void flush() throws SQLException {
        byUs = false;
        if (pending.position() == 0) return;
        byte[] entries = Arrays.copyOf(pending.array(), pending.position());
        pending.clear();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO ledger (batch, entries) VALUES (?, ?)")) {
            insert.setLong(1, nextBatch);
            insert.setBytes(2, entries);
            insert.executeUpdate();
        }
        keep(nextBatch, entries.length / ENTRY_BYTES);
        long oldest = 0;
        while (entriesKept - kept.getFirst()[1] >= packetIds) {
            long[] gone = kept.removeFirst();
            entriesKept -= gone[1];
            oldest = gone[0];
        }
        if (oldest > 0) {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM ledger WHERE batch <= ?")) {
                delete.setLong(1, oldest);
                delete.executeUpdate();
            }
        }
    }

    private void keep(long batch, int entries) {
        kept.addLast(new long[] {batch, entries});
        entriesKept += entries;
        nextBatch = batch + 1;
    }

    private long hash(String topic, byte[] payload) {
        digest.update(topic.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return ByteBuffer.wrap(digest.digest(payload)).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
