package ridgeline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import ridgeline.domain.HourSum;
import ridgeline.domain.Quantity;
import ridgeline.domain.Series;

/** Hour sums out of the rollups, for whoever judges. */
final class HourSums {
    private HourSums() {}

    /** Those with {@code from <= hour < to}, hours since the epoch. A quantity this program does not know is left out. */
    static List<HourSum> between(Connection connection, long from, long to) throws SQLException {
        List<HourSum> sums = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT s.id, s.sensor, s.venue, s.quantity, r.t,"
                + " r.total, r.n, r.covered FROM series s JOIN rollup r ON r.series = s.key"
                + " WHERE r.resolution = " + Buckets.HOUR + " AND r.t >= ? AND r.t < ?")) {
            query.setLong(1, from * Buckets.HOUR);
            query.setLong(2, to * Buckets.HOUR);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Quantity quantity = Quantity.of(row.getString(4)).orElse(null);
                    if (quantity == null) continue;
                    Series series = new Series(row.getString(1), row.getString(2), row.getString(3), quantity);
                    long at = Math.floorDiv(row.getLong(5), Buckets.HOUR);
                    sums.add(new HourSum(series, at, row.getDouble(6), row.getLong(7), row.getLong(8)));
                }
            }
        }
        return sums;
    }
}
