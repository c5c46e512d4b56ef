package ridgeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.store.Readings.DAY;
import static ridgeline.store.Readings.HOUR;
import static ridgeline.store.Readings.MINUTE;
import static ridgeline.store.Readings.NOON;
import static ridgeline.store.Readings.PM25;
import static ridgeline.store.Readings.SHANGHAI;
import static ridgeline.store.Readings.reading;
import static ridgeline.store.Readings.wind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridgeline.domain.Quality;
import ridgeline.domain.Reading;
import ridgeline.testing.Keeping;

class HistoryTest {
    @TempDir
    private Path folder;

    private ReadingLog log;
    private History history;

    @BeforeEach
    void open() {
        Path file = folder.resolve("ridgeline.db");
        log = ReadingLog.open(file, Keeping.everything(SHANGHAI));
        history = History.open(file, SHANGHAI);
    }

    @AfterEach
    void close() {
        history.close();
        log.close();
    }

    private List<History.Point> points(long from, long to, int points) {
        return Objects.requireNonNull(history.trend(PM25.id(), from, to, points))
                .points();
    }

    @Test
    void itKnowsOnlyWhatWasEverStored() {
        assertThat(history.series(PM25.id())).isNull();
        assertThat(history.trend(PM25.id(), 0, NOON, 10)).isNull();
        assertThat(history.page(PM25.id(), 0, NOON, null, 10)).isEqualTo(new History.Page(List.of(), null));
        log.put(reading(NOON, 1));
        log.commit();
        assertThat(history.series(PM25.id())).isEqualTo(PM25);
    }

    @Test
    void itSeesOnlyWhatIsCommitted() {
        log.put(reading(NOON, 1));
        log.commit();
        log.put(reading(NOON + 1, 2));
        assertThat(history.page(PM25.id(), 0, Long.MAX_VALUE, null, 10).readings())
                .containsExactly(reading(NOON, 1));
        log.commit();
        assertThat(history.page(PM25.id(), 0, Long.MAX_VALUE, null, 10).readings())
                .hasSize(2);
    }

    @Test
    void itGivesTheLatestReadingOfEverySeries() {
        log.put(reading(NOON, 1));
        log.put(reading(NOON + 5, 2, Quality.IMPLAUSIBLE));
        log.put(wind(NOON - HOUR, 90));
        log.commit();
        assertThat(history.latest(Long.MAX_VALUE))
                .containsExactly(reading(NOON + 5, 2, Quality.IMPLAUSIBLE), wind(NOON - HOUR, 90));
        assertThat(history.latest(NOON)).containsExactly(reading(NOON, 1), wind(NOON - HOUR, 90));
        assertThat(history.latest(NOON - 1)).containsExactly(wind(NOON - HOUR, 90));
    }

    @Test
    void itPagesThroughEveryReadingOnce() {
        for (int i = 0; i < 1000; i++) log.put(reading(NOON + i * 3L, i));
        log.commit();
        for (int limit : new int[] {1, 7, 100, 998, 1000, 5000}) {
            List<Reading> all = new ArrayList<>();
            @Nullable Long after = null;
            do {
                History.Page page = history.page(PM25.id(), NOON + 3, NOON + 2997, after, limit);
                assertThat(page.readings()).hasSizeBetween(1, limit);
                all.addAll(page.readings());
                after = page.next();
            } while (after != null);
            assertThat(all)
                    .extracting(Reading::value)
                    .hasSize(998)
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(all.get(0).t()).isEqualTo(NOON + 3);
            assertThat(all.get(997).t()).isEqualTo(NOON + 2994);
        }
    }

    @Test
    void itTakesTheFinestResolutionThatFits() {
        log.put(reading(NOON, 1));
        log.commit();
        assertThat(resolution(NOON, NOON + 600, 600)).isEqualTo(1);
        assertThat(resolution(NOON, NOON + 601, 600)).isEqualTo(2);
        assertThat(resolution(NOON, NOON + 10 * MINUTE, 600)).isEqualTo(1_000);
        assertThat(resolution(NOON + 1, NOON + 1 + 10 * MINUTE, 600)).isEqualTo(2_000);
        assertThat(resolution(NOON, NOON + 10 * HOUR, 600)).isEqualTo(MINUTE);
        assertThat(resolution(NOON - 4 * HOUR - 8 * HOUR, NOON + 12 * HOUR, 1)).isEqualTo(DAY);
    }

    private long resolution(long from, long to, int points) {
        return Objects.requireNonNull(history.trend(PM25.id(), from, to, points))
                .resolution();
    }

    @Test
    void itLeavesGapsAndWhatDoesNotCountOut() {
        log.put(reading(NOON, 1));
        log.put(reading(NOON + 2 * MINUTE, 3));
        log.put(reading(NOON + MINUTE, 99, Quality.IMPLAUSIBLE));
        log.commit();
        assertThat(points(NOON, NOON + 3 * MINUTE, 3))
                .containsExactly(new History.Point(NOON, 1, 1, 1, 1), new History.Point(NOON + 2 * MINUTE, 3, 3, 3, 1));
        assertThat(points(NOON, NOON + 3 * MINUTE, 5000)).hasSize(2);
    }

    @Test
    void itIncludesFromAndExcludesTo() {
        log.put(reading(NOON, 1));
        log.put(reading(NOON + 10, 2));
        log.commit();
        assertThat(points(NOON, NOON + 10, 100)).hasSize(1);
        assertThat(points(NOON + 1, NOON + 11, 100)).hasSize(1);
        assertThat(points(NOON, NOON + 11, 100)).hasSize(2);
        assertThat(points(NOON, NOON, 100)).isEmpty();
    }

    @Test
    void itAnswersAnyRangeInAnyNumberOfPoints() {
        for (int day = 0; day < 900; day += 3) log.put(reading(NOON + day * DAY, day));
        log.commit();
        long[] edges = {
            Long.MIN_VALUE, -1, 0, 1, NOON, NOON + 900 * DAY, 10_000_000_000_000L, 999_999_999_999_999L, Long.MAX_VALUE
        };
        for (int i = 0; i < edges.length; i++) {
            for (int j = i + 1; j < edges.length; j++) {
                for (int count : new int[] {1, 2, 3, 600, 5000}) {
                    List<History.Point> points = points(edges[i], edges[j], count);
                    assertThat(points)
                            .as("%d to %d in %d", edges[i], edges[j], count)
                            .hasSizeLessThanOrEqualTo(count);
                    if (edges[i] > NOON || edges[j] <= NOON) continue;
                    assertThat(points.stream().mapToLong(History.Point::n).sum())
                            .as("%d to %d in %d", edges[i], edges[j], count)
                            .isEqualTo(edges[j] == NOON ? 0 : 300);
                }
            }
        }
    }

    @Test
    void itAsksInAThousandYearsOfHoursWithoutTakingLong() {
        for (int i = 0; i < 1000; i++) log.put(reading(NOON + i * 7 * MINUTE, i));
        log.commit();
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            long from = random.nextLong(10_000_000_000_000L);
            long to = from + random.nextLong(10_000_000_000_000L);
            int most = 1 + random.nextInt(5000);
            assertThat(points(from, to, most)).as("%d to %d", from, to).hasSizeLessThanOrEqualTo(most);
        }
    }
}
