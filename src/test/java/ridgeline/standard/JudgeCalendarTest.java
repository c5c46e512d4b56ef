package ridgeline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.domain.Quantity.NO2;
import static ridgeline.domain.Quantity.O3;
import static ridgeline.domain.Quantity.PM25;
import static ridgeline.standard.Rig.HOUR;
import static ridgeline.standard.Rig.MINUTE;
import static ridgeline.standard.Rig.at;

import java.time.LocalDate;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridgeline.domain.Change;
import ridgeline.domain.DayMean;
import ridgeline.domain.Quality;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Series;
import ridgeline.domain.Status;
import ridgeline.domain.Verdict;

/** Days that end and heal, and the months and years made of them. */
class JudgeCalendarTest {
    private static final long DAY = at("2026-11-24T00:00");

    private final Rig rig = new Rig(Made.standards(
            Made.limit(PM25, Period.DAY, null, 60.0),
            Made.limit(PM25, Period.MONTH, null, 40.0),
            Made.limit(PM25, Period.YEAR, null, 30.0),
            Made.limit(PM25, Period.YEAR_P95, null, 60.0),
            Made.limit(O3, Period.YEAR_P90, null, 160.0),
            Made.limit(O3, Period.PEAK_SEASON, null, 60.0),
            Made.limit(NO2, Period.HOUR, null, 200.0)));

    private static long day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }

    private void year(Quantity quantity, int year, java.util.function.IntToDoubleFunction valueOf, int skipEvery) {
        LocalDate first = LocalDate.of(year, 1, 1);
        for (int i = 0; i < first.lengthOfYear(); i++) {
            if (skipEvery > 0 && i % skipEvery == 0) continue;
            double value = valueOf.applyAsDouble(i);
            rig.kept.put(new DayMean(Rig.series(quantity), first.plusDays(i).toEpochDay(), value, 24, value, 17));
        }
    }

    @Test
    void itKeepsWhatADayCameToWhenItEnds() {
        rig.sameHours(PM25, DAY, 22, 50);
        rig.judge(DAY + 22 * HOUR);
        assertThat(rig.kept.days(Rig.series(PM25), day("2026-11-24"), day("2026-11-25")))
                .isEmpty();
        rig.judge(DAY + 24 * HOUR);
        assertThat(rig.kept.days(Rig.series(PM25), day("2026-11-24"), day("2026-11-25")))
                .containsExactly(new DayMean(Rig.series(PM25), day("2026-11-24"), 50, 22, 50, 17));
    }

    @Test
    void itFormsADayAgainWhenAReadingOfLastWeekComesIn() {
        rig.sameHours(PM25, DAY - 7 * 24 * HOUR, 24, 50);
        rig.sameHours(PM25, DAY, 2, 10);
        rig.judge(DAY + 2 * HOUR);
        long lastWeek = day("2026-11-17");
        rig.minutes(PM25, DAY - 7 * 24 * HOUR + 30_000, 60, 250); // as many again in the first hour: its mean is 150
        rig.judge(DAY + 2 * HOUR + MINUTE);
        assertThat(rig.kept.days(Rig.series(PM25), lastWeek, lastWeek + 1))
                .extracting(DayMean::mean)
                .containsExactly(Math.rint((23 * 50 + 150) / 24.0 * 1e9) / 1e9);
    }

    @Test
    void itFormsADayAgainWhenAReadingOfItIsCorrected() {
        rig.sameHours(PM25, DAY, 24, 50);
        rig.judge(DAY + 24 * HOUR);
        for (int i = 0; i < 60; i++) {
            var wrong = Rig.reading(PM25, DAY + i * MINUTE, 50, Quality.GOOD);
            rig.observe(new Change(Rig.reading(PM25, DAY + i * MINUTE, 74, Quality.GOOD), wrong));
        }
        rig.judge(DAY + 24 * HOUR + 5 * MINUTE);
        assertThat(rig.kept.days(Rig.series(PM25), day("2026-11-24"), day("2026-11-25")))
                .extracting(DayMean::mean)
                .containsExactly(51.0);
        assertThat(rig.verdict(PM25, "24h").revised()).isTrue();
    }

    @Test
    void itSpeaksOfLastYearUntilThisOneIsComplete() {
        year(PM25, 2025, i -> 31, 0);
        rig.sameHours(PM25, DAY, 1, 10);
        Verdict verdict = rig.judged(DAY + HOUR, PM25, "year");
        assertThat(verdict.value()).isEqualTo(31);
        assertThat(verdict.status()).isEqualTo(Status.EXCEED);
        assertThat(verdict.from()).isEqualTo(at("2025-01-01T00:00"));
        assertThat(verdict.to()).isEqualTo(at("2026-01-01T00:00"));
    }

    @ParameterizedTest
    @CsvSource({"0, PASS", "11, PASS", "9, INSUFFICIENT", "8, INSUFFICIENT", "5, INSUFFICIENT"})
    void itAsks324DaysOfAYearAnd27OfEachMonth(int skipEvery, Status status) {
        year(PM25, 2025, i -> 12, skipEvery);
        rig.sameHours(PM25, DAY, 1, 10);
        Verdict verdict = rig.judged(DAY + HOUR, PM25, "year");
        assertThat(verdict.status()).isEqualTo(status);
        if (status == Status.INSUFFICIENT) assertThat(verdict.value()).isNull();
    }

    @Test
    void itJudgesTheYearsOfManySeriesLittleByLittle() {
        for (int i = 0; i < 30; i++) {
            Series series = Series.of("air-" + i, "genting", PM25);
            for (int day = 0; day < 365; day++)
                rig.kept.put(new DayMean(series, day("2025-01-01") + day, 31, 24, 31, 17));
            rig.observe(new Change(new Reading(series, DAY, 10, Quality.GOOD, true), null));
        }
        int years = 0;
        int sittings = 0;
        do {
            int some = (int) rig.judge(DAY + HOUR + sittings).verdicts().stream()
                    .filter(verdict -> verdict.period().equals("year"))
                    .count();
            assertThat(some).isLessThanOrEqualTo(Sitting.MOST_CALENDARS);
            years += some;
            sittings++;
        } while (rig.judge.isWaiting());
        assertThat(years).isEqualTo(30);
        assertThat(sittings).isEqualTo(3);
    }

    @Test
    void itTakesPercentilesOfTheDays() {
        year(PM25, 2025, i -> i + 1, 0);
        rig.sameHours(PM25, DAY, 1, 10);
        // 1 + (365 - 1) 0.95 = 346.8
        assertThat(rig.judged(DAY + HOUR, PM25, "year-p95").value()).isCloseTo(346.8, Offset.offset(1e-9));
    }

    @Test
    void itTakesTheDailyMaximumsOfOzone() {
        year(O3, 2025, i -> 100, 0);
        rig.sameHours(O3, DAY, 1, 10);
        assertThat(rig.judged(DAY + HOUR, O3, "year-p90").value()).isEqualTo(100);
    }

    @Test
    void itFindsTheSixMonthsWithTheMostOzone() {
        year(O3, 2025, i -> i >= 120 && i < 304 ? 80 : 40, 0); // May to October
        rig.sameHours(O3, DAY, 1, 10);
        assertThat(rig.judged(DAY + HOUR, O3, "peak-season").value()).isEqualTo(80);
    }

    @Test
    void itAveragesTheDaysOfAMonth() {
        LocalDate first = LocalDate.of(2026, 10, 1);
        for (int i = 0; i < 31; i++)
            rig.kept.put(new DayMean(Rig.series(PM25), first.plusDays(i).toEpochDay(), i + 1, 24, Double.NaN, 0));
        rig.sameHours(PM25, DAY, 1, 10);
        Verdict verdict = rig.judged(DAY + HOUR, PM25, "month");
        assertThat(verdict.value()).isEqualTo(16);
        assertThat(verdict.from()).isEqualTo(at("2026-10-01T00:00"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void itKeepsTheMeanOfEveryDayHoweverTheReadingsCome(long seed) {
        Random random = new Random(seed);
        long start = DAY - 6 * 24 * HOUR;
        java.util.List<Long> minutes = new java.util.ArrayList<>();
        for (int i = 0; i < 6 * 24 * 60; i++) minutes.add(start + i * MINUTE);
        java.util.Collections.shuffle(minutes, random);
        double[] sums = new double[6 * 24];
        int done = 0;
        for (long t : minutes) {
            double value = random.nextInt(1000) / 10.0;
            sums[(int) ((t - start) / HOUR)] += value;
            rig.observe(PM25, t, value);
            if (++done % 500 == 0) rig.judge(DAY + done);
        }
        rig.judge(DAY + HOUR);
        rig.judge(DAY + HOUR + MINUTE);
        for (int day = 0; day < 6; day++) {
            double expected = 0;
            for (int hour = 0; hour < 24; hour++) expected += sums[day * 24 + hour] / 60 / 24;
            long epochDay = day("2026-11-18") + day;
            assertThat(rig.kept.days(Rig.series(PM25), epochDay, epochDay + 1))
                    .as("seed %d day %d", seed, day)
                    .singleElement()
                    .satisfies(mean -> assertThat(mean.hours()).isEqualTo(24));
            assertThat(rig.kept
                            .days(Rig.series(PM25), epochDay, epochDay + 1)
                            .get(0)
                            .mean())
                    .as("seed %d day %d", seed, day)
                    .isCloseTo(expected, Offset.offset(1e-8));
        }
    }
}
