package ridgeline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ridgeline.domain.Quantity;
import ridgeline.domain.Status;
import ridgeline.domain.Verdict;

/** The latest verdict of each rule and series, so that a restart knows since when. Confined to the writer lane. */
final class VerdictLog {
    private final PreparedStatement merge;
    private final Connection connection;

    VerdictLog(Connection connection) throws SQLException {
        this.connection = connection;
        merge = connection.prepareStatement(
                "INSERT OR REPLACE INTO verdict (key, venue, standard, clause, quantity, period,"
                        + " value, boundary, status, completeness, since, series, window_from, window_to, revised)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    void write(Verdict verdict) throws SQLException {
        merge.setString(1, verdict.key());
        merge.setString(2, verdict.venueId());
        merge.setString(3, verdict.standard());
        merge.setString(4, verdict.clause());
        merge.setString(5, verdict.quantity().id());
        merge.setString(6, verdict.period());
        if (verdict.value() == null) merge.setNull(7, Types.REAL);
        else merge.setDouble(7, verdict.value());
        merge.setDouble(8, verdict.limit());
        merge.setString(9, verdict.status().id());
        merge.setDouble(10, verdict.completeness());
        merge.setLong(11, verdict.since());
        merge.setString(12, verdict.seriesId());
        merge.setLong(13, verdict.from());
        merge.setLong(14, verdict.to());
        merge.setBoolean(15, verdict.revised());
        merge.executeUpdate();
    }

    List<Verdict> readAll() throws SQLException {
        List<Verdict> all = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT venue, standard, clause, quantity, period, value,"
                                + " boundary, status, completeness, since, series, window_from, window_to, revised FROM verdict");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                double value = row.getDouble(6);
                boolean hasValue = !row.wasNull();
                Quantity quantity = Quantity.of(row.getString(4)).orElse(null);
                if (quantity == null) continue;
                all.add(new Verdict(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        quantity,
                        row.getString(5),
                        hasValue ? value : null,
                        row.getDouble(7),
                        Status.valueOf(row.getString(8).toUpperCase(Locale.ROOT)),
                        row.getDouble(9),
                        row.getLong(10),
                        row.getString(11),
                        row.getLong(12),
                        row.getLong(13),
                        row.getBoolean(14)));
            }
        }
        return all;
    }
}
