package ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridgeline.store.DataFolder;

class RidgelineTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fly",
                "--nothing",
                "check",
                "check --config",
                "check --config a b",
                "try --config config",
                "export",
                "export --data d --series s --from 0",
                "backup --data d",
                "replay x",
                "run --config config",
                "demo --port x",
                "demo --speed fast",
                "export --data d --series s --from 0 --to 1 --zone Mars/Base"
            })
    void itExitsWith2OnWrongUsage(String arguments) {
        Terminal said = Terminal.run(arguments.split(" ", -1));
        assertThat(said.exit()).as(said.err()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("Usage: ridgeline");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo --speed 601",
                "demo --scenario hurricane",
                "run --config none --data none",
                "run --config config --data none --port 70000",
                "run --config config --data none --mqtt broker"
            })
    void itExitsWith1OnBadInput(String arguments) {
        Terminal said = Terminal.run(arguments.split(" ", -1));
        assertThat(said.exit()).as(said.err()).isEqualTo(1);
        assertThat(said.err()).startsWith("ridgeline: ");
        assertThat(Path.of("none")).doesNotExist();
    }

    @Test
    void itRefusesASecondKioskOnOneDataFolder() {
        try (DataFolder taken = DataFolder.lock(folder)) {
            assertThat(taken).isNotNull();
            Terminal said = Terminal.run("run", "--config", "config", "--data", folder.toString(), "--port", "0");
            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.err()).startsWith("ridgeline: another ridgeline process uses the data folder " + folder);
        }
    }

    @Test
    void itHelpsAndTellsItsVersion() {
        assertThat(Terminal.run("--help"))
                .satisfies(said -> assertThat(said.exit()).isZero())
                .satisfies(said -> assertThat(said.out())
                        .contains("demo", "run", "check", "try", "export", "backup", "judge", "replay"));
        assertThat(Terminal.run("--version").out()).startsWith("ridgeline ");
        assertThat(Terminal.run("export", "--help").exit()).isZero();
    }
}
