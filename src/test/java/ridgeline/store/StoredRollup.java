package ridgeline.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import ridgeline.domain.Quality;
import ridgeline.domain.Quantity;

/** A row of the rollup table as it is in the file, and as it ought to be by a recount of the raw readings. */
record StoredRollup(long n, double low, double total, double high, double east, double north, long covered) {
    record Key(String series, long resolution, long t) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int first = series.compareTo(other.series);
            if (first == 0) first = Long.compare(resolution, other.resolution);
            return first == 0 ? Long.compare(t, other.t) : first;
        }
    }

    static Map<Key, StoredRollup> in(Path file) {
        Map<Key, StoredRollup> all = new TreeMap<>();
        try (Connection connection = Database.openForReading(file);
                PreparedStatement query = connection.prepareStatement(
                        "SELECT s.id, r.resolution, r.t, r.n, r.low,"
                                + " r.total, r.high, r.east, r.north, r.covered FROM rollup r JOIN series s ON s.key = r.series");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                Key key = new Key(row.getString(1), row.getLong(2), row.getLong(3));
                all.put(
                        key,
                        new StoredRollup(
                                row.getLong(4),
                                row.getDouble(5),
                                row.getDouble(6),
                                row.getDouble(7),
                                row.getDouble(8),
                                row.getDouble(9),
                                row.getLong(10)));
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
        return all;
    }

    /** By the definition alone: each reading that counts, in its minute, its hour and its calendar day. */
    static Map<Key, StoredRollup> recounted(Path file, ZoneId zone) {
        Map<Key, StoredRollup> all = new TreeMap<>();
        try (Connection connection = Database.openForReading(file);
                PreparedStatement query = connection.prepareStatement("SELECT s.id, s.quantity, r.t, r.value, r.quality"
                        + " FROM reading r JOIN series s ON s.key = r.series");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                if (!Quality.of(row.getInt(5)).counts()) continue;
                boolean direction =
                        Quantity.of(row.getString(2)).orElseThrow().averaging() == ridgeline.domain.Averaging.VECTOR;
                long t = row.getLong(3);
                long day = Instant.ofEpochMilli(t)
                        .atZone(zone)
                        .toLocalDate()
                        .atStartOfDay(zone)
                        .toInstant()
                        .toEpochMilli();
                add(all, new Key(row.getString(1), 60_000, t - t % 60_000), row.getDouble(4), direction, 0);
                long hour = t - t % 3_600_000;
                add(
                        all,
                        new Key(row.getString(1), 3_600_000, hour),
                        row.getDouble(4),
                        direction,
                        1L << (t - hour) / 60_000);
                add(
                        all,
                        new Key(row.getString(1), 86_400_000, day),
                        row.getDouble(4),
                        direction,
                        1L << (t - day) / 3_600_000);
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
        return all;
    }

    private static void add(Map<Key, StoredRollup> all, Key key, double value, boolean direction, long bit) {
        double east = direction ? Math.sin(Math.toRadians(value)) : 0;
        double north = direction ? Math.cos(Math.toRadians(value)) : 0;
        all.merge(key, new StoredRollup(1, value, value, value, east, north, bit), StoredRollup::plus);
    }

    private StoredRollup plus(StoredRollup other) {
        return new StoredRollup(
                n + other.n,
                Math.min(low, other.low),
                total + other.total,
                Math.max(high, other.high),
                east + other.east,
                north + other.north,
                covered | other.covered);
    }
}
