package ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private Path folder;

    private void example(String name, String from, String to) throws IOException {
        String text = Files.readString(Path.of("config", name));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(name), text.replace(from, to));
    }

    @Test
    void itFindsNothingInTheExample() {
        assertThat(Terminal.run("check", "--config", "config")).isEqualTo(new Terminal(0, "", ""));
    }

    @Test
    void itSaysEveryProblemOfEveryFileInOneGo() throws IOException {
        example("kiosk.yaml", "port: 8080", "port: 80800");
        example("sensors.yaml", "every: PT10S", "evry: PT10S");
        Files.createDirectory(folder.resolve("standards"));
        Files.writeString(folder.resolve("standards/own.yaml"), "standard: {id: own-2026\n");
        Terminal said = Terminal.run("check", "--config", folder.toString());
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).isEmpty();
        assertThat(said.lines())
                .hasSizeGreaterThan(2)
                .allSatisfy(line -> assertThat(line).matches(".+\\.yaml:\\d+:\\d+: .+"))
                .anySatisfy(line -> assertThat(line).contains("kiosk.yaml:", "port", "80800"))
                .anySatisfy(line -> assertThat(line).contains("sensors.yaml:", "evry", "every"))
                .anySatisfy(line -> assertThat(line).contains("own.yaml:"));
    }

    @Test
    void itSaysThatFilesAreMissing() {
        Terminal said = Terminal.run("check", "--config", folder.resolve("none").toString());
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("kiosk.yaml").contains("sensors.yaml");
    }
}
