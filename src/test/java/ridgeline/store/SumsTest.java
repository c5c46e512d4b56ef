package ridgeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridgeline.domain.DayMean;
import ridgeline.domain.HourSum;
import ridgeline.domain.MinuteSum;
import ridgeline.domain.Quality;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Series;
import ridgeline.testing.Keeping;

/** Sums of chosen quantities. */
class SumsTest {
    private static final Series PM25 = Series.of("a", "genting", Quantity.PM25);
    private static final Series NO2 = Series.of("a", "genting", Quantity.NO2);
    private static final Series NOISE = Series.of("b", "village", Quantity.NOISE);
    private static final long HOUR = 3_600_000;
    private static final long START = 495_000 * HOUR;

    @TempDir
    Path folder;

    private ReadingLog log;

    @BeforeEach
    void open() {
        log = ReadingLog.open(folder.resolve("sums.db"), Keeping.everything(ZoneOffset.UTC));
        for (Series series : new Series[] {PM25, NO2, NOISE}) {
            for (int hour = 0; hour < 4; hour++)
                log.put(new Reading(series, START + hour * HOUR, 10 + hour, Quality.GOOD, true));
            log.put(new DayMean(series, 20_000, 12, 24, Double.NaN, 0));
            log.put(new DayMean(series, 20_001, 13, 24, Double.NaN, 0));
        }
        log.commit();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void itGivesTheHoursAndMinutesOfTheseQuantitiesInTheSpanAlone() {
        Set<Quantity> two = Set.of(Quantity.PM25, Quantity.NOISE);
        assertThat(log.sums().hours(two, 495_001, 495_003))
                .extracting(HourSum::series, HourSum::hour)
                .containsExactlyInAnyOrder(
                        tuple(PM25, 495_001L), tuple(NOISE, 495_001L), tuple(PM25, 495_002L), tuple(NOISE, 495_002L))
                .isSortedAccordingTo(
                        Comparator.comparingLong(row -> (Long) row.toList().get(1)));
        assertThat(log.sums().minutes(Set.of(Quantity.NO2), 495_001 * 60, 495_002 * 60))
                .extracting(MinuteSum::series, MinuteSum::sum)
                .containsExactly(tuple(NO2, 11.0));
        assertThat(log.sums().hours(Set.of(), 0, 500_000)).isEmpty();
    }

    @Test
    void itGivesTheDaysOfTheseQuantities() {
        assertThat(log.sums().days(Set.of(Quantity.PM25, Quantity.CO), 20_000, 20_001))
                .containsExactly(new DayMean(PM25, 20_000, 12, 24, Double.NaN, 0));
        assertThat(log.sums().days(PM25, 20_000, 20_002)).hasSize(2);
    }

    @Test
    void itLetsOneObjectStandForASeriesInAllRows() {
        assertThat(log.sums().hours(Set.of(Quantity.PM25), 0, 500_000).stream()
                        .map(sum -> System.identityHashCode(sum.series()))
                        .distinct())
                .hasSize(1);
    }
}
