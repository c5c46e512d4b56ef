package ridgeline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiShapesTest {
    @TempDir
    Path folder;

    private Rig rig;
    private Description description;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        description = new Description(rig.get("/api/v1/openapi.yaml").body());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void itDescribesEveryCallOfTheRouterAndNoOther() {
        List<String> routed = rig.server.calls().stream()
                .filter(call -> call.contains(" /api/v1/"))
                .collect(Collectors.toList());
        routed.add("GET /api/v1/openapi.yaml");
        assertThat(description.calls()).containsExactlyInAnyOrderElementsOf(routed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/venues",
                "/api/v1/sensors",
                "/api/v1/series",
                "/api/v1/standards",
                "/api/v1/latest",
                "/api/v1/latest?venue=genting",
                "/api/v1/verdicts",
                "/api/v1/aqi",
                "/api/v1/aqi?venue=genting",
                "/api/v1/history?series=genting-air-1.pm25,genting-air-1.co",
                "/api/v1/quarantine"
            })
    void itAnswersInTheDescribedShapeWithSomethingInIt(String call) {
        rig.commitTwoDays();
        rig.quarantine("chongli/x", new byte[] {(byte) 0xff, '{'});
        HttpResponse<String> answer = rig.get(call);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        assertThat(description.faults(call.replaceAll("\\?.*", ""), 200, "application/json", answer.body()))
                .as(answer.body())
                .isEmpty();
        assertThat(answer.body()).startsWith("[{").endsWith("}]");
    }

    @Test
    void itAnswersEmptyListsBeforeAnythingIsHeard() {
        for (String path : List.of("latest", "verdicts", "aqi", "quarantine")) {
            assertThat(rig.get("/api/v1/" + path).body()).as(path).isEqualTo("[]");
        }
        assertThat(rig.get("/api/v1/history?series=genting-air-1.pm25").body())
                .isEqualTo(
                        "[{\"series\":\"genting-air-1.pm25\",\"unit\":\"ug/m3\",\"resolution_ms\":0,\"points\":[]}]");
    }

    @Test
    void itGivesReadingsPageByPageWithoutLossOrRepetition() {
        rig.commitTwoDays();
        int seen = 0;
        String after = "";
        for (int page = 0; page < 50; page++) {
            String body = rig.get("/api/v1/readings?series=genting-air-1.pm25&limit=100&from="
                            + (Rig.NOW - 6 * 3_600_000L) + "&to=" + Rig.NOW + after)
                    .body();
            assertThat(description.faults("/api/v1/readings", 200, "application/json", body))
                    .isEmpty();
            seen += body.split("\"good\"", -1).length - 1;
            int next = body.indexOf("\"next\":");
            if (next < 0) break;
            after = "&after=" + body.substring(next + 7, body.length() - 1);
        }
        assertThat(seen).isEqualTo(360);
    }

    @Test
    void itKeepsToTheVenueThatIsAskedFor() {
        rig.commitTwoDays();
        assertThat(rig.get("/api/v1/latest?venue=village").body())
                .contains("village-mast-1.temperature")
                .doesNotContain("genting");
        assertThat(rig.get("/api/v1/verdicts?venue=village").body()).isEqualTo("[]");
        assertThat(rig.get("/api/v1/aqi?venue=village").body()).isEqualTo("[]");
    }

    @Test
    void itWorksOutTheIndicesOfThePastFromTheStoredHours() {
        rig.commitTwoDays();
        String now = rig.get("/api/v1/aqi").body();
        assertThat(rig.get("/api/v1/aqi?at=" + Rig.NOW).body()).isEqualTo(now);
        String before = rig.get("/api/v1/aqi?at=2026-11-23T12:30:00%2B08:00").body();
        assertThat(description.faults("/api/v1/aqi", 200, "application/json", before))
                .isEmpty();
        assertThat(before).contains("\"period\":\"1h\"").contains("\"to\":" + (Rig.NOW - 24 * 3_600_000L - 1_800_000L));
        String early = rig.get("/api/v1/aqi?at=2025-01-01T00:00:00Z").body();
        assertThat(early).isEqualTo("[]");
    }

    @Test
    void itExportsBothFormatsWithBothKindsOfTime() {
        rig.commit(List.of(Rig.reading(Rig.PM25, Rig.NOW - 5000, 12.5)));
        HttpResponse<String> csv = rig.get("/api/v1/export?series=genting-air-1.pm25");
        assertThat(csv.headers().firstValue("content-type")).contains("text/csv; charset=utf-8");
        assertThat(csv.body())
                .isEqualTo("series,t,time,value,unit,quality\r\ngenting-air-1.pm25," + (Rig.NOW - 5000)
                        + ",2026-11-24T12:29:55.000+08:00,12.5,ug/m3,good\r\n");
        HttpResponse<String> json = rig.get("/api/v1/export?series=genting-air-1.pm25&format=json");
        assertThat(json.headers().firstValue("content-type")).contains("application/x-ndjson");
        assertThat(description.faults("/api/v1/export", 200, "application/x-ndjson", json.body()))
                .isEmpty();
    }

    @Test
    void itServesTheSchemasOfTheConfigurationFiles() {
        for (String name : List.of("kiosk", "sensors", "standard")) {
            HttpResponse<String> schema = rig.get("/schemas/" + name + ".schema.json");
            assertThat(schema.statusCode()).as(name).isEqualTo(200);
            assertThat(schema.body()).contains("2020-12");
        }
        assertThat(rig.get("/schemas/kiosk.yaml").statusCode()).isEqualTo(404);
    }

    @Test
    void itSaysWhetherItLivesAndWhetherItDoesAllOfItsWork() {
        assertThat(rig.get("/healthz").statusCode()).isEqualTo(200);
        assertThat(rig.get("/readyz").body()).isEqualTo("{\"ready\":true,\"reasons\":[]}");
        rig.health.set(new ridgeline.live.Health("lost", "refused", null, List.of()));
        HttpResponse<String> not = rig.get("/readyz");
        assertThat(not.statusCode()).isEqualTo(503);
        assertThat(not.body()).isEqualTo("{\"ready\":false,\"reasons\":[\"broker: refused\"]}");
        assertThat(rig.get("/metrics").headers().firstValue("content-type").orElse(""))
                .startsWith("text/plain; version=0.0.4");
        byte[] utf8 = rig.send("GET", "/api/v1/venues", HttpResponse.BodyHandlers.ofByteArray())
                .body();
        assertThat(new String(utf8, StandardCharsets.UTF_8)).contains("云顶滑雪公园");
    }
}
