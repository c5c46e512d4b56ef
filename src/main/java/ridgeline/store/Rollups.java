package ridgeline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import ridgeline.domain.Averaging;
import ridgeline.domain.Quality;

/**
 * Minute, hour and day sums, updated in the transaction of the readings they sum. Confined to the writer lane.
 *
 * <p>New readings are added up in memory and written once per batch and bucket. A replaced reading cannot be taken out of a
 * minimum, so its minute is counted again from the readings, its hour from the minutes, its day from the hours.
 */
final class Rollups {
    private static final String COUNTING =
            "quality NOT IN (" + Quality.IMPLAUSIBLE.code() + ", " + Quality.MAINTENANCE.code() + ")";

    private record Key(int series, long t) {}

    private final Buckets buckets;
    private final PreparedStatement merge;
    private final PreparedStatement replace;
    private final PreparedStatement remove;
    private final PreparedStatement readings;
    private final PreparedStatement parts;
    private final Map<Key, Sum> minutes = new HashMap<>();
    private final Set<Key> changed = new HashSet<>();
    /** Of the series that are not averaged arithmetically. */
    private final Map<Integer, Averaging> averagings = new HashMap<>();

    Rollups(Connection connection, Buckets buckets) throws SQLException {
        this.buckets = buckets;
        String insert = "INSERT INTO rollup (resolution, series, t, n, low, total, high, east, north, covered)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        merge = connection.prepareStatement(insert
                + " ON CONFLICT DO UPDATE SET n = n + excluded.n, low = min(low, excluded.low),"
                + " total = total + excluded.total, high = max(high, excluded.high), east = east + excluded.east,"
                + " north = north + excluded.north, covered = covered | excluded.covered");
        replace = connection.prepareStatement(insert.replace("INSERT", "INSERT OR REPLACE"));
        remove = connection.prepareStatement("DELETE FROM rollup WHERE resolution = ? AND series = ? AND t = ?");
        readings = connection.prepareStatement(
                "SELECT value FROM reading WHERE series = ? AND t >= ? AND t < ? AND " + COUNTING);
        parts = connection.prepareStatement("SELECT t, n, low, total, high, east, north FROM rollup"
                + " WHERE resolution = ? AND series = ? AND t >= ? AND t < ?");
    }

    void add(int series, long t, double value, Averaging averaging) {
        note(series, averaging);
        minutes.computeIfAbsent(new Key(series, Buckets.floor(t, Buckets.MINUTE)), key -> new Sum())
                .add(value, averaging);
    }

    /** A reading in this minute was replaced. */
    void recount(int series, long t, Averaging averaging) {
        note(series, averaging);
        changed.add(new Key(series, Buckets.floor(t, Buckets.MINUTE)));
    }

    private void note(int series, Averaging averaging) {
        if (averaging != Averaging.ARITHMETIC) averagings.put(series, averaging);
    }

    /** Writes everything that was noted since the last time; the readings themselves are already in the transaction. */
    void flush() throws SQLException {
        minutes.keySet().removeAll(changed);
        Map<Key, Sum> hours = new HashMap<>();
        Map<Key, Sum> days = new HashMap<>();
        for (Map.Entry<Key, Sum> entry : minutes.entrySet()) {
            Key minute = entry.getKey();
            write(merge, Buckets.MINUTE, minute, entry.getValue());
            long hour = Buckets.floor(minute.t(), Buckets.HOUR);
            hours.computeIfAbsent(new Key(minute.series(), hour), key -> new Sum())
                    .add(entry.getValue(), (int) ((minute.t() - hour) / Buckets.MINUTE));
        }
        for (Map.Entry<Key, Sum> entry : hours.entrySet()) {
            Key hour = entry.getKey();
            write(merge, Buckets.HOUR, hour, entry.getValue());
            long day = buckets.dayOf(hour.t());
            days.computeIfAbsent(new Key(hour.series(), day), key -> new Sum())
                    .add(entry.getValue(), (int) ((hour.t() - day) / Buckets.HOUR));
        }
        for (Map.Entry<Key, Sum> entry : days.entrySet()) write(merge, Buckets.DAY, entry.getKey(), entry.getValue());
        minutes.clear();
        countAgain();
    }

    private void countAgain() throws SQLException {
        if (changed.isEmpty()) return;
        Set<Key> hours = new HashSet<>();
        for (Key minute : changed) {
            store(Buckets.MINUTE, minute, ofReadings(minute));
            hours.add(new Key(minute.series(), Buckets.floor(minute.t(), Buckets.HOUR)));
        }
        changed.clear();
        Set<Key> days = new HashSet<>();
        for (Key hour : hours) {
            store(Buckets.HOUR, hour, ofParts(Buckets.MINUTE, hour, hour.t() + Buckets.HOUR));
            days.add(new Key(hour.series(), buckets.dayOf(hour.t())));
        }
        for (Key day : days) store(Buckets.DAY, day, ofParts(Buckets.HOUR, day, buckets.dayAfter(day.t())));
    }

    private Sum ofReadings(Key minute) throws SQLException {
        Sum sum = new Sum();
        readings.setInt(1, minute.series());
        readings.setLong(2, minute.t());
        readings.setLong(3, minute.t() + Buckets.MINUTE);
        try (ResultSet rows = readings.executeQuery()) {
            Averaging averaging = averagings.getOrDefault(minute.series(), Averaging.ARITHMETIC);
            while (rows.next()) sum.add(rows.getDouble(1), averaging);
        }
        return sum;
    }

    private Sum ofParts(long resolution, Key whole, long to) throws SQLException {
        Sum sum = new Sum();
        parts.setLong(1, resolution);
        parts.setInt(2, whole.series());
        parts.setLong(3, whole.t());
        parts.setLong(4, to);
        try (ResultSet rows = parts.executeQuery()) {
            while (rows.next()) {
                Sum part = new Sum();
                part.n = rows.getLong(2);
                part.low = rows.getDouble(3);
                part.total = rows.getDouble(4);
                part.high = rows.getDouble(5);
                part.east = rows.getDouble(6);
                part.north = rows.getDouble(7);
                sum.add(part, (int) ((rows.getLong(1) - whole.t()) / resolution));
            }
        }
        return sum;
    }

    private void store(long resolution, Key key, Sum sum) throws SQLException {
        if (sum.n > 0) {
            write(replace, resolution, key, sum);
            return;
        }
        remove.setLong(1, resolution);
        remove.setInt(2, key.series());
        remove.setLong(3, key.t());
        remove.executeUpdate();
    }

    private static void write(PreparedStatement statement, long resolution, Key key, Sum sum) throws SQLException {
        statement.setLong(1, resolution);
        statement.setInt(2, key.series());
        statement.setLong(3, key.t());
        statement.setLong(4, sum.n);
        statement.setDouble(5, sum.low);
        statement.setDouble(6, sum.total);
        statement.setDouble(7, sum.high);
        statement.setDouble(8, sum.east);
        statement.setDouble(9, sum.north);
        statement.setLong(10, sum.covered);
        statement.executeUpdate();
    }
}
