package ridgeline.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Copies a database that is being written to. {@code VACUUM INTO} reads one consistent state and always ends; SQLite's online
 * backup starts over at each commit of another process and never does.
 */
public final class Backup {
    private Backup() {}

    /** Writes the copy beside its place, checks it, and moves it there whole; it is readable by its owner alone. */
    public static void write(Path dataFolder, Path target) {
        Path source = DataFolder.databaseIn(dataFolder);
        Path whole = target.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        if (Files.exists(whole)) throw new StoreException("the file " + target + " exists already");
        try {
            Files.deleteIfExists(part);
            copy(source, part);
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
            check(part);
            sync(part);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            Path folder = whole.getParent();
            if (folder != null) sync(folder);
        } catch (SQLException | IOException failure) {
            throw remove(part, new StoreException("backing up " + source + " to " + target, failure));
        } catch (StoreException failure) {
            throw remove(part, failure);
        }
    }

    /** Half a copy is of no use and, on a full disk, in the way. */
    private static StoreException remove(Path part, StoreException failure) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
        return failure;
    }

    private static void copy(Path source, Path part) throws SQLException {
        try (Connection connection = Database.openForReading(source)) {
            Database.run(connection, "PRAGMA query_only=0");
            try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
                vacuum.setString(1, part.toString());
                vacuum.execute();
            }
        }
    }

    private static void check(Path part) throws SQLException {
        try (Connection connection = Database.openForReading(part);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
            String found = row.next() ? row.getString(1) : "no answer";
            if (!found.equals("ok")) throw new StoreException("the copy " + part + " is damaged: " + found);
        }
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
