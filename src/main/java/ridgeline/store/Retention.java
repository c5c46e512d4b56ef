package ridgeline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * Deletes what is older than it is kept, a little at a time between batches: one large DELETE would hold up commits and fill the
 * write-ahead log. Above the size allowed, the oldest day of raw readings goes first. Confined to the writer lane.
 */
final class Retention {
    /** Longer than this at a time, and a batch would wait for it. */
    private static final long LONGEST = Duration.ofMillis(20).toNanos();

    private static final int ROWS_A_STEP = 2000;
    private static final int PAGES_A_STEP = 500;
    private static final long BETWEEN_SWEEPS = Duration.ofMinutes(10).toNanos();
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Connection connection;
    private final Keep keep;
    private final List<Integer> waiting = new ArrayList<>();
    private long nextSweep = System.nanoTime();
    private long rawBefore;

    Retention(Connection connection, Keep keep) {
        this.connection = connection;
        this.keep = keep;
    }

    /** Deletes what is due for a little while, in transactions of its own. */
    void forget(long now) throws SQLException {
        long start = System.nanoTime();
        boolean more = true;
        while (more && System.nanoTime() - start < LONGEST) {
            more = step(now);
            connection.commit();
        }
    }

    private boolean step(long now) throws SQLException {
        if (waiting.isEmpty() && !beginSweep(now)) return false;
        int series = waiting.get(waiting.size() - 1);
        int deleted = delete("reading", "", series, rawBefore)
                + delete("rollup", "resolution = " + Buckets.MINUTE + " AND ", series, before(now, keep.minute()))
                + delete("rollup", "resolution = " + Buckets.HOUR + " AND ", series, before(now, keep.hour()));
        if (deleted < ROWS_A_STEP) waiting.remove(waiting.size() - 1);
        if (deleted > 0) Database.run(connection, "PRAGMA incremental_vacuum(" + PAGES_A_STEP + ")");
        return deleted > 0;
    }

    private boolean beginSweep(long now) throws SQLException {
        if (System.nanoTime() - nextSweep < 0) return false;
        boolean tooLarge = usedBytes() > keep.maxBytes();
        rawBefore = before(now, keep.raw());
        if (tooLarge) rawBefore = Math.max(rawBefore, oldestReading(now) + DAY);
        nextSweep = System.nanoTime() + (tooLarge ? 0 : BETWEEN_SWEEPS);
        try (PreparedStatement query = connection.prepareStatement("SELECT key FROM series ORDER BY key DESC");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) waiting.add(rows.getInt(1));
        }
        return !waiting.isEmpty();
    }

    private int delete(String table, String and, int series, long before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM " + table + " WHERE " + and + "series = ? AND t < ? LIMIT " + ROWS_A_STEP)) {
            delete.setInt(1, series);
            delete.setLong(2, before);
            return delete.executeUpdate();
        }
    }

    private long before(long now, Period kept) {
        return Instant.ofEpochMilli(now)
                .atZone(keep.zone())
                .minus(kept)
                .toInstant()
                .toEpochMilli();
    }

    private long usedBytes() throws SQLException {
        long pages = Database.number(connection, "PRAGMA page_count");
        long free = Database.number(connection, "PRAGMA freelist_count");
        long pageSize = Database.number(connection, "PRAGMA page_size");
        return (pages - free) * pageSize;
    }

    /** Each series' oldest is one step down its own key; a scan of all readings it is not. */
    private long oldestReading(long otherwise) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT min(oldest) FROM (SELECT (SELECT min(t) FROM reading WHERE series = key) AS oldest FROM series)");
                ResultSet row = query.executeQuery()) {
            long oldest = row.next() ? row.getLong(1) : otherwise;
            return row.wasNull() ? otherwise : oldest;
        }
    }
}
