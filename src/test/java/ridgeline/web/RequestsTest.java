package ridgeline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {
    @TempDir
    static Path folder;

    private static Rig rig;

    @BeforeAll
    static void open() {
        rig = new Rig(folder);
        rig.commitTwoDays();
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/latest?venue=mars|404|venue: there is no 'mars'",
                "/api/v1/verdicts?venue=mars|404|venue:",
                "/api/v1/aqi?venue=mars|404|venue:",
                "/api/v1/aqi?at=yesterday|400|at: 'yesterday' is neither",
                "/api/v1/aqi?at=2027-01-01T00:00:00Z|400|at: lies ahead",
                "/api/v1/live?venue=mars|404|venue:",
                "/api/v1/history|400|series: missing",
                "/api/v1/history?series=|400|series: missing",
                "/api/v1/history?series=,|400|series: 1 to 50",
                "/api/v1/history?series=nobody.pm25|404|series: there is no 'nobody.pm25'",
                "/api/v1/history?series=genting-air-1.pm25&points=0|400|points: '0' is not a whole number from 1 to 5000",
                "/api/v1/history?series=genting-air-1.pm25&points=5001|400|points:",
                "/api/v1/history?series=genting-air-1.pm25&points=1.5|400|points:",
                "/api/v1/history?series=genting-air-1.pm25&from=2&to=1|400|from: must lie before to",
                "/api/v1/history?series=genting-air-1.pm25&to=never|400|to:",
                "/api/v1/readings?series=genting-air-1.pm25,genting-air-1.co|400|series: 1 to 1",
                "/api/v1/readings?series=genting-air-1.pm25&limit=-1|400|limit:",
                "/api/v1/readings?series=genting-air-1.pm25&after=x|400|after:",
                "/api/v1/export?series=genting-air-1.pm25&format=xml|400|format: 'xml' is not one of [csv, json]",
                "/api/v1/export?series=nobody.pm25|404|series:",
                "/api/v1/quarantine?limit=1001|400|limit:",
                "/api/v1/nothing|404|",
                "/nothing.html|404|"
            })
    void itRefusesWithAProblemThatNamesTheParameter(String call, int status, String detail) {
        HttpResponse<String> answer = rig.get(call);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        if (detail != null) assertThat(answer.body()).contains("\"detail\":\"" + detail);
        Description description =
                new Description(rig.get("/api/v1/openapi.yaml").body());
        assertThat(description.faults("Problem", answer.body())).isEmpty();
        assertThat(answer.body()).contains("\"status\":" + status);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/venues, 405, 'GET, HEAD'",
        "PUT, /, 405, 'GET, HEAD'",
        "DELETE, /js/board.js, 405, 'GET, HEAD'",
        "TRACE, /api/v1/venues, 405, 'GET, HEAD'",
        "HEAD, /api/v1/live, 405, GET",
        "POST, /nothing, 404,"
    })
    void itKnowsItsMethods(String method, String path, int status, String allowed) throws IOException {
        String answer =
                raw(method + " " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        if (allowed != null) assertThat(answer.toLowerCase()).contains("allow: " + allowed.toLowerCase());
    }

    @Test
    void itAnswersHeadLikeGetWithoutABody() throws IOException {
        for (String path : List.of("/", "/api/v1/venues", "/healthz")) {
            String answer = raw("HEAD " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .startsWith("HTTP/1.1 200 ")
                    .contains("Content-Security-Policy")
                    .endsWith("\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../config/kiosk.yaml",
                "/%2e%2e/config/kiosk.yaml",
                "/js/%2e%2e/index.html",
                "/js/..%2findex.html",
                "//index.html",
                "/js//board.js",
                "/index.html;x=1",
                "/index.html%00.js",
                "/js/board.js%20",
                "/web/index.html",
                "/META-INF/MANIFEST.MF",
                "/webjars/chart.js/4.5.1/package.json",
                "/%5c..%5cindex.html"
            })
    void itServesNothingThatWasNotPutThere(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1\\.1 40[04] .*").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/js/board.js",
                "/api/v1/venues",
                "/nothing",
                "/healthz",
                "/api/v1/history",
                "/api/v1/aqi?at=x"
            })
    void itGuardsEveryAnswer(String path) {
        HttpHeaders headers = rig.get(path).headers();
        assertThat(headers.firstValue("content-security-policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe")
                .doesNotContain("http");
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
        assertThat(headers.allValues("access-control-allow-origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/css/tokens.css", "/api/v1/openapi.yaml"})
    void itNamesEachFormOfAPartAndDoesNotSendItTwice(String path) throws IOException {
        HttpResponse<String> plain = rig.get(path);
        String tag = plain.headers().firstValue("etag").orElseThrow();
        assertThat(tag).matches("\"[0-9a-f]{24}\"");
        HttpResponse<byte[]> packed = rig.send("GET", path, BodyHandlers.ofByteArray(), "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("vary").orElse("")).containsIgnoringCase("accept-encoding");
        String packedTag = packed.headers().firstValue("etag").orElseThrow();
        assertThat(packedTag).isNotEqualTo(tag);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body().getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> again = rig.get(path, "If-None-Match", "\"other\", " + tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(rig.get(path, "If-None-Match", "W/" + tag).statusCode()).isEqualTo(304);
        assertThat(rig.get(path, "If-None-Match", packedTag).statusCode()).isEqualTo(200);
        assertThat(rig.get(path, "If-None-Match", "*").statusCode()).isEqualTo(304);
    }

    @Test
    void itLetsLibrariesBeKeptForEverAndPagesBeAskedForAgain() {
        HttpResponse<String> page = rig.get("/");
        assertThat(page.headers().firstValue("cache-control")).contains("no-cache");
        String library = page.body().replaceAll("(?s).*?\"(/webjars/[^\"]+)\".*", "$1");
        HttpResponse<String> chart = rig.get(library);
        assertThat(chart.statusCode()).isEqualTo(200);
        assertThat(chart.headers().firstValue("cache-control").orElse("")).contains("immutable");
        assertThat(chart.headers().firstValue("content-type").orElse("")).startsWith("text/javascript");
    }

    @Test
    void itCompressesAnswersOfTheApi() {
        HttpResponse<byte[]> packed =
                rig.send("GET", "/api/v1/standards", BodyHandlers.ofByteArray(), "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("content-encoding")).contains("gzip");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", rig.server.port())) {
            socket.setSoTimeout(5000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
