package ridgeline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Series;

/** The short number each series has in the file. Confined to the writer lane. */
final class SeriesKeys {
    private final Connection connection;
    private final Map<String, Integer> keys = new HashMap<>();

    SeriesKeys(Connection connection) throws SQLException {
        this.connection = connection;
        try (PreparedStatement all = connection.prepareStatement("SELECT id, key FROM series");
                ResultSet rows = all.executeQuery()) {
            while (rows.next()) keys.put(rows.getString(1), rows.getInt(2));
        }
    }

    int of(Series series) throws SQLException {
        @Nullable Integer known = keys.get(series.id());
        return known == null ? add(series) : known;
    }

    private int add(Series series) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO series (id, sensor, venue, quantity) VALUES (?, ?, ?, ?) RETURNING key")) {
            insert.setString(1, series.id());
            insert.setString(2, series.sensorId());
            insert.setString(3, series.venueId());
            insert.setString(4, series.quantity().id());
            try (ResultSet row = insert.executeQuery()) {
                if (!row.next()) throw new SQLException("series " + series.id() + " got no key");
                int key = row.getInt(1);
                keys.put(series.id(), key);
                return key;
            }
        }
    }
}
