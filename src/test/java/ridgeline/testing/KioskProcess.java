package ridgeline.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The whole program as a process of its own, to be killed, and its HTTP answers. */
public final class KioskProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> output = new ArrayList<>();
    private volatile String url = "";

    /** One stored reading. */
    public record Stored(long t, double value, String quality) {}

    /** Runs the command; does not wait for anything. */
    public KioskProcess(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "ridgeline.Main"));
        command.addAll(Arrays.asList(arguments));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread reader = new Thread(this::read, "output of kiosk");
        reader.setDaemon(true);
        reader.start();
    }

    /** A kiosk that is up. */
    public static KioskProcess running(Path config, Path data) throws IOException {
        KioskProcess kiosk =
                new KioskProcess("run", "--config", config.toString(), "--data", data.toString(), "--port", "0");
        try {
            Await.until("the kiosk is up", PATIENCE, () -> !kiosk.url.isEmpty() || !kiosk.process.isAlive());
            if (kiosk.url.isEmpty()) throw new AssertionError("the kiosk did not start: " + kiosk.output());
            return kiosk;
        } catch (AssertionError failure) {
            kiosk.close();
            throw failure;
        }
    }

    private void read() {
        String before = "Ridgeline is running on ";
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (output) {
                    output.add(line);
                }
                if (line.startsWith(before))
                    url = line.substring(before.length()).trim();
            }
        } catch (IOException killed) {
            // what it has said until then is there
        }
    }

    /** What it has printed so far, errors included. */
    public List<String> output() {
        synchronized (output) {
            return List.copyOf(output);
        }
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** Its exit code, once it has ended. */
    public int exitCode(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the kiosk did not end within " + atMost + ": " + output());
        }
        return process.exitValue();
    }

    public String get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 404) return "{}";
            if (answer.statusCode() >= 500 && !path.equals("/readyz"))
                throw new AssertionError(path + ": " + answer.body());
            return answer.body();
        } catch (IOException failure) {
            throw new AssertionError(path + " at " + url + ": " + failure + "; " + output(), failure);
        } catch (InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    public JsonNode json(String path) {
        try {
            return JSON.readTree(get(path));
        } catch (IOException failure) {
            throw new AssertionError(path, failure);
        }
    }

    /** Everything stored of a series, page by page; nothing when it has never been heard. */
    public List<Stored> readings(String series) {
        List<Stored> all = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode page = json("/api/v1/readings?series=" + series + "&from=0&to=4000000000000&limit=300" + after);
            for (JsonNode row : page.path("readings")) {
                all.add(new Stored(
                        row.get(0).asLong(), row.get(1).asDouble(), row.get(2).asText()));
            }
            if (!page.has("next")) return all;
            after = "&after=" + page.get("next").asLong();
        }
    }

    /** A counter of {@code /metrics} with its labels, 0 when it is not there. */
    public double metric(String nameAndLabels) {
        return get("/metrics")
                .lines()
                .filter(line -> line.startsWith(nameAndLabels + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(nameAndLabels.length() + 1)))
                .sum();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
