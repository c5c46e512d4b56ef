package ridgeline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts unusable messages under their topic, the latest as a sample; written once per batch and topic, so that a flood of
 * them costs no more than a trickle. Confined to the writer lane.
 */
final class Quarantine {
    static final int SAMPLE_BYTES = 4096;
    private static final int MOST_TOPICS = 1000;
    private static final int LONGEST_REASON = 300;

    private final PreparedStatement merge;
    private final PreparedStatement forget;
    private final Map<String, QuarantineEntry> noted = new LinkedHashMap<>();

    Quarantine(Connection connection) throws SQLException {
        merge = connection.prepareStatement(
                "INSERT INTO quarantine (topic, count, reason, first_t, last_t, bytes, payload) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET count = count + excluded.count, reason = excluded.reason,"
                        + " last_t = excluded.last_t, bytes = excluded.bytes, payload = excluded.payload");
        forget = connection.prepareStatement(
                "DELETE FROM quarantine WHERE topic IN (SELECT topic FROM quarantine ORDER BY last_t DESC LIMIT -1 OFFSET "
                        + MOST_TOPICS + ")");
    }

    void add(String topic, byte[] payload, String reason, long t) {
        @Nullable QuarantineEntry before = noted.get(topic);
        noted.put(
                topic,
                new QuarantineEntry(
                        topic,
                        before == null ? 1 : before.count() + 1,
                        reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason,
                        before == null ? t : before.firstT(),
                        t,
                        payload.length,
                        payload));
    }

    void flush() throws SQLException {
        if (noted.isEmpty()) return;
        for (QuarantineEntry entry : noted.values()) {
            merge.setString(1, entry.topic());
            merge.setLong(2, entry.count());
            merge.setString(3, entry.reason());
            merge.setLong(4, entry.firstT());
            merge.setLong(5, entry.lastT());
            merge.setLong(6, entry.bytes());
            merge.setBytes(7, Arrays.copyOf(entry.payload(), Math.min(entry.payload().length, SAMPLE_BYTES)));
            merge.executeUpdate();
        }
        noted.clear();
        forget.executeUpdate();
    }
}
