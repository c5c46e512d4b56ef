package ridgeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridgeline.testing.Keeping;

class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void itIsMadeForItsOwnerAlone() throws IOException {
        Path made = folder.resolve("deep/data");
        try (DataFolder data = DataFolder.lock(made)) {
            assertThat(data.database()).isEqualTo(made.resolve("ridgeline.db"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void itBelongsToOneKioskAtATime() {
        try (DataFolder data = DataFolder.lock(folder)) {
            assertThat(data).isNotNull();
            assertThatThrownBy(() -> DataFolder.lock(folder))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("another ridgeline process uses the data folder " + folder);
        }
        DataFolder.lock(folder).close();
    }

    @Test
    void itSaysWhereItCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.lock(file.resolve("data")))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("opening the data folder " + file.resolve("data"));
    }

    @Test
    void itHoldsADatabaseThatLosesNothingItConfirmed() throws SQLException {
        try (Connection connection = Database.openForWriting(folder.resolve("ridgeline.db"))) {
            assertThat(Database.number(connection, "PRAGMA synchronous")).isEqualTo(2);
            assertThat(Database.number(connection, "PRAGMA auto_vacuum")).isEqualTo(2);
            assertThat(Database.number(connection, "PRAGMA mmap_size")).isZero();
            assertThat(Database.number(connection, "PRAGMA user_version")).isEqualTo(1);
            assertThat(Database.number(
                            connection, "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void itRefusesTheDatabaseOfANewerProgram() throws SQLException {
        Path file = folder.resolve("ridgeline.db");
        try (Connection connection = Database.openForWriting(file)) {
            Database.run(connection, "PRAGMA user_version=7");
            connection.commit();
        }
        assertThatThrownBy(() -> ReadingLog.open(file, Keeping.everything(Readings.SHANGHAI)))
                .isInstanceOf(StoreException.class)
                .hasMessage("the database " + file + " has schema 7; this program knows only up to 1:"
                        + " use the newer program, or an empty data folder");
    }

    @Test
    void itSaysThatAFileIsNoDatabase() throws IOException {
        Path file = Files.writeString(folder.resolve("ridgeline.db"), "no database at all, but long enough".repeat(40));
        assertThatThrownBy(() -> ReadingLog.open(file, Keeping.everything(Readings.SHANGHAI)))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("opening the database " + file)
                .hasMessageContaining("not a database");
        assertThatThrownBy(() -> History.open(folder.resolve("none.db"), Readings.SHANGHAI))
                .isInstanceOf(StoreException.class)
                .hasMessage("there is no database " + folder.resolve("none.db"));
    }
}
