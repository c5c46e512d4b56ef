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
 * <p>Why only at first: after a reconnect the broker first repeats what it holds unacknowledged, in the original order, under
 * the original packet ids and marked as sent before (MQTT 5, sections 3.3.1.1, 4.4 and 4.6). We commit in that order too, so the
 * committed ones are the head of what is repeated; the first message that is unmarked or unknown ends it. Comparing any other
 * would take a true repeat of an equal payload for a redelivery: some brokers hand out the lowest free packet id, so that a
 * sensor which says "0" all day looks the same each time.
 */
final class Ledger {
    private static final int PACKET_IDS = 65_536;
    private static final int ENTRY_BYTES = 10;

    private final Connection connection;
    private final MessageDigest digest = sha256();
    private final long[] hashes = new long[PACKET_IDS];
    private final boolean[] known = new boolean[PACKET_IDS];
    private final ArrayDeque<long[]> kept = new ArrayDeque<>();
    private ByteBuffer pending = ByteBuffer.allocate(4096);
    private long nextBatch = 1;
    private long entriesKept;
    /** True at first: after a failed commit nobody knows whether the batch that is tried again was stored. */
    private boolean repeating = true;
    /** Until a connection is made, what is repeated is repeated by us, and no broker has marked it. */
    private boolean byBroker;

    Ledger(Connection connection) throws SQLException {
        this.connection = connection;
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
        byBroker = true;
        if (sessionPresent) return;
        Arrays.fill(known, false);
        kept.clear();
        entriesKept = 0;
        pending.clear();
        Database.run(connection, "DELETE FROM ledger");
    }

    /** Whether this very message was committed before; otherwise it is noted for this transaction. */
    boolean isRedelivered(int packetId, String topic, byte[] payload, boolean marked) {
        if (packetId == 0) return false;
        if (byBroker && !marked) repeating = false;
        long hash = hash(topic, payload);
        if (repeating && known[packetId] && hashes[packetId] == hash) return true;
        repeating = false;
        note(packetId, hash);
        return false;
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
        known[packetId] = true;
    }

    /** Writes what was noted and forgets batches that no packet in flight can belong to any more. */
    void flush() throws SQLException {
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
        while (entriesKept - kept.getFirst()[1] >= PACKET_IDS) {
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
