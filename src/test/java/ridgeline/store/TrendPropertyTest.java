package ridgeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.store.Readings.DAY;
import static ridgeline.store.Readings.at;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridgeline.domain.Quality;
import ridgeline.domain.Reading;
import ridgeline.domain.Series;
import ridgeline.testing.Keeping;

/** Trends at every resolution against one formed slowly from the readings themselves. */
class TrendPropertyTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "1, Asia/Shanghai, 2026-11-24T00:00:00Z",
        "2, Europe/Paris, 2026-03-20T00:00:00Z",
        "3, Europe/Paris, 2026-10-15T00:00:00Z",
        "4, America/New_York, 2026-10-25T00:00:00Z"
    })
    void itEqualsASlowOne(long seed, ZoneId zone, String start) {
        Random random = new Random(seed);
        Path file = folder.resolve("ridgeline.db");
        List<Reading> all = course(random, at(start));
        try (ReadingLog log = ReadingLog.open(file, Keeping.everything(zone));
                History history = History.open(file, zone)) {
            all.forEach(log::put);
            log.commit();
            for (int i = 0; i < 150; i++) {
                boolean wind = random.nextBoolean();
                Series series = wind ? Readings.WIND : Readings.PM25;
                long span = (long) Math.exp(random.nextDouble() * Math.log(60.0 * DAY));
                long from = at(start) - DAY + random.nextLong(20 * DAY);
                int points = 1 + random.nextInt(random.nextBoolean() ? 12 : 800);
                History.Trend trend = Objects.requireNonNull(history.trend(series.id(), from, from + span, points));
                String what = "seed " + seed + ": " + series.id() + " from " + from + " over " + span + " in " + points
                        + " at " + trend.resolution();
                check(trend, slow(all, series, from, from + span, trend.resolution(), zone), points, what, zone);
            }
        }
    }

    private static List<Reading> course(Random random, long start) {
        TreeMap<Long, Reading> pm25 = new TreeMap<>();
        TreeMap<Long, Reading> wind = new TreeMap<>();
        for (int i = 0; i < 6000; i++) {
            long day = random.nextLong(18);
            if (day % 5 == 3) continue;
            long t = start + day * DAY + random.nextLong(DAY);
            Quality quality = random.nextInt(10) == 0 ? Quality.IMPLAUSIBLE : Quality.GOOD;
            pm25.put(t, new Reading(Readings.PM25, t, random.nextDouble() * 100, quality, true));
            wind.put(
                    t,
                    new Reading(
                            Readings.WIND,
                            t,
                            random.nextInt(120) - 60 + (random.nextInt(2) * 360) % 360,
                            quality,
                            true));
        }
        List<Reading> all = new ArrayList<>(pm25.values());
        all.addAll(wind.values());
        return all;
    }

    /** Whole rollups are counted where the range begins or ends within one. */
    private static Map<Long, List<Double>> slow(
            List<Reading> all, Series series, long from, long to, long step, ZoneId zone) {
        long grain = step < 60_000 ? 1 : step < 3_600_000 ? 60_000 : step < DAY ? 3_600_000 : DAY;
        long first = grain == 1 ? from : start(from, step, zone);
        Map<Long, List<Double>> buckets = new TreeMap<>();
        for (Reading reading : all) {
            if (!reading.series().equals(series) || !reading.quality().counts()) continue;
            if (start(reading.t(), grain, zone) < first || start(reading.t(), grain, zone) >= to) continue;
            buckets.computeIfAbsent(start(start(reading.t(), grain, zone), step, zone), t -> new ArrayList<>())
                    .add(reading.value());
        }
        return buckets;
    }

    private static long start(long t, long step, ZoneId zone) {
        if (step <= 3_600_000) return t - Math.floorMod(t, step);
        long local = Instant.ofEpochMilli(t)
                .atZone(zone)
                .toLocalDateTime()
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
        return Instant.ofEpochMilli(local - Math.floorMod(local, step))
                .atZone(ZoneOffset.UTC)
                .toLocalDateTime()
                .atZone(zone)
                .toInstant()
                .toEpochMilli();
    }

    private static void check(
            History.Trend trend, Map<Long, List<Double>> expected, int points, String what, ZoneId zone) {
        assertThat(trend.points()).as(what).hasSizeLessThanOrEqualTo(points);
        assertThat(trend.points()).as(what).extracting(History.Point::t).containsExactlyElementsOf(expected.keySet());
        boolean direction = trend.series().quantity().averaging() == ridgeline.domain.Averaging.VECTOR;
        for (History.Point point : trend.points()) {
            List<Double> values = expected.get(point.t());
            assertThat(point.n()).as(what).isEqualTo(values.size());
            assertThat(point.low())
                    .as(what)
                    .isEqualTo(values.stream().mapToDouble(v -> v).min().orElseThrow());
            assertThat(point.high())
                    .as(what)
                    .isEqualTo(values.stream().mapToDouble(v -> v).max().orElseThrow());
            assertThat(point.mean()).as(what).isCloseTo(mean(values, direction), Offset.offset(1e-6));
        }
    }

    private static double mean(List<Double> values, boolean direction) {
        if (!direction) return values.stream().mapToDouble(v -> v).average().orElseThrow();
        double east =
                values.stream().mapToDouble(v -> Math.sin(Math.toRadians(v))).sum();
        double north =
                values.stream().mapToDouble(v -> Math.cos(Math.toRadians(v))).sum();
        return (Math.toDegrees(Math.atan2(east, north)) + 360) % 360;
    }
}
