package ridgeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ridgeline.store.Readings.HOUR;
import static ridgeline.store.Readings.MINUTE;
import static ridgeline.store.Readings.NOON;
import static ridgeline.store.Readings.PM25;
import static ridgeline.store.Readings.SHANGHAI;
import static ridgeline.store.Readings.onArrival;
import static ridgeline.store.Readings.reading;
import static ridgeline.store.Readings.wind;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridgeline.domain.Bound;
import ridgeline.domain.Certainty;
import ridgeline.domain.Change;
import ridgeline.domain.DayMean;
import ridgeline.domain.HourSum;
import ridgeline.domain.MinuteSum;
import ridgeline.domain.Quality;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Rule;
import ridgeline.domain.Series;
import ridgeline.domain.Status;
import ridgeline.domain.Verdict;
import ridgeline.testing.Keeping;

class ReadingLogTest {
    @TempDir
    private Path folder;

    private ReadingLog log;

    @BeforeEach
    void open() {
        log = ReadingLog.open(file(), Keeping.everything(SHANGHAI));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private Path file() {
        return folder.resolve("ridgeline.db");
    }

    private void reopen() {
        log.close();
        open();
    }

    private List<Reading> stored() {
        try (History history = History.open(file(), SHANGHAI)) {
            return history.page(PM25.id(), 0, Long.MAX_VALUE, null, 100_000).readings();
        }
    }

    private StoredRollup rollup(long resolution, long t) {
        return StoredRollup.in(file()).get(new StoredRollup.Key(PM25.id(), resolution, t));
    }

    @Test
    void itGivesBackWhatWasCommitted() {
        assertThat(log.put(reading(NOON, 12.5))).isEqualTo(new Change(reading(NOON, 12.5), null));
        log.put(reading(NOON + 1, 13, Quality.LATE));
        log.commit();
        assertThat(stored()).containsExactly(reading(NOON, 12.5), reading(NOON + 1, 13, Quality.LATE));
        reopen();
        assertThat(stored()).hasSize(2);
    }

    @Test
    void itForgetsWhatWasNotCommitted() {
        log.put(reading(NOON, 1));
        log.commit();
        log.put(reading(NOON + 1, 2));
        log.quarantine("t", new byte[] {1}, "why", NOON);
        assertThat(log.isRedelivered(7, "t", new byte[] {1}, true)).isFalse();
        reopen();
        assertThat(stored()).containsExactly(reading(NOON, 1));
        assertThat(rollup(MINUTE, NOON).n()).isEqualTo(1);
        assertThat(log.isRedelivered(7, "t", new byte[] {1}, true)).isFalse();
    }

    @Test
    void itTakesTheSameReadingTwiceAsOne() {
        log.put(reading(NOON, 5));
        assertThat(log.put(reading(NOON, 5))).isNull();
        log.commit();
        assertThat(log.put(reading(NOON, 5))).isNull();
        reopen();
        assertThat(log.put(reading(NOON, 5, Quality.LATE))).isNull();
        log.commit();
        assertThat(stored()).containsExactly(reading(NOON, 5));
        assertThat(rollup(HOUR, NOON).n()).isEqualTo(1);
    }

    @Test
    void itCorrectsAReadingAndCountsItsBucketsAgain() {
        log.put(reading(NOON, 90));
        log.put(reading(NOON + 10, 20));
        log.commit();
        assertThat(log.put(reading(NOON, 10)))
                .satisfies(change -> assertThat(change.isCorrection()).isTrue())
                .isEqualTo(new Change(reading(NOON, 10), reading(NOON, 90)));
        log.put(reading(NOON + 20, 60));
        log.commit();
        assertThat(stored()).containsExactly(reading(NOON, 10), reading(NOON + 10, 20), reading(NOON + 20, 60));
        assertThat(rollup(MINUTE, NOON)).isEqualTo(new StoredRollup(3, 10, 90, 60, 0, 0, 0));
        assertThat(rollup(HOUR, NOON)).isEqualTo(new StoredRollup(3, 10, 90, 60, 0, 0, 1));
    }

    @Test
    void itCorrectsWithinOneBatch() {
        log.put(reading(NOON, 90));
        assertThat(log.put(reading(NOON, 10))).isEqualTo(new Change(reading(NOON, 10), reading(NOON, 90)));
        log.commit();
        assertThat(rollup(MINUTE, NOON)).isEqualTo(new StoredRollup(1, 10, 10, 10, 0, 0, 0));
    }

    @Test
    void itKeepsTwoReadingsThatArriveInOneMillisecond() {
        for (int i = 0; i < 5; i++) log.put(onArrival(NOON, i));
        log.commit();
        assertThat(stored()).extracting(Reading::t).containsExactly(NOON, NOON + 1, NOON + 2, NOON + 3, NOON + 4);
        reopen();
        for (int i = 5; i < 8; i++) log.put(onArrival(NOON + 2, i));
        log.commit();
        assertThat(stored()).extracting(Reading::value).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0);
        assertThat(rollup(MINUTE, NOON).n()).isEqualTo(8);
    }

    @Test
    void itKeepsEveryArrivalWhateverStandsInItsPlace() {
        log.put(reading(NOON, 1));
        log.put(reading(NOON + 59_999, 2));
        log.put(reading(NOON + 60_000, 3));
        log.commit();
        log.put(onArrival(NOON, 4));
        log.put(onArrival(NOON, 5));
        log.commit();
        assertThat(stored()).extracting(Reading::value).containsExactlyInAnyOrder(1.0, 2.0, 3.0, 4.0, 5.0);
        assertThat(StoredRollup.in(file())).isEqualTo(StoredRollup.recounted(file(), SHANGHAI));
    }

    @Test
    void itLetsTheClockGoBackByMoreThanAMinute() {
        log.put(onArrival(NOON, 1));
        log.put(onArrival(NOON - 10 * MINUTE, 2));
        log.put(onArrival(NOON - 10 * MINUTE, 3));
        log.commit();
        assertThat(stored()).extracting(Reading::t).containsExactly(NOON - 10 * MINUTE, NOON - 10 * MINUTE + 1, NOON);
    }

    @Test
    void itPutsALateReadingIntoItsOwnMinute() {
        log.put(reading(NOON, 1));
        log.commit();
        log.put(reading(NOON - 5 * HOUR, 7, Quality.LATE));
        log.commit();
        assertThat(rollup(MINUTE, NOON).n()).isEqualTo(1);
        assertThat(rollup(MINUTE, NOON - 5 * HOUR)).isEqualTo(new StoredRollup(1, 7, 7, 7, 0, 0, 0));
    }

    @Test
    void itKeepsWhatDoesNotCountOutOfTheRollups() {
        log.put(reading(NOON, 999, Quality.IMPLAUSIBLE));
        log.put(reading(NOON + 1, 5, Quality.MAINTENANCE));
        log.put(reading(NOON + 2, 6, Quality.SUSPECT_CLOCK));
        log.commit();
        assertThat(stored()).hasSize(3);
        assertThat(rollup(MINUTE, NOON)).isEqualTo(new StoredRollup(1, 6, 6, 6, 0, 0, 0));
    }

    @Test
    void itFollowsACorrectionInAndOutOfWhatCounts() {
        log.put(reading(NOON, 5));
        log.commit();
        assertThat(log.put(reading(NOON, 5, Quality.IMPLAUSIBLE))).isNotNull();
        log.commit();
        assertThat(StoredRollup.in(file())).isEmpty();
        assertThat(stored()).containsExactly(reading(NOON, 5, Quality.IMPLAUSIBLE));
        log.put(reading(NOON, 6));
        log.commit();
        assertThat(rollup(MINUTE, NOON)).isEqualTo(new StoredRollup(1, 6, 6, 6, 0, 0, 0));
        assertThat(rollup(HOUR, NOON).covered()).isEqualTo(1);
    }

    @Test
    void itAveragesDirectionsAcrossNorth() {
        log.put(wind(NOON, 350));
        log.put(wind(NOON + 1, 10));
        log.commit();
        try (History history = History.open(file(), SHANGHAI)) {
            for (int points : new int[] {1, 2, 100}) {
                History.Trend trend =
                        Objects.requireNonNull(history.trend(Readings.WIND.id(), NOON, NOON + 2 * MINUTE, points));
                for (History.Point point : trend.points()) {
                    assertThat(point.mean()).isGreaterThanOrEqualTo(0).isLessThan(360);
                    assertThat(Math.min(point.mean(), 360 - point.mean())).isLessThan(10.001);
                }
            }
            History.Point whole = history.trend(Readings.WIND.id(), NOON, NOON + HOUR, 1)
                    .points()
                    .get(0);
            assertThat(whole).isEqualTo(new History.Point(NOON, 10, 0, 350, 2));
        }
    }

    @Test
    void itKeepsWhatDaysCameTo() {
        DayMean first = new DayMean(PM25, 20_000, 12.5, 24, Double.NaN, 0);
        DayMean second = new DayMean(PM25, 20_001, Double.NaN, 3, 30, 17);
        log.put(first);
        log.put(second);
        log.put(new DayMean(PM25, 20_001, 40, 22, 50, 16));
        log.commit();
        reopen();
        assertThat(log.sums().days(PM25, 20_000, 20_002))
                .containsExactly(first, new DayMean(PM25, 20_001, 40, 22, 50, 16));
        assertThat(log.sums().days(PM25, 20_001, 20_001)).isEmpty();
    }

    @Test
    void itCountsWhatIsNotCommittedYetIntoItsSums() {
        log.put(reading(NOON, 4));
        log.put(reading(NOON, 10));
        long hour = NOON / HOUR;
        assertThat(log.sums().hours(PM25, hour, hour + 1)).containsExactly(new HourSum(PM25, hour, 10, 1, 1, 10));
        assertThat(log.sums().minutes(PM25, NOON / MINUTE, NOON / MINUTE + 1))
                .containsExactly(new MinuteSum(PM25, NOON / MINUTE, 10, 1, 10));
    }

    @Test
    void itSumsSoundAsEnergy() {
        Series noise = Series.of("meter", "genting", Quantity.NOISE);
        log.put(new Reading(noise, NOON, 50, Quality.GOOD, true));
        log.put(new Reading(noise, NOON + 1000, 60, Quality.GOOD, true));
        log.commit();
        long hour = NOON / HOUR;
        assertThat(log.sums().hours(noise, hour, hour + 1).get(0).sum()).isCloseTo(1_100_000, Offset.offset(1e-6));
        try (History history = History.open(file(), SHANGHAI)) {
            assertThat(history.trend(noise.id(), NOON, NOON + HOUR, 1)
                            .points()
                            .get(0)
                            .mean())
                    .isCloseTo(57.4036, Offset.offset(1e-4));
        }
    }

    @Test
    void itForgetsAVerdictThatEnded() {
        Verdict verdict = verdict(Status.PASS, 12.5, NOON);
        log.put(verdict);
        log.endVerdict(verdict.key());
        log.commit();
        assertThat(log.verdicts()).isEmpty();
    }

    @Test
    void itGivesTheHourSumsToTheJudge() {
        log.put(reading(NOON, 4));
        log.put(reading(NOON + 59 * MINUTE, 8));
        log.put(reading(NOON - HOUR, 1));
        log.commit();
        long hour = NOON / HOUR;
        assertThat(log.sums().hours(hour, hour + 1)).containsExactly(new HourSum(PM25, hour, 12, 2, 1L | 1L << 59, 8));
        assertThat(log.sums().hours(hour - 1, hour + 1)).hasSize(2);
    }

    @Test
    void itRemembersTheLatestVerdictOfEachQuestion() {
        Verdict first = verdict(Status.PASS, 12.5, NOON);
        Verdict unknown = verdict(Status.INSUFFICIENT, null, NOON + HOUR);
        log.put(first);
        log.commit();
        reopen();
        assertThat(log.verdicts()).containsExactly(first);
        log.put(unknown);
        log.commit();
        reopen();
        assertThat(log.verdicts()).containsExactly(unknown);
    }

    private static Verdict verdict(Status status, @org.jspecify.annotations.Nullable Double value, long since) {
        return new Verdict(
                "genting",
                new Rule(
                        "gb3095-2026",
                        "2",
                        "competition",
                        "4.1",
                        Certainty.SECONDARY,
                        true,
                        Quantity.PM25,
                        "24h",
                        new Bound(-1.0, 60.0),
                        Bound.upTo(48)),
                value,
                status,
                0.5,
                since,
                PM25.id(),
                NOON,
                NOON + HOUR,
                true,
                null);
    }

    @Test
    void itRemembersTheFiltersOfTheSession() {
        log.sessionFilters(Set.of("a/+", "b/#"));
        log.sessionFilters(Set.of("b/#", "崇礼/+"));
        reopen();
        assertThat(log.sessionFilters()).containsExactly("b/#", "崇礼/+");
    }

    @Test
    void itKeepsNothingOfABatchThatTheDiskRefuses() throws SQLException {
        log.put(reading(NOON, 1));
        log.commit();
        int pages = Database.number(log.connection, "PRAGMA page_count");
        Database.run(log.connection, "PRAGMA max_page_count=" + pages);
        assertThatThrownBy(() -> {
                    for (int i = 1; i < 50_000; i++) log.put(reading(NOON + i, i));
                    log.commit();
                })
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("full");
        reopen();
        assertThat(stored()).containsExactly(reading(NOON, 1));
        for (int i = 1; i < 50_000; i++) log.put(reading(NOON + i, i));
        log.commit();
        assertThat(stored()).hasSize(50_000);
        assertThat(rollup(HOUR, NOON).n()).isEqualTo(50_000);
    }
}
