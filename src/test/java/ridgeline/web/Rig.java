package ridgeline.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import ridgeline.config.ConfigFolder;
import ridgeline.config.Loaded;
import ridgeline.config.Settings;
import ridgeline.config.StandardFile;
import ridgeline.domain.Change;
import ridgeline.domain.Committed;
import ridgeline.domain.Quality;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Series;
import ridgeline.domain.Verdict;
import ridgeline.flow.StoredPast;
import ridgeline.lane.Lane;
import ridgeline.live.Freshness;
import ridgeline.live.Health;
import ridgeline.standard.Judge;
import ridgeline.standard.Judgement;
import ridgeline.standard.Place;
import ridgeline.standard.Profiles;
import ridgeline.standard.Standards;
import ridgeline.store.History;
import ridgeline.store.ReadingLog;
import ridgeline.testing.Keeping;

/** A web server on a free port over a real database, fed by hand; the test's own thread is the writer. */
final class Rig implements AutoCloseable {
    static final long NOW = Instant.parse("2026-11-24T04:30:00Z").toEpochMilli();
    static final Series PM25 = Series.of("genting-air-1", "genting", Quantity.PM25);
    static final Series TEMPERATURE = Series.of("village-mast-1", "village", Quantity.TEMPERATURE);

    final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final AtomicReference<Health> health = new AtomicReference<>(new Health("connected", null, null, List.of()));
    /** How often the kiosk was asked for its health: once for each snapshot and each tick that is encoded. */
    final AtomicInteger healthAsked = new AtomicInteger();

    final Path database;
    final WebServer server;
    final Freshness freshness;
    final Lane reader = new Lane("reader");
    private final History history;
    private final ReadingLog log;
    private final Judge judge;
    private final LoopWatch watch = new LoopWatch();

    Rig(Path folder) {
        database = folder.resolve("ridgeline.db");
        Loaded loaded = ConfigFolder.load(Path.of("config"));
        Settings read = Objects.requireNonNull(loaded.settings());
        Settings settings = new Settings(
                read.kiosk(),
                read.mqtt(),
                new Settings.Http("127.0.0.1", 0, null, read.http().readers()),
                read.store());
        freshness = new Freshness(Objects.requireNonNull(loaded.site()));
        Judge.Ground ground = new Judge.Ground(
                Profiles.none(settings.kiosk().zone()),
                series -> Place.of(series.venueId()),
                freshness::every,
                settings.kiosk().zone());
        Standards standards = StandardFile.builtIn().standards();
        log = ReadingLog.open(database, Keeping.everything(settings.kiosk().zone()));
        history = History.open(database, settings.kiosk().zone());
        judge = new Judge(standards, ground, new StoredPast(log));
        server = new WebServer(
                new WebServer.Content(settings, loaded.site(), standards, ground, freshness, "1", 1),
                new WebServer.Sources(reader, history, this::askHealth, () -> "ridgeline_viewers 0\n"),
                () -> Instant.ofEpochMilli(NOW));
    }

    private Health askHealth() {
        healthAsked.incrementAndGet();
        return health.get();
    }

    static Reading reading(Series series, long t, double value) {
        return new Reading(series, t, value, Quality.GOOD, true);
    }

    /** Stores, judges and only then shows. */
    void commit(List<Reading> readings) {
        List<Reading> changed = new ArrayList<>();
        for (Reading reading : readings) {
            Change change = log.put(reading);
            if (change == null) continue;
            judge.observe(change);
            changed.add(change.reading());
        }
        Judgement judgement = judge.judge(NOW);
        for (Verdict verdict : judgement.judged().verdicts()) log.put(verdict);
        log.commit();
        server.show(new Committed(NOW, changed, judgement.judged()));
    }

    /** A request may overtake what is on its way to the event loop; after this it cannot any more. */
    void commitAndSee(List<Reading> readings) {
        commit(readings);
        Reading last = readings.get(readings.size() - 1);
        String row = "\"series\":\"" + last.series().id() + "\"";
        Await.until("the board shows " + row, Duration.ofSeconds(60), () -> get("/api/v1/latest")
                .body()
                .contains(row));
    }

    /** Two days of an air station, every minute up to now, and one sensor of another venue. */
    void commitTwoDays() {
        List<Reading> readings = new ArrayList<>();
        for (long t = NOW - 48 * 3_600_000L; t <= NOW; t += 60_000) {
            for (Quantity quantity :
                    List.of(Quantity.PM25, Quantity.PM10, Quantity.SO2, Quantity.NO2, Quantity.O3, Quantity.CO)) {
                readings.add(reading(
                        Series.of("genting-air-1", "genting", quantity), t, quantity == Quantity.CO ? 0.5 : 40));
            }
        }
        readings.add(reading(TEMPERATURE, NOW - 1000, -7.5));
        commitAndSee(readings);
    }

    /** Stores without the commit that must come before anything is shown. */
    void putWithoutCommit(Reading reading) {
        log.put(reading);
    }

    void quarantine(String topic, byte[] payload) {
        log.quarantine(topic, payload, "no JSON", NOW);
        log.commit();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), headers);
    }

    <T> HttpResponse<T> send(String method, String path, HttpResponse.BodyHandler<T> body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) request.headers(headers);
        try {
            return client.send(request.build(), body);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    HttpResponse<String> post(String path, String json) {
        return postAsync(path, "application/json", json).join();
    }

    CompletableFuture<HttpResponse<String>> postAsync(String path, String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
        reader.submit(() -> {
                    history.close();
                    return true;
                })
                .join();
        reader.close();
        log.close();
        watch.close();
    }
}
