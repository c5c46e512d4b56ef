package ridgeline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import ridgeline.domain.Averaging;
import ridgeline.domain.Quality;
import ridgeline.store.History.Point;
import ridgeline.store.History.StoredSeries;

/** Reads one series in time order and adds neighbouring rows up into buckets. Lives for one query. */
final class TrendQuery {
    private static final String RAW =
            "SELECT t, value, value, value, 1, 0, 0 FROM reading WHERE series = ? AND t >= ? AND t < ?"
                    + " AND quality NOT IN (" + Quality.IMPLAUSIBLE.code() + ", " + Quality.MAINTENANCE.code()
                    + ") ORDER BY t";
    private static final String ROLLUP = "SELECT t, low, total, high, n, east, north FROM rollup WHERE resolution = ?"
            + " AND series = ? AND t >= ? AND t < ? ORDER BY t";

    private final Connection connection;
    private final ZoneId zone;

    TrendQuery(Connection connection, ZoneId zone) {
        this.connection = connection;
        this.zone = zone;
    }

    /** A rollup that begins before {@code from} but reaches over it belongs to the answer, so the start is rounded down. */
    List<Point> run(StoredSeries series, long from, long to, Resolution resolution) throws SQLException {
        boolean raw = resolution.source() == 0;
        try (PreparedStatement query = connection.prepareStatement(raw ? RAW : ROLLUP)) {
            int next = 1;
            if (!raw) query.setLong(next++, resolution.source());
            query.setInt(next++, series.key());
            query.setLong(next++, raw ? from : resolution.bucket(Math.max(from, 0), zone));
            query.setLong(next, to);
            try (ResultSet rows = query.executeQuery()) {
                return add(rows, series.series().quantity().averaging(), resolution);
            }
        }
    }

    private List<Point> add(ResultSet rows, Averaging averaging, Resolution resolution) throws SQLException {
        List<Point> points = new ArrayList<>();
        Sum sum = new Sum();
        long current = Long.MIN_VALUE;
        while (rows.next()) {
            long bucket = resolution.bucket(rows.getLong(1), zone);
            if (bucket != current) {
                if (sum.n > 0) points.add(point(current, sum, averaging));
                sum = new Sum();
                current = bucket;
            }
            if (resolution.source() == 0) sum.add(rows.getDouble(2), averaging);
            else sum.add(part(rows), 0);
        }
        if (sum.n > 0) points.add(point(current, sum, averaging));
        return points;
    }

    private static Sum part(ResultSet row) throws SQLException {
        Sum part = new Sum();
        part.low = row.getDouble(2);
        part.total = row.getDouble(3);
        part.high = row.getDouble(4);
        part.n = row.getLong(5);
        part.east = row.getDouble(6);
        part.north = row.getDouble(7);
        return part;
    }

    private static Point point(long t, Sum sum, Averaging averaging) {
        return new Point(t, sum.low, sum.mean(averaging), sum.high, sum.n);
    }
}
