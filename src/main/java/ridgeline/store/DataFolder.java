package ridgeline.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;

/** The folder that one running kiosk owns: the database, its lock, and SQLite's unpacked native library. */
public final class DataFolder implements AutoCloseable {
    private static final String UNPACK_INTO = "org.sqlite.tmpdir";

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Makes the folder where it is missing and takes its lock; a second process gets a {@link StoreException}. */
    public static DataFolder lock(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            FileChannel channel = FileChannel.open(
                    folder.resolve("ridgeline.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StoreException("another ridgeline process uses the data folder " + folder);
            }
            DataFolder locked = new DataFolder(folder, channel);
            try {
                locked.unpackNativeLibraryHere();
            } catch (IOException failure) {
                locked.close();
                throw failure;
            }
            return locked;
        } catch (IOException | UnsupportedOperationException failure) {
            throw new StoreException("opening the data folder " + folder, failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /**
     * SQLite's library is unpacked into our own folder: /tmp may be mounted noexec, and what a killed process left behind
     * can be deleted here, since the lock says that nobody uses it. It is loaded at once, while the folder is sure to be there.
     */
    private void unpackNativeLibraryHere() throws IOException {
        Path own = folder.resolve("native");
        Files.createDirectories(own);
        if (System.getProperty(UNPACK_INTO) != null) return;
        try (DirectoryStream<Path> left = Files.newDirectoryStream(own)) {
            for (Path file : left) Files.deleteIfExists(file);
        }
        System.setProperty(UNPACK_INTO, own.toString());
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception failure) {
            throw new IOException("loading SQLite's native library from " + own, failure);
        } finally {
            System.clearProperty(UNPACK_INTO);
        }
    }

    public Path database() {
        return databaseIn(folder);
    }

    /** Where the database of a data folder lies, for commands that only read beside the running kiosk. */
    public static Path databaseIn(Path folder) {
        return folder.resolve("ridgeline.db");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new StoreException("closing the data folder " + folder, failure);
        }
    }
}
