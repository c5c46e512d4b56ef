package ridgeline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.DayMean;
import ridgeline.domain.HourSum;
import ridgeline.domain.MinuteSum;
import ridgeline.domain.Quantity;
import ridgeline.domain.Series;

/**
 * Minute, hour and day sums out of the rollups, for whoever judges. Confined to the thread of its connection; spans are
 * half-open and in the order of time.
 */
public final class Sums {
    private static final String SERIES = "s.id, s.sensor, s.venue, s.quantity";
    private static final String OF_ROLLUP = "SELECT " + SERIES + ", r.t, r.total, r.n, r.covered, r.high"
            + " FROM rollup r JOIN series s ON s.key = r.series WHERE r.resolution = ";
    /** By key, so that SQLite seeks the span in each series; by quantity alone it reads the whole resolution. */
    private static final String OF_QUANTITIES =
            "s.key IN (SELECT key FROM series WHERE quantity IN (SELECT value FROM json_each(?)))";

    private static final String OF_DAYS = "SELECT " + SERIES + ", d.day, d.mean, d.hours, d.high8, d.eights"
            + " FROM day_mean d JOIN series s ON s.key = d.series WHERE ";
    private static final String IN_DAYS = " AND d.day >= ? AND d.day < ? ORDER BY d.day";
    private static final String IN_SPAN = " AND r.t >= ? AND r.t < ? ORDER BY r.t";

    private final Connection connection;

    Sums(Connection connection) {
        this.connection = connection;
    }

    /** Hours of all series, in hours since the epoch. A quantity this program does not know is left out. */
    public List<HourSum> hours(long from, long to) {
        return hours("s.key IN (SELECT key FROM series)", null, from, to);
    }

    public List<HourSum> hours(Series series, long from, long to) {
        return hours("s.id = ?", series.id(), from, to);
    }

    /** Hours of the series of some quantities. */
    public List<HourSum> hours(Set<Quantity> quantities, long from, long to) {
        return hours(OF_QUANTITIES, ids(quantities), from, to);
    }

    /** Minutes of all series, in minutes since the epoch. */
    public List<MinuteSum> minutes(long from, long to) {
        return minutes("s.key IN (SELECT key FROM series)", null, from, to);
    }

    public List<MinuteSum> minutes(Series series, long from, long to) {
        return minutes("s.id = ?", series.id(), from, to);
    }

    /** Minutes of the series of some quantities. */
    public List<MinuteSum> minutes(Set<Quantity> quantities, long from, long to) {
        return minutes(OF_QUANTITIES, ids(quantities), from, to);
    }

    /** Days of one series, in days since 1970-01-01. */
    public List<DayMean> days(Series series, long from, long to) {
        return days("s.id = ?", series.id(), from, to);
    }

    /** Days of the series of some quantities. */
    public List<DayMean> days(Set<Quantity> quantities, long from, long to) {
        return days(OF_QUANTITIES, ids(quantities), from, to);
    }

    /** As a JSON array: one parameter for any number of them. */
    private static String ids(Set<Quantity> quantities) {
        return quantities.stream().map(Quantity::id).collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    private List<DayMean> days(String which, String parameter, long from, long to) {
        return Attempt.attempt("reading the days", () -> {
            List<DayMean> days = new ArrayList<>();
            Map<String, Series> known = new HashMap<>();
            try (PreparedStatement query = connection.prepareStatement(OF_DAYS + which + IN_DAYS)) {
                query.setString(1, parameter);
                query.setLong(2, from);
                query.setLong(3, to);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        Series series = series(row, known);
                        if (series == null) continue;
                        days.add(new DayMean(
                                series, row.getLong(5), orNaN(row, 6), row.getInt(7), orNaN(row, 8), row.getInt(9)));
                    }
                }
            }
            return days;
        });
    }

    void write(int key, DayMean day) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(
                "INSERT OR REPLACE INTO day_mean (series, day, mean, hours, high8, eights) VALUES (?, ?, ?, ?, ?, ?)")) {
            merge.setInt(1, key);
            merge.setLong(2, day.day());
            setOrNull(merge, 3, day.mean());
            merge.setInt(4, day.hours());
            setOrNull(merge, 5, day.high8());
            merge.setInt(6, day.eights());
            merge.executeUpdate();
        }
    }

    private List<HourSum> hours(String which, @Nullable String id, long from, long to) {
        return Attempt.attempt(
                "reading the hour sums",
                () -> select(
                        Buckets.HOUR,
                        which,
                        id,
                        from,
                        to,
                        (row, series, at) -> new HourSum(
                                series, at, row.getDouble(6), row.getLong(7), row.getLong(8), row.getDouble(9))));
    }

    private List<MinuteSum> minutes(String which, @Nullable String id, long from, long to) {
        return Attempt.attempt(
                "reading the minute sums",
                () -> select(
                        Buckets.MINUTE,
                        which,
                        id,
                        from,
                        to,
                        (row, series, at) ->
                                new MinuteSum(series, at, row.getDouble(6), row.getLong(7), row.getDouble(9))));
    }

    private interface Reads<T> {
        T read(ResultSet row, Series series, long at) throws SQLException;
    }

    private <T> List<T> select(long resolution, String which, @Nullable String id, long from, long to, Reads<T> reads)
            throws SQLException {
        List<T> sums = new ArrayList<>();
        Map<String, Series> known = new HashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement(OF_ROLLUP + resolution + " AND " + which + IN_SPAN)) {
            int next = 1;
            if (id != null) query.setString(next++, id);
            query.setLong(next++, Math.multiplyExact(from, resolution));
            query.setLong(next, Math.multiplyExact(to, resolution));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Series series = series(row, known);
                    if (series == null) continue;
                    sums.add(reads.read(row, series, Math.floorDiv(row.getLong(5), resolution)));
                }
            }
        }
        return sums;
    }

    /** One object for all rows of a series; null for a quantity this program does not know. */
    private static @Nullable Series series(ResultSet row, Map<String, Series> known) throws SQLException {
        String id = row.getString(1);
        Series before = known.get(id);
        if (before != null) return before;
        Quantity quantity = Quantity.of(row.getString(4)).orElse(null);
        if (quantity == null) return null;
        Series series = new Series(id, row.getString(2), row.getString(3), quantity);
        known.put(id, series);
        return series;
    }

    private static double orNaN(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    private static void setOrNull(PreparedStatement statement, int column, double value) throws SQLException {
        if (Double.isNaN(value)) statement.setNull(column, Types.REAL);
        else statement.setDouble(column, value);
    }
}
