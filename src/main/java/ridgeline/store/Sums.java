package ridgeline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ridgeline.domain.DayMean;
import ridgeline.domain.HourSum;
import ridgeline.domain.MinuteSum;
import ridgeline.domain.Quantity;
import ridgeline.domain.Series;

/**
 * Minute, hour and day sums out of the rollups, for whoever judges. Confined to the thread of its connection and closed
 * with it; spans are half-open and answers in the order of time.
 *
 * <p>Each series is sought on its own: only so is the cost that of the span and not of the whole file.
 */
public final class Sums {
    private static final Set<Quantity> ALL = EnumSet.allOf(Quantity.class);

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private record Stored(int key, Series series) {}

    private interface Reads<T> {
        /** @param at in units of the resolution */
        T read(ResultSet row, Series series, long at) throws SQLException;
    }

    Sums(Connection connection) {
        this.connection = connection;
    }

    /** Hours of all series, in hours since the epoch. A quantity this program does not know is left out. */
    public List<HourSum> hours(long from, long to) {
        return hours(ALL, from, to);
    }

    /** Hours of the series of some quantities. */
    public List<HourSum> hours(Set<Quantity> quantities, long from, long to) {
        return Attempt.attempt("reading the hour sums", () -> {
            List<HourSum> hours = rollups(of(quantities), Buckets.HOUR, from, to, Sums::hour);
            hours.sort(Comparator.comparingLong(HourSum::hour));
            return hours;
        });
    }

    public List<HourSum> hours(Series series, long from, long to) {
        return Attempt.attempt(
                "reading the hour sums of " + series.id(),
                () -> rollups(of(series), Buckets.HOUR, from, to, Sums::hour));
    }

    /** Minutes of the series of some quantities, in minutes since the epoch. */
    public List<MinuteSum> minutes(Set<Quantity> quantities, long from, long to) {
        return Attempt.attempt("reading the minute sums", () -> {
            List<MinuteSum> minutes = rollups(of(quantities), Buckets.MINUTE, from, to, Sums::minute);
            minutes.sort(Comparator.comparingLong(MinuteSum::minute));
            return minutes;
        });
    }

    public List<MinuteSum> minutes(Series series, long from, long to) {
        return Attempt.attempt(
                "reading the minute sums of " + series.id(),
                () -> rollups(of(series), Buckets.MINUTE, from, to, Sums::minute));
    }

    /** Days of the series of some quantities, in days since 1970-01-01. */
    public List<DayMean> days(Set<Quantity> quantities, long from, long to) {
        return Attempt.attempt("reading the days", () -> {
            List<DayMean> days = days(of(quantities), from, to);
            days.sort(Comparator.comparingLong(DayMean::day));
            return days;
        });
    }

    public List<DayMean> days(Series series, long from, long to) {
        return Attempt.attempt("reading the days of " + series.id(), () -> days(of(series), from, to));
    }

    void write(int key, DayMean day) throws SQLException {
        PreparedStatement merge = statement(
                "INSERT OR REPLACE INTO day_mean (series, day, mean, hours, high8, eights) VALUES (?, ?, ?, ?, ?, ?)");
        merge.setInt(1, key);
        merge.setLong(2, day.day());
        setOrNull(merge, 3, day.mean());
        merge.setInt(4, day.hours());
        setOrNull(merge, 5, day.high8());
        merge.setInt(6, day.eights());
        merge.executeUpdate();
    }

    private static HourSum hour(ResultSet row, Series series, long at) throws SQLException {
        return new HourSum(series, at, row.getDouble(2), row.getLong(3), row.getLong(4), row.getDouble(5));
    }

    private static MinuteSum minute(ResultSet row, Series series, long at) throws SQLException {
        return new MinuteSum(series, at, row.getDouble(2), row.getLong(3), row.getDouble(5));
    }

    private List<Stored> of(Set<Quantity> quantities) throws SQLException {
        List<Stored> found = new ArrayList<>();
        try (ResultSet row =
                statement("SELECT key, id, sensor, venue, quantity FROM series").executeQuery()) {
            while (row.next()) {
                Quantity quantity = Quantity.of(row.getString(5)).orElse(null);
                if (quantity == null || !quantities.contains(quantity)) continue;
                found.add(new Stored(
                        row.getInt(1), new Series(row.getString(2), row.getString(3), row.getString(4), quantity)));
            }
        }
        return found;
    }

    private List<Stored> of(Series series) throws SQLException {
        PreparedStatement query = statement("SELECT key FROM series WHERE id = ?");
        query.setString(1, series.id());
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? List.of(new Stored(row.getInt(1), series)) : List.of();
        }
    }

    private <T> List<T> rollups(List<Stored> all, long resolution, long from, long to, Reads<T> reads)
            throws SQLException {
        PreparedStatement query = statement("SELECT t, total, n, covered, high FROM rollup"
                + " WHERE resolution = ? AND series = ? AND t >= ? AND t < ? ORDER BY t");
        query.setLong(1, resolution);
        query.setLong(3, Math.multiplyExact(from, resolution));
        query.setLong(4, Math.multiplyExact(to, resolution));
        List<T> sums = new ArrayList<>();
        for (Stored stored : all) {
            query.setInt(2, stored.key());
            try (ResultSet row = query.executeQuery()) {
                while (row.next())
                    sums.add(reads.read(row, stored.series(), Math.floorDiv(row.getLong(1), resolution)));
            }
        }
        return sums;
    }

    private List<DayMean> days(List<Stored> all, long from, long to) throws SQLException {
        PreparedStatement query = statement("SELECT day, mean, hours, high8, eights FROM day_mean"
                + " WHERE series = ? AND day >= ? AND day < ? ORDER BY day");
        query.setLong(2, from);
        query.setLong(3, to);
        List<DayMean> days = new ArrayList<>();
        for (Stored stored : all) {
            query.setInt(1, stored.key());
            try (ResultSet row = query.executeQuery()) {
                while (row.next())
                    days.add(new DayMean(
                            stored.series(),
                            row.getLong(1),
                            orNaN(row, 2),
                            row.getInt(3),
                            orNaN(row, 4),
                            row.getInt(5)));
            }
        }
        return days;
    }

    /** Prepared once, since a statement costs more than the question it is. */
    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known != null) return known;
        PreparedStatement prepared = connection.prepareStatement(sql);
        statements.put(sql, prepared);
        return prepared;
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
