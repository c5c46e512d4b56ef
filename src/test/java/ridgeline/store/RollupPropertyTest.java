package ridgeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.store.Readings.DAY;
import static ridgeline.store.Readings.PARIS;
import static ridgeline.store.Readings.SHANGHAI;
import static ridgeline.store.Readings.at;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridgeline.domain.Quality;
import ridgeline.domain.Reading;
import ridgeline.domain.Series;
import ridgeline.testing.Keeping;

/** After any course of readings the stored sums are those of the readings that are in the file. */
class RollupPropertyTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "1, Asia/Shanghai, 2026-11-24T00:00:00Z",
        "2, Asia/Shanghai, 2026-12-31T00:00:00Z",
        "3, Europe/Paris, 2026-03-28T12:00:00Z",
        "4, Europe/Paris, 2026-10-24T12:00:00Z",
        "5, Europe/Paris, 2026-03-28T22:00:00Z",
        "6, Europe/Paris, 2026-10-24T21:00:00Z"
    })
    void itSumsWhatIsStored(long seed, ZoneId zone, String start) {
        Random random = new Random(seed);
        Path file = folder.resolve("ridgeline.db");
        ReadingLog log = ReadingLog.open(file, Keeping.everything(zone));
        for (int batch = 0; batch < 20; batch++) {
            int size = random.nextInt(400);
            for (int i = 0; i < size; i++) log.put(reading(random, at(start)));
            int end = random.nextInt(10);
            if (end > 0) log.commit();
            if (end < 3) {
                log.close();
                log = ReadingLog.open(file, Keeping.everything(zone));
            }
        }
        log.commit();
        log.close();
        Map<StoredRollup.Key, StoredRollup> expected = StoredRollup.recounted(file, zone);
        Map<StoredRollup.Key, StoredRollup> stored = StoredRollup.in(file);
        assertThat(expected).hasSizeGreaterThan(250);
        assertThat(stored.keySet()).as("seed %d", seed).isEqualTo(expected.keySet());
        expected.forEach((key, sum) -> check(stored.get(key), sum, "seed " + seed + " " + key));
    }

    /** Crowded into 120 minutes of two days, so that readings meet in minutes, hours and instants. */
    private static Reading reading(Random random, long start) {
        boolean wind = random.nextInt(3) == 0;
        Series series = wind ? Readings.WIND : Readings.PM25;
        long minute = random.nextInt(120) * 2_654_435_761L % (2 * DAY / 60_000);
        long t = start + minute * 60_000 + random.nextInt(8) * 7_000;
        double value = wind ? random.nextInt(360) : random.nextDouble() * 1000 - 200;
        Quality quality = Quality.of(random.nextInt(5));
        return new Reading(series, t, value, quality, random.nextInt(5) > 0);
    }

    private static void check(StoredRollup stored, StoredRollup expected, String what) {
        assertThat(stored.n()).as(what).isEqualTo(expected.n());
        assertThat(stored.low()).as(what).isEqualTo(expected.low());
        assertThat(stored.high()).as(what).isEqualTo(expected.high());
        assertThat(stored.covered()).as(what).isEqualTo(expected.covered());
        double scale = Math.max(1, expected.n() * Math.max(Math.abs(expected.low()), Math.abs(expected.high())));
        assertThat(stored.total()).as(what).isCloseTo(expected.total(), Offset.offset(1e-9 * scale));
        assertThat(stored.east()).as(what).isCloseTo(expected.east(), Offset.offset(1e-9 * expected.n()));
        assertThat(stored.north()).as(what).isCloseTo(expected.north(), Offset.offset(1e-9 * expected.n()));
    }

    @org.junit.jupiter.api.Test
    void itBeginsDaysAtMidnightOfTheZoneAlsoWhenTheyHave23Or25Hours() {
        Buckets paris = new Buckets(PARIS);
        long spring = at("2026-03-28T23:00:00Z");
        assertThat(paris.dayOf(at("2026-03-29T21:59:59Z"))).isEqualTo(spring);
        assertThat(paris.dayAfter(spring)).isEqualTo(at("2026-03-29T22:00:00Z"));
        long autumn = at("2026-10-24T22:00:00Z");
        assertThat(paris.dayOf(at("2026-10-25T22:59:59Z"))).isEqualTo(autumn);
        assertThat(paris.dayAfter(autumn)).isEqualTo(at("2026-10-25T23:00:00Z"));
        assertThat(new Buckets(SHANGHAI).dayOf(at("2026-11-24T15:59:59.999Z"))).isEqualTo(at("2026-11-23T16:00:00Z"));
        assertThat(new Buckets(SHANGHAI).dayOf(at("2026-11-24T16:00:00Z"))).isEqualTo(at("2026-11-24T16:00:00Z"));
    }
}
