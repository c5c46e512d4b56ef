package ridgeline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Bound;
import ridgeline.domain.Certainty;
import ridgeline.domain.Quantity;
import ridgeline.domain.Rule;
import ridgeline.domain.Status;
import ridgeline.domain.Verdict;

/** The latest verdict of each rule and series, so that a restart knows since when. Confined to the writer lane. */
final class VerdictLog {
    private static final String COLUMNS =
            "venue, standard, class, profile, clause, certainty, advisory, quantity, period,"
                    + " low, high, warn_low, warn_high, value, status, completeness, since, series, window_from, window_to, revised";

    private final PreparedStatement merge;
    private final PreparedStatement delete;
    private final Connection connection;

    VerdictLog(Connection connection) throws SQLException {
        this.connection = connection;
        merge = connection.prepareStatement("INSERT OR REPLACE INTO verdict (" + COLUMNS + ", key)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        delete = connection.prepareStatement("DELETE FROM verdict WHERE key = ?");
    }

    void write(Verdict verdict) throws SQLException {
        Rule rule = verdict.rule();
        merge.setString(1, verdict.venueId());
        merge.setString(2, rule.standard());
        merge.setString(3, rule.classId());
        merge.setString(4, rule.profile());
        merge.setString(5, rule.clause());
        merge.setString(6, rule.certainty().id());
        merge.setBoolean(7, rule.advisory());
        merge.setString(8, rule.quantity().id());
        merge.setString(9, rule.period());
        set(10, rule.bound().min());
        set(11, rule.bound().max());
        set(12, rule.warn().min());
        set(13, rule.warn().max());
        set(14, verdict.value());
        merge.setString(15, verdict.status().id());
        merge.setDouble(16, verdict.completeness());
        merge.setLong(17, verdict.since());
        merge.setString(18, verdict.seriesId());
        merge.setLong(19, verdict.from());
        merge.setLong(20, verdict.to());
        merge.setBoolean(21, verdict.revised());
        merge.setString(22, verdict.key());
        merge.executeUpdate();
    }

    void delete(String key) throws SQLException {
        delete.setString(1, key);
        delete.executeUpdate();
    }

    private void set(int column, @Nullable Double value) throws SQLException {
        if (value == null) merge.setNull(column, Types.REAL);
        else merge.setDouble(column, value);
    }

    List<Verdict> readAll() throws SQLException {
        List<Verdict> all = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT " + COLUMNS + " FROM verdict");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                Quantity quantity = Quantity.of(row.getString(8)).orElse(null);
                if (quantity != null) all.add(verdict(row, rule(row, quantity)));
            }
        }
        return all;
    }

    private static Rule rule(ResultSet row, Quantity quantity) throws SQLException {
        return new Rule(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Certainty.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                row.getBoolean(7),
                quantity,
                row.getString(9),
                new Bound(number(row, 10), number(row, 11)),
                new Bound(number(row, 12), number(row, 13)));
    }

    private static Verdict verdict(ResultSet row, Rule rule) throws SQLException {
        return new Verdict(
                row.getString(1),
                rule,
                number(row, 14),
                Status.valueOf(row.getString(15).toUpperCase(Locale.ROOT)),
                row.getDouble(16),
                row.getLong(17),
                row.getString(18),
                row.getLong(19),
                row.getLong(20),
                row.getBoolean(21),
                null);
    }

    private static @Nullable Double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
