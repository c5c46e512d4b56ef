package ridgeline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridgeline.domain.Committed;
import ridgeline.domain.Judged;
import ridgeline.domain.Reading;

class LiveStreamIT {
    private static final Pattern VALUE = Pattern.compile("\"value\":([0-9]+)\\.0");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void itStartsWithTheWholePictureAndGoesOnWithWhatChanges() {
        rig.commitAndSee(List.of(Rig.reading(Rig.PM25, Rig.NOW - 9000, 11)));
        Description description =
                new Description(rig.get("/api/v1/openapi.yaml").body());
        try (Viewer viewer = Viewer.of(rig, "/api/v1/live")) {
            Viewer.Event first = viewer.next();
            assertThat(first.name()).isEqualTo("snapshot");
            assertThat(first.id()).matches("[0-9a-z]+-[0-9]+");
            assertThat(first.data()).contains("\"value\":11.0", "云顶滑雪公园");
            assertThat(description.faults("/api/v1/live", 200, "text/event-stream", first.data()))
                    .isEmpty();
            rig.commit(List.of(Rig.reading(Rig.PM25, Rig.NOW - 4000, 12)));
            Viewer.Event change = viewer.next("readings");
            assertThat(change.id()).isNotEqualTo(first.id());
            assertThat(change.data()).startsWith("[").contains("\"value\":12.0");
            assertThat(description.faults(
                            "Reading", change.data().substring(1, change.data().length() - 1)))
                    .isEmpty();
            Viewer.Event tick = viewer.next("tick");
            assertThat(description.faults("Tick", tick.data())).isEmpty();
            assertThat(viewer.comments).isNotEmpty();
        }
    }

    @Test
    void itMissesNothingForAViewerWhoComesBackWhileReadingsPourIn() {
        long seed = 20260701;
        Random random = new Random(seed);
        int total = 1500;
        List<Integer> seen = new ArrayList<>();
        String lastId;
        try (Viewer viewer = Viewer.of(rig, "/api/v1/live")) {
            lastId = viewer.next().id();
        }
        CompletableFuture<Void> pouring = CompletableFuture.runAsync(() -> IntStream.range(0, total)
                .forEach(i -> rig.commit(List.of(Rig.reading(Rig.PM25, Rig.NOW - total + i, i)))));
        int visits = 0;
        while (seen.size() < total) {
            visits++;
            try (Viewer viewer = Viewer.back(rig, lastId)) {
                for (int events = 20 + random.nextInt(100); events > 0 && seen.size() < total; events--) {
                    Viewer.Event event = viewer.next();
                    assertThat(event.name()).as("seed %d", seed).isNotEqualTo("snapshot");
                    lastId = event.id();
                    if (event.name().equals("readings")) seen.addAll(values(event.data()));
                }
            }
        }
        pouring.join();
        assertThat(visits).isGreaterThan(5);
        assertThat(seen)
                .as("seed %d", seed)
                .containsExactlyElementsOf(IntStream.range(0, total).boxed().toList());
    }

    private static List<Integer> values(String data) {
        List<Integer> values = new ArrayList<>();
        Matcher matcher = VALUE.matcher(data);
        while (matcher.find()) values.add(Integer.valueOf(matcher.group(1)));
        return values;
    }

    @Test
    void itGivesANewPictureWhereTheLastEventIsNotKnown() {
        String now;
        try (Viewer viewer = Viewer.of(rig, "/api/v1/live")) {
            now = viewer.next().id();
        }
        String boot = now.substring(0, now.indexOf('-'));
        for (String id : List.of("x", "zzzz-3", boot + "-99999", boot + "--1", boot + "-9999999999999999999", "-")) {
            try (Viewer viewer = Viewer.back(rig, id)) {
                assertThat(viewer.next().name()).as(id).isEqualTo("snapshot");
            }
        }
    }

    @Test
    void itGivesANewPictureWhereWhatWasMissedIsForgotten() {
        String id;
        try (Viewer viewer = Viewer.of(rig, "/api/v1/live")) {
            id = viewer.next().id();
        }
        for (int i = 0; i < 4500; i++) show(i);
        try (Viewer viewer = Viewer.back(rig, id)) {
            assertThat(viewer.next().name()).isEqualTo("snapshot");
        }
    }

    private void show(int value) {
        rig.server.show(new Committed(
                Rig.NOW, List.of(Rig.reading(Rig.PM25, Rig.NOW - 100_000 + value, value)), Judged.NOTHING));
    }

    @Test
    void itTellsAViewerOfOneVenueOnlyOfThat() {
        try (Viewer village = Viewer.of(rig, "/api/v1/live?venue=village")) {
            assertThat(village.next().data()).contains("\"id\":\"village\"").doesNotContain("\"id\":\"genting\"");
            rig.commit(List.of(Rig.reading(Rig.PM25, Rig.NOW - 2000, 1)));
            rig.commit(List.of(Rig.reading(Rig.TEMPERATURE, Rig.NOW - 1000, -3)));
            assertThat(village.next("readings").data())
                    .contains("village-mast-1.temperature")
                    .doesNotContain("genting");
        }
    }

    @Test
    void itEncodesAnEventOnceForAllWhoWatch() {
        List<Viewer> viewers = IntStream.range(0, 12)
                .mapToObj(i -> Viewer.of(rig, "/api/v1/live"))
                .toList();
        for (Viewer viewer : viewers) viewer.next("snapshot");
        int before = rig.healthAsked.get();
        for (Viewer viewer : viewers) viewer.next("tick");
        assertThat(rig.healthAsked.get() - before).isBetween(1, 2);
        assertThat(rig.server.viewers()).isEqualTo(12);
        viewers.forEach(Viewer::close);
        Await.until("all have left", LONGEST, () -> rig.server.viewers() == 0);
    }

    @Test
    void itShowsNothingThatIsNotCommitted() {
        rig.putWithoutCommit(Rig.reading(Rig.PM25, Rig.NOW - 2000, 77));
        try (Viewer viewer = Viewer.of(rig, "/api/v1/live")) {
            assertThat(viewer.next().data()).doesNotContain("77.0");
        }
        assertThat(rig.get("/api/v1/latest").body()).isEqualTo("[]");
        assertThat(rig.get("/api/v1/readings?series=genting-air-1.pm25").body()).isEqualTo("{\"readings\":[]}");
    }

    @Test
    void itClosesAViewerWhoDoesNotReadAndLetsNobodyElseWait() {
        List<Reading> many = IntStream.range(0, 2000)
                .mapToObj(i -> Rig.reading(Rig.PM25, Rig.NOW - 10_000 + i, i))
                .toList();
        try (Viewer stuck = new Viewer(rig.server.port(), "/api/v1/live", "", 4096);
                Viewer other = Viewer.of(rig, "/api/v1/live")) {
            other.next("snapshot");
            Await.until("both are there", LONGEST, () -> rig.server.viewers() == 2);
            long before = usedMemory();
            long start = System.nanoTime();
            for (int batch = 0; batch < 150; batch++) {
                rig.server.show(new Committed(Rig.NOW, many, Judged.NOTHING));
                other.next("readings");
            }
            assertThat(usedMemory() - before).isLessThan(16L << 20);
            while (rig.server.viewers() == 2) {
                other.next("tick");
                assertThat(System.nanoTime() - start).isLessThan(LONGEST.toNanos());
            }
            other.next("tick");
            assertThat(rig.server.viewers()).isEqualTo(1);
        }
        Await.until("all have left", LONGEST, () -> rig.server.viewers() == 0);
    }

    /** After a collection, in bytes. */
    static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
