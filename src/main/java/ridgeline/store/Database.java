package ridgeline.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Opens connections to the database file with the right settings and brings its schema up to date. */
final class Database {
    private static final String OLDEST_SAFE_SQLITE = "3.51.3";

    /** One script per schema version; a released one is never edited. */
    private static final List<String> MIGRATIONS = List.of("schema-1.sql");

    private Database() {}

    /** The one writing connection: created where missing, WAL, full sync, schema migrated. */
    static Connection openForWriting(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(5000);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        // Otherwise the driver asks for the last row id after every insert, which doubles its cost.
        config.setGetGeneratedKeys(false);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try {
            ownersOnly(file);
            run(connection, "PRAGMA auto_vacuum=INCREMENTAL");
            run(connection, "PRAGMA journal_mode=WAL");
            run(connection, "PRAGMA synchronous=FULL");
            run(connection, "PRAGMA mmap_size=0");
            run(connection, "PRAGMA cache_size=-8192");
            run(connection, "PRAGMA journal_size_limit=33554432");
            run(connection, "PRAGMA wal_autocheckpoint=6000");
            requireSafeSqlite(connection);
            connection.setAutoCommit(false);
            migrate(connection, file);
            return connection;
        } catch (SQLException | RuntimeException failure) {
            closeAfter(failure, connection);
            throw failure;
        }
    }

    /** Before anything is in it; the files beside it take after it. */
    private static void ownersOnly(Path file) throws SQLException {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException | UnsupportedOperationException failure) {
            throw new SQLException("its permissions cannot be set", failure);
        }
    }

    /** A connection that cannot write, for queries and for commands beside the running kiosk. */
    static Connection openForReading(Path file) throws SQLException {
        if (!Files.exists(file)) throw new StoreException("there is no database " + file);
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(5000);
        config.setReadOnly(true);
        config.setOpenMode(SQLiteOpenMode.READONLY);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        run(connection, "PRAGMA query_only=1");
        run(connection, "PRAGMA mmap_size=0");
        run(connection, "PRAGMA cache_size=-8192");
        return connection;
    }

    private static void migrate(Connection connection, Path file) throws SQLException {
        int version = number(connection, "PRAGMA user_version");
        if (version > MIGRATIONS.size()) {
            throw new StoreException(
                    "the database " + file + " has schema " + version + "; this program knows only up to "
                            + MIGRATIONS.size() + ": use the newer program, or an empty data folder");
        }
        for (int next = version + 1; next <= MIGRATIONS.size(); next++) {
            for (String statement : script(MIGRATIONS.get(next - 1)).split(";\\s*\n", -1)) {
                if (!statement.isBlank()) run(connection, statement);
            }
            run(connection, "PRAGMA user_version=" + next);
            connection.commit();
        }
    }

    private static String script(String name) {
        try (InputStream stream = Database.class.getResourceAsStream(name)) {
            if (stream == null) throw new IllegalStateException("the program lacks " + name);
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException("the program's " + name + " cannot be read", failure);
        }
    }

    /** Older ones can corrupt a WAL database when a reset of the log and a checkpoint meet (sqlite.org/wal.html). */
    private static void requireSafeSqlite(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sqlite_version()")) {
            String version = row.next() ? row.getString(1) : "";
            if (compareVersions(version, OLDEST_SAFE_SQLITE) < 0) {
                throw new StoreException("SQLite " + version + " is too old, at least " + OLDEST_SAFE_SQLITE);
            }
        }
    }

    private static int compareVersions(String one, String other) {
        String[] a = one.split("\\.", -1);
        String[] b = other.split("\\.", -1);
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int difference = Integer.compare(Integer.parseInt(a[i]), Integer.parseInt(b[i]));
            if (difference != 0) return difference;
        }
        return Integer.compare(a.length, b.length);
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    static void closeAfter(Throwable failure, Connection connection) {
        try {
            connection.close();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }
}
