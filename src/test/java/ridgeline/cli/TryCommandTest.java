package ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryCommandTest {
    private static final String TOPIC = "\"topic\":\"chongli/genting/air/1\"";

    @TempDir
    private Path folder;

    private Terminal tried(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("recorded.jsonl"), java.util.List.of(lines));
        return Terminal.run("try", "--config", "config", file.toString());
    }

    @Test
    void itWritesAJsonLineForEachMessage() throws IOException {
        String payload = Base64.getEncoder()
                .encodeToString("{\"ts\":1764000000123,\"pm25\":12.5,\"pm10\":9999}".getBytes(StandardCharsets.UTF_8));
        Terminal said = tried(
                "{\"offset_ms\":0," + TOPIC + ",\"payload_b64\":\"" + payload + "\"}",
                "",
                "{" + TOPIC + ",\"payload\":\"{\\\"ts\\\":1764000000123,\\\"pm25\\\":NaN}\"}",
                "{\"topic\":\"nobody/hears\",\"payload\":\"1\"}",
                "{" + TOPIC + ",\"payload\":\"{\\\"pm25\\\":null}\"}",
                "{" + TOPIC + ",\"payload\":\"{\\\"ts\\\":1764000000123,\\\"pm25\\\":1,\\\"pm10\\\":\\\"2 ug\\\"}\"}");
        assertThat(said.exit()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("{\"line\":1,\"readings\":[{\"series\":\"genting-air-1.pm25\","
                                        + "\"t\":1764000000123,\"value\":12.5,\"unit\":\"ug/m3\",\"quality\":\"late\"},"
                                        + "{\"series\":\"genting-air-1.pm10\",\"t\":1764000000123,\"value\":9999.0,"
                                        + "\"unit\":\"ug/m3\",\"quality\":\"implausible\"}]}"),
                        line -> assertThat(line)
                                .startsWith("{\"line\":3,\"error\":\"not JSON: Non-standard token 'NaN'"),
                        line -> assertThat(line).isEqualTo("{\"line\":4,\"unmatched\":true}"),
                        line -> assertThat(line).isEqualTo("{\"line\":5,\"readings\":[],\"ignored\":\"no value\"}"),
                        line -> assertThat(line)
                                .startsWith("{\"line\":6,\"readings\":[{")
                                .endsWith("],\"flaw\":\"/pm10: text '2 ug' where a number belongs\"}"));
    }

    @Test
    void itSaysWhyALineIsNoRecordedMessage() throws IOException {
        String no = "\"error\":\"not a recorded message: ";
        assertThat(tried(
                                "nonsense",
                                "[]",
                                "{\"payload\":\"1\"}",
                                "{\"topic\":\"\",\"payload\":\"1\"}",
                                "{\"topic\":\"t\"}",
                                "{\"topic\":\"t\",\"payload_b64\":\"?\"}",
                                "{\"topic\":\"t\",\"payload\":\"1\",\"offset_ms\":1.5}",
                                "{\"topic\":\"t\",\"payload\":\"1\"} {}")
                        .lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("{\"line\":1," + no + "not JSON: "),
                        line -> assertThat(line).isEqualTo("{\"line\":2," + no + "not a JSON object\"}"),
                        line -> assertThat(line).contains(no + "topic: missing, empty or not text"),
                        line -> assertThat(line).contains(no + "topic: missing, empty or not text"),
                        line -> assertThat(line).contains(no + "payload or payload_b64: missing"),
                        line -> assertThat(line).contains(no + "payload_b64: not base64"),
                        line -> assertThat(line).contains(no + "offset_ms: not a whole number"),
                        line -> assertThat(line).contains(no + "not JSON: "));
    }

    @Test
    void itWritesNothingForAnEmptyFile() throws IOException {
        assertThat(tried()).isEqualTo(new Terminal(0, "", ""));
    }

    @Test
    void itRefusesFilesItCannotRead() throws IOException {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {'{', (byte) 0xFF, '}', '\n'});
        assertBad("not text in UTF-8", "try", "--config", "config", binary.toString());
        assertBad("is a folder", "try", "--config", "config", folder.toString());
        assertBad(
                "cannot be read",
                "try",
                "--config",
                "config",
                folder.resolve("none").toString());
        assertBad("cannot be used", "try", "--config", folder.toString(), binary.toString());
    }

    @Test
    void itSaysWhereAFileToReplayIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("r"), "\n{\"topic\":\"a/+\",\"payload\":\"1\"}\n");
        String[] replay = {"replay", "--mqtt", "tcp://127.0.0.1:1", file.toString()};
        assertBad(file + ":2: topic: 'a/+' can be subscribed to, not published", replay);
        Files.writeString(file, "{}\n");
        assertBad(file + ":1: topic: missing", replay);
        assertBad("--speed: 0.0 is not above 0", "replay", "--mqtt", "tcp://127.0.0.1:1", "--speed", "0", "x");
        assertBad("--mqtt: 'http://x' is not tcp://", "replay", "--mqtt", "http://x", file.toString());
        Files.writeString(file, "\n");
        assertThat(Terminal.run(replay).out()).isEqualTo("published 0 messages\n");
    }

    private static void assertBad(String message, String... arguments) {
        Terminal said = Terminal.run(arguments);
        assertThat(said.exit()).as(said.err()).isEqualTo(1);
        assertThat(said.err()).startsWith("ridgeline: ").contains(message);
    }
}
