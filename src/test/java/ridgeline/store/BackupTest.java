package ridgeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ridgeline.store.Readings.NOON;
import static ridgeline.store.Readings.PM25;
import static ridgeline.store.Readings.SHANGHAI;
import static ridgeline.store.Readings.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridgeline.domain.Reading;
import ridgeline.testing.Keeping;

class BackupTest {
    @TempDir
    private Path folder;

    private static List<Reading> in(Path file) {
        try (History history = History.open(file, SHANGHAI)) {
            return history.page(PM25.id(), 0, Long.MAX_VALUE, null, 10_000_000).readings();
        }
    }

    @Test
    void itCopiesWholeBatchesWhileTheyAreCommitted() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch under = new CountDownLatch(20);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            try (ReadingLog log = ReadingLog.open(DataFolder.databaseIn(folder), Keeping.everything(SHANGHAI))) {
                for (int batch = 0; !stop.get(); batch++) {
                    for (int i = 0; i < 50; i++) log.put(reading(NOON + batch * 50L + i, i));
                    log.commit();
                    under.countDown();
                }
            }
        });
        under.await();
        Path copy = folder.resolve("copy.db");
        Backup.write(folder, copy);
        stop.set(true);
        writer.join();
        List<Reading> copied = in(copy);
        assertThat(copied).hasSizeGreaterThanOrEqualTo(1000);
        assertThat(copied.size() % 50).isZero();
        assertThat(in(DataFolder.databaseIn(folder))).startsWith(copied.toArray(Reading[]::new));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        assertThat(StoredRollup.in(copy)).isEqualTo(StoredRollup.recounted(copy, SHANGHAI));
        assertThat(folder.resolve("copy.db.part")).doesNotExist();
    }

    @Test
    void itRunsOnAsADataFolderOfItsOwn() throws IOException {
        try (ReadingLog log = ReadingLog.open(DataFolder.databaseIn(folder), Keeping.everything(SHANGHAI))) {
            log.put(reading(NOON, 1));
            log.commit();
        }
        Path restored = Files.createDirectory(folder.resolve("restored"));
        Backup.write(folder, DataFolder.databaseIn(restored));
        try (ReadingLog log = ReadingLog.open(DataFolder.databaseIn(restored), Keeping.everything(SHANGHAI))) {
            assertThat(log.put(reading(NOON, 1))).isNull();
            log.put(reading(NOON + 1, 2));
            log.commit();
        }
        assertThat(in(DataFolder.databaseIn(restored))).hasSize(2);
    }

    @Test
    void itNeverWritesOverAFile() throws IOException {
        ReadingLog.open(DataFolder.databaseIn(folder), Keeping.everything(SHANGHAI))
                .close();
        Path target = Files.writeString(folder.resolve("copy.db"), "precious");
        assertThatThrownBy(() -> Backup.write(folder, target))
                .isInstanceOf(StoreException.class)
                .hasMessage("the file " + target + " exists already");
        assertThat(target).hasContent("precious");
    }

    @Test
    void itLeavesNothingBehindWhenItFails() throws IOException {
        assertThatThrownBy(() -> Backup.write(folder, folder.resolve("copy.db")))
                .isInstanceOf(StoreException.class)
                .hasMessage("there is no database " + DataFolder.databaseIn(folder));
        Files.write(DataFolder.databaseIn(folder), new byte[5000]);
        assertThatThrownBy(() -> Backup.write(folder, folder.resolve("copy.db")))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> Backup.write(folder, folder.resolve("none/copy.db")))
                .isInstanceOf(StoreException.class);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(DataFolder.databaseIn(folder));
        }
    }
}
