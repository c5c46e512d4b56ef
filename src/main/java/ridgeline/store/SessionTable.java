package ridgeline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** What is known of our session at the broker: the filters it may hold, and when it was made anew. Confined to the writer lane. */
final class SessionTable {
    private final Connection connection;

    SessionTable(Connection connection) {
        this.connection = connection;
    }

    Set<String> filters() throws SQLException {
        Set<String> filters = new TreeSet<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT filter FROM session_filter");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) filters.add(rows.getString(1));
        }
        return filters;
    }

    void filters(Set<String> filters) throws SQLException {
        Database.run(connection, "DELETE FROM session_filter");
        try (PreparedStatement add = connection.prepareStatement("INSERT INTO session_filter (filter) VALUES (?)")) {
            for (String filter : filters) {
                add.setString(1, filter);
                add.executeUpdate();
            }
        }
    }

    boolean hasEvent(long t, String kind) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM event WHERE t = ? AND kind = ?")) {
            query.setLong(1, t);
            query.setString(2, kind);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    void event(long t, String kind, String detail) throws SQLException {
        try (PreparedStatement add =
                connection.prepareStatement("INSERT INTO event (t, kind, detail) VALUES (?, ?, ?)")) {
            add.setLong(1, t);
            add.setString(2, kind);
            add.setString(3, detail);
            add.executeUpdate();
        }
    }
}
