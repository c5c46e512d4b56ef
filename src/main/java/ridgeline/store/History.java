package ridgeline.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quality;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Series;

/**
 * Questions to the database. Confined to the reader lane: its own connection, which cannot write. Every answer is bounded and
 * every result set is closed before it is given, so that no reader keeps the write-ahead log from being reset.
 */
public final class History implements AutoCloseable {
    /** The most points one series may be asked for. */
    public static final int MOST_POINTS = 5000;

    private final Connection connection;
    private final ZoneId zone;
    private final Sums sums;
    private final Map<String, StoredSeries> known = new HashMap<>();

    private History(Connection connection, ZoneId zone) {
        this.connection = connection;
        this.zone = zone;
        sums = new Sums(connection);
    }

    public static History open(Path database, ZoneId zone) {
        try {
            return new History(Database.openForReading(database), zone);
        } catch (SQLException failure) {
            throw new StoreException("opening the database " + database + " for reading", failure);
        }
    }

    record StoredSeries(int key, Series series) {}

    /** @param n how many readings count in it */
    public record Point(long t, double low, double mean, double high, long n) {}

    /** @param points in time order; a bucket without a reading is not there */
    public record Trend(Series series, long resolution, List<Point> points) {}

    /** One page of raw readings in time order; {@code next} goes into {@code after} for the following page, null at the end. */
    public record Page(List<Reading> readings, @Nullable Long next) {}

    /** The series stored under an id, null when there never was a reading of it. */
    public @Nullable Series series(String id) {
        StoredSeries found = find(id);
        return found == null ? null : found.series();
    }

    private @Nullable StoredSeries find(String id) {
        StoredSeries before = known.get(id);
        if (before != null) return before;
        return Attempt.attempt("looking up series " + id, () -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT key, sensor, venue, quantity FROM series WHERE id = ?")) {
                query.setString(1, id);
                try (ResultSet row = query.executeQuery()) {
                    if (!row.next()) return null;
                    Quantity quantity = Quantity.of(row.getString(4)).orElse(null);
                    if (quantity == null) return null;
                    Series series = new Series(id, row.getString(2), row.getString(3), quantity);
                    StoredSeries found = new StoredSeries(row.getInt(1), series);
                    known.put(id, found);
                    return found;
                }
            }
        });
    }

    /** The newest reading of every series that has one at or before a time. */
    public List<Reading> latest(long atMost) {
        return Attempt.attempt("reading the latest values", () -> {
            List<String> ids = new ArrayList<>();
            try (PreparedStatement all = connection.prepareStatement("SELECT id FROM series ORDER BY key");
                    ResultSet rows = all.executeQuery()) {
                while (rows.next()) ids.add(rows.getString(1));
            }
            List<Reading> latest = new ArrayList<>();
            for (String id : ids) {
                StoredSeries series = find(id);
                if (series != null) latest.addAll(select(series, "t <= ? ORDER BY t DESC LIMIT 1", atMost));
            }
            return latest;
        });
    }

    /**
     * Raw readings with {@code from <= t < to} and {@code t > after}.
     *
     * @param after null for the first page
     */
    public Page page(String seriesId, long from, long to, @Nullable Long after, int limit) {
        StoredSeries series = find(seriesId);
        if (series == null) return new Page(List.of(), null);
        long start = after == null ? from : Math.max(from, after + 1);
        return Attempt.attempt("reading " + seriesId, () -> {
            List<Reading> readings = select(series, "t >= ? AND t < ? ORDER BY t LIMIT ?", start, to, limit + 1L);
            if (readings.size() <= limit) return new Page(readings, null);
            List<Reading> page = readings.subList(0, limit);
            return new Page(page, page.get(limit - 1).t());
        });
    }

    private List<Reading> select(StoredSeries series, String where, long... parameters) throws SQLException {
        List<Reading> readings = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT t, value, quality FROM reading WHERE series = ? AND " + where)) {
            query.setInt(1, series.key());
            for (int i = 0; i < parameters.length; i++) query.setLong(i + 2, parameters[i]);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Quality quality = Quality.of(row.getInt(3));
                    readings.add(new Reading(series.series(), row.getLong(1), row.getDouble(2), quality, true));
                }
            }
        }
        return readings;
    }

    /** The series over {@code [from, to)} in at most {@code points} buckets, at the finest resolution that fits. */
    public @Nullable Trend trend(String seriesId, long from, long to, int points) {
        StoredSeries series = find(seriesId);
        if (series == null) return null;
        return Attempt.attempt("reading the history of " + seriesId, () -> {
            Resolution resolution = Resolution.finest(from, to, points, zone);
            return new Trend(
                    series.series(),
                    resolution.step(),
                    new TrendQuery(connection, zone).run(series, from, to, resolution));
        });
    }

    /** Sums and days of series. */
    public Sums sums() {
        return sums;
    }

    /** Unusable messages by topic, the latest first. */
    public List<QuarantineEntry> quarantine(int limit) {
        return Attempt.attempt("reading the quarantine", () -> {
            List<QuarantineEntry> entries = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT topic, count, reason, first_t, last_t, bytes, payload FROM quarantine"
                            + " ORDER BY last_t DESC, topic LIMIT ?")) {
                query.setInt(1, limit);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        entries.add(new QuarantineEntry(
                                row.getString(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getBytes(7)));
                    }
                }
            }
            return entries;
        });
    }

    @Override
    public void close() {
        Attempt.close(connection);
    }
}
