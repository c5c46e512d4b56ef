package ridgeline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The call that rehearses a limit, over two days of one air station with 40 µg/m³ of everything. */
class RehearsalApiTest {
    private static final String PATH = "/api/v1/standards/rehearse";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long HOUR = 3_600_000;
    private static final String STRICT =
            "{\"standard\":\"gb3095-2026\",\"days\":2,\"limits\":[{\"quantity\":\"pm25\",\"period\":\"24h\",\"class\":\"2\",\"max\":35}]}";

    @TempDir
    static Path folder;

    private static Rig rig;
    private static Description description;

    @BeforeAll
    static void open() {
        rig = new Rig(folder);
        rig.commitTwoDays();
        description = new Description(rig.get("/api/v1/openapi.yaml").body());
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    private static JsonNode rehearsed(String body) throws IOException {
        HttpResponse<String> answer = rig.post(PATH, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(description.faults("Rehearsal", body)).isEmpty();
        assertThat(description.faults(PATH, 200, "application/json", answer.body()))
                .as(answer.body())
                .isEmpty();
        return JSON.readTree(answer.body());
    }

    private static String withYaml(String yaml) {
        return JSON.createObjectNode()
                .put("standard", "gb3095-2026")
                .put("days", 2)
                .put("yaml", yaml)
                .toString();
    }

    private static String shipped() throws IOException {
        return Files.readString(Path.of("config/standards/gb3095-2026.yaml"));
    }

    @Test
    void itTellsWhatAStricterLimitWouldHaveRaised() throws IOException {
        JsonNode answer = rehearsed(STRICT);
        assertThat(answer.at("/to").asLong()).isEqualTo(Rig.NOW - HOUR / 2);
        assertThat(answer.at("/today/exceedances")).isEmpty();
        assertThat(answer.at("/today/judged").asInt()).isEqualTo(6);
        assertThat(answer.at("/edited/series").asInt()).isEqualTo(1);
        assertThat(answer.at("/new_count").asInt()).isEqualTo(1);
        assertThat(answer.at("/gone")).isEmpty();
        JsonNode found = answer.at("/new/0");
        assertThat(found.at("/series").asText()).isEqualTo("genting-air-1.pm25");
        assertThat(found.at("/worst").asDouble()).isEqualTo(40);
        assertThat(found.at("/max").asDouble()).isEqualTo(35);
        assertThat(found.at("/windows").asInt()).isEqualTo(1);
        assertThat(found.at("/from").asLong()).isEqualTo(Rig.NOW - HOUR / 2 - 36 * HOUR);
    }

    @Test
    void itTakesTheWholeTextOfAFile() throws IOException {
        JsonNode same = rehearsed(withYaml(shipped()));
        assertThat(same.at("/today")).isEqualTo(same.at("/edited"));
        JsonNode edited = rehearsed(withYaml(shipped().replace("max: [35, 60]", "max: [35, 39.9]")));
        assertThat(edited.at("/new_count").asInt()).isEqualTo(1);
    }

    @Test
    void itKeepsToTheVenueThatIsAskedFor() throws IOException {
        JsonNode village = rehearsed(STRICT.replace("\"days\"", "\"venue\":\"village\",\"days\""));
        assertThat(village.at("/edited/judged").asInt()).isZero();
        JsonNode genting = rehearsed(STRICT.replace("\"days\"", "\"venue\":\"genting\",\"days\""));
        assertThat(genting.at("/edited/count").asInt()).isEqualTo(1);
    }

    @Test
    void itLocatesEveryProblemOfTheEditedFile() throws IOException {
        String broken = shipped().replace("max: [35, 60]", "max: [35, sixty]").replace("unit: mg/m3", "unit: ppm");
        HttpResponse<String> answer = rig.post(PATH, withYaml(broken));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(description.faults(PATH, 422, "application/problem+json", answer.body()))
                .isEmpty();
        JsonNode problems = JSON.readTree(answer.body()).at("/problems");
        assertThat(problems.findValuesAsText("field"))
                .contains("stages[0].limits[4].unit", "stages[0].limits[10].max[1]");
        assertThat(problems.at("/0/line").asInt()).isGreaterThan(1);
        HttpResponse<String> other = rig.post(PATH, withYaml("kind: index\nid: gb3095-2026\n"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("\"field\":\"kind\"");
        assertThat(rig.post(PATH, withYaml("")).body()).contains("\"field\":\"document\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "|400|body: is not a JSON object",
                "[]|400|body: is not",
                "{|400|body: is not",
                "{}|400|standard: missing",
                "{\"standard\":7}|400|standard: is not a text",
                "{\"standard\":\"gb3095-2026\",\"days\":1}|400|body: needs either yaml",
                "{\"standard\":\"gb3095-2026\",\"days\":1,\"yaml\":\"\",\"limits\":[]}|400|body: needs either yaml",
                "{\"standard\":\"gb3095-2026\",\"days\":1,\"yaml\":null}|400|yaml: is null",
                "{\"standard\":\"gb3095-2026\",\"days\":0,\"yaml\":\"\"}|400|days: '0' is not a whole number from 1 to 31",
                "{\"standard\":\"gb3095-2026\",\"days\":32,\"yaml\":\"\"}|400|days:",
                "{\"standard\":\"gb3095-2026\",\"days\":1.5,\"yaml\":\"\"}|400|days:",
                "{\"standard\":\"gb3095-2026\",\"days\":\"1\",\"yaml\":\"\"}|400|days:",
                "{\"standard\":\"gb3095-2026\",\"yaml\":\"\"}|400|days:",
                "{\"standard\":\"gb3095-2026\",\"days\":1,\"yaml\":\"\",\"dry\":1}|400|body: 'dry' is not a known field",
                "{\"standard\":\"mars\",\"days\":1,\"yaml\":\"\"}|404|standard: there is no 'mars'",
                "{\"standard\":\"hj633-2026\",\"days\":1,\"yaml\":\"\"}|400|standard: 'hj633-2026' is an index",
                "{\"standard\":\"gb3095-2026\",\"days\":1,\"yaml\":\"\",\"venue\":\"mars\"}|404|venue:",
                "{\"standard\":\"gb3095-2026\",\"days\":1,\"limits\":[]}|400|limits: is not a list of 1 to 200",
                "{\"standard\":\"gb3095-2026\",\"days\":1,\"limits\":[7]}|400|limits[0]: is not an object",
                "{\"standard\":\"gb3095-2026\",\"days\":1,\"limits\":[{\"quantity\":\"pm\"}]}|400|limits[0].quantity:"
            })
    void itRefusesABodyThatCannotBe(String body, int status, String detail) {
        refuses(rig.post(PATH, body == null ? "" : body), status, detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"period\":\"2h\",\"class\":\"2\",\"max\":1|limits[0].period: is not one of",
                "\"period\":\"24h\",\"max\":1|limits[0].class: missing",
                "\"period\":\"24h\",\"class\":\"2\"|limits[0]: changes nothing",
                "\"period\":\"24h\",\"class\":\"2\",\"most\":1|limits[0]: 'most' is not a known field",
                "\"period\":\"24h\",\"class\":\"2\",\"max\":\"1\"|limits[0].max: is neither a number nor null",
                "\"period\":\"24h\",\"class\":\"2\",\"max\":1e400|limits[0].max:",
                "\"period\":\"24h\",\"class\":\"3\",\"max\":1|limits[0]: gb3095-2026 has no limit for pm25 over 24h of class '3'",
                "\"period\":\"1h\",\"class\":\"2\",\"max\":1|limits[0]: gb3095-2026 has no limit",
                "\"period\":\"24h\",\"class\":\"2\",\"min\":61|limits[0]: min 61.0 is above max 60.0"
            })
    void itRefusesALimitThatCannotBe(String row, String detail) {
        String body = "{\"standard\":\"gb3095-2026\",\"days\":1,\"limits\":[{\"quantity\":\"pm25\"," + row + "}]}";
        refuses(rig.post(PATH, body), 400, detail);
    }

    private static void refuses(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"detail\":\"" + detail);
        assertThat(description.faults(PATH, status, "application/problem+json", answer.body()))
                .isEmpty();
    }

    @Test
    void itTakesNothingButJsonOfABoundedLength() {
        HttpResponse<String> text = rig.postAsync(PATH, "text/plain", STRICT).join();
        refuses(text, 415, "Content-Type: is 'text/plain'");
        assertThat(rig.postAsync(PATH, "application/json; charset=utf-8", STRICT)
                        .join()
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> long413 = rig.post(PATH, withYaml("#".repeat(256 * 1024)));
        assertThat(long413.statusCode()).isEqualTo(413);
        assertThat(long413.headers().firstValue("content-type")).contains("application/problem+json");
        HttpResponse<String> got = rig.get(PATH);
        assertThat(got.statusCode()).isEqualTo(405);
        assertThat(got.headers().firstValue("allow")).contains("POST");
    }

    @Test
    void itRunsOneAtATime() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Boolean> reading = rig.reader.submit(() -> {
            held.await();
            return true;
        });
        List<CompletableFuture<HttpResponse<String>>> two = List.of(
                rig.postAsync(PATH, "application/json", STRICT), rig.postAsync(PATH, "application/json", STRICT));
        try {
            Await.until(
                    "one is refused", Duration.ofSeconds(30), () -> two.stream().anyMatch(CompletableFuture::isDone));
        } finally {
            held.countDown();
        }
        assertThat(reading.join()).isTrue();
        List<HttpResponse<String>> answers =
                two.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 429);
        HttpResponse<String> refused = answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.headers().firstValue("retry-after")).contains("5");
        refuses(refused, 429, "Another rehearsal is running");
        assertThat(rig.post(PATH, STRICT).statusCode()).isEqualTo(200);
    }
}
