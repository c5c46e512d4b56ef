package ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridgeline.domain.Quality;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Series;
import ridgeline.store.DataFolder;
import ridgeline.store.ReadingLog;
import ridgeline.testing.Keeping;

/** {@code export} and {@code backup} beside a kiosk that has the database open. */
class StoredReadingsCommandsTest {
    private static final long NOON = 1_795_492_800_000L;

    @TempDir
    private Path folder;

    @BeforeEach
    void someReadings() {
        try (ReadingLog log =
                ReadingLog.open(DataFolder.databaseIn(folder), Keeping.everything(ZoneId.of("Asia/Shanghai")))) {
            for (String sensor : new String[] {"a", "b"}) {
                Series series = Series.of(sensor, "genting", Quantity.PM25);
                for (int i = 0; i < 12_000; i++)
                    log.put(new Reading(series, NOON + i, i, i == 1 ? Quality.LATE : Quality.GOOD, true));
            }
            log.commit();
        }
    }

    private Terminal export(String... more) {
        String[] all = new String[more.length + 5];
        System.arraycopy(new String[] {"export", "--data", folder.toString(), "--series", more[0]}, 0, all, 0, 5);
        System.arraycopy(more, 1, all, 5, more.length - 1);
        return Terminal.run(java.util.Arrays.copyOf(all, more.length + 4));
    }

    @Test
    void itExportsCsv() {
        Terminal said = export("b.pm25,a.pm25", "--from", "" + NOON, "--to", "2026-11-24T12:00:00.002+08:00");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).isEqualTo("""
                series,t,time,value,unit,quality\r
                b.pm25,1795492800000,2026-11-24T12:00:00.000+08:00,0.0,ug/m3,good\r
                b.pm25,1795492800001,2026-11-24T12:00:00.001+08:00,1.0,ug/m3,late\r
                a.pm25,1795492800000,2026-11-24T12:00:00.000+08:00,0.0,ug/m3,good\r
                a.pm25,1795492800001,2026-11-24T12:00:00.001+08:00,1.0,ug/m3,late\r
                """);
    }

    @Test
    void itExportsJsonLines() {
        Terminal said =
                export("a.pm25", "--from", "" + NOON, "--to", "" + (NOON + 1), "--format", "json", "--zone", "UTC");
        assertThat(said.out())
                .isEqualTo("{\"series\":\"a.pm25\",\"t\":1795492800000,\"time\":\"2026-11-24T04:00:00.000+00:00\","
                        + "\"value\":0.0,\"unit\":\"ug/m3\",\"quality\":\"good\"}\n");
    }

    @Test
    void itExportsMoreThanAPage() {
        assertThat(export("a.pm25,b.pm25", "--from", "0", "--to", "9999999999999")
                        .lines())
                .hasSize(24_001)
                .doesNotHaveDuplicates();
    }

    @Test
    void itRefusesWhatIsNotThere() {
        assertBad(export("c.pm25", "--from", "0", "--to", "1"), "--series: there is no 'c.pm25'");
        assertBad(export("a.pm25", "--from", "yesterday", "--to", "1"), "--from: 'yesterday' is neither");
        assertBad(export("a.pm25", "--from", "1", "--to", "1"), "--from: must lie before --to");
        assertBad(export("a.pm25", "--from", "0", "--to", "1", "--format", "xml"), "--format: 'xml' is neither");
        assertBad(
                Terminal.run("export", "--data", folder + "/none", "--series", "a.pm25", "--from", "0", "--to", "1"),
                "there is no database");
    }

    @Test
    void itWritesABackupThatHoldsTheSame() throws IOException {
        Path restored = Files.createDirectory(folder.resolve("restored"));
        String copy = DataFolder.databaseIn(restored).toString();
        assertThat(Terminal.run("backup", "--data", folder.toString(), copy)).isEqualTo(new Terminal(0, "", ""));
        assertThat(Terminal.run(
                                "export",
                                "--data",
                                restored.toString(),
                                "--series",
                                "a.pm25",
                                "--from",
                                "0",
                                "--to",
                                "9999999999999")
                        .lines())
                .hasSize(12_001);
        assertBad(Terminal.run("backup", "--data", folder.toString(), copy), "exists already");
    }

    private static void assertBad(Terminal said, String message) {
        assertThat(said.exit()).as(said.err()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("ridgeline: ").contains(message);
    }
}
