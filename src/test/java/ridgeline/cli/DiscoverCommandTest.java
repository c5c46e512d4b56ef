package ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoverCommandTest {
    @TempDir
    private Path folder;

    private Terminal discovered(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("recorded.jsonl"), List.of(lines));
        return Terminal.run("discover", "--config", "config", file.toString());
    }

    @Test
    void itSuggestsAnEntryForEachTopicThatNobodyHears() throws IOException {
        Terminal said = discovered(
                "{\"topic\":\"z/hall\",\"payload\":\"{\\\"temp\\\":1}\",\"arrival\":\"2026-11-24T04:00:00Z\"}",
                "{\"topic\":\"z/hall\",\"payload\":\"{\\\"temp\\\":\\n2}\",\"arrival\":\"2026-11-24T04:00:30Z\"}",
                "{\"topic\":\"chongli/genting/air/1\",\"payload\":\"{\\\"pm25\\\":1}\"}",
                "{\"topic\":\"a\",\"payload\":\"on\",\"arrival\":\"2026-11-24T04:00:00Z\"}");
        assertThat(said.err()).isEmpty();
        assertThat(said.exit()).isZero();
        assertThat(said.lines())
                .containsExactly(
                        "# a: 1 message, last 2026-11-24T04:00:00Z",
                        "#   on",
                        "#   nothing in it is recognised",
                        "# z/hall: 2 messages, 2.0 a minute, last 2026-11-24T04:00:30Z",
                        "#   {\"temp\": 2}",
                        "- id: \"z-hall\"",
                        "  venue: genting",
                        "  topic: \"z/hall\"",
                        "  format: json",
                        "  readings:",
                        "    - {quantity: temperature, at: \"/temp\", unit: \"degC\"}");
    }

    @Test
    void itSaysWhichLineIsNoRecordedMessage() throws IOException {
        Terminal said = discovered("{\"topic\":\"a\",\"payload\":\"1\"}", "nonsense");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("recorded.jsonl:2: not a recorded message: not JSON: ");
    }
}
