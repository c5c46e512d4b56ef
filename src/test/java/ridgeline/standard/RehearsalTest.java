package ridgeline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ridgeline.standard.Rig.HOUR;
import static ridgeline.standard.Rig.at;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ridgeline.domain.Bound;
import ridgeline.domain.DayMean;
import ridgeline.domain.HourSum;
import ridgeline.domain.Judged;
import ridgeline.domain.MinuteSum;
import ridgeline.domain.Quantity;
import ridgeline.domain.Series;
import ridgeline.domain.Verdict;
import ridgeline.standard.LimitEdit.End;
import ridgeline.standard.LimitStandard.Limit;

/** What a standard would have raised, told from stored sums. */
class RehearsalTest {
    private static final long NOW = at("2026-11-24T12:30");
    private static final long TO = at("2026-11-24T12:00");
    private static final Series NO2 = Rig.series(Quantity.NO2);
    private static final Series PM25 = Rig.series(Quantity.PM25);

    private final Sums sums = new Sums();

    /** Sums by hand, as a store gives them. */
    private static final class Sums implements Rehearsal.Stored {
        final Map<Long, Map<Series, HourSum>> hours = new HashMap<>();
        final Map<Long, MinuteSum> minutes = new HashMap<>();
        final Map<Long, DayMean> days = new HashMap<>();
        int questions;

        void hour(Series series, long t, int minutes, double value) {
            long hour = HourRing.hourOf(t);
            long mask = minutes == 60 ? (1L << 60) - 1 : (1L << minutes) - 1;
            HourSum sum = new HourSum(series, hour, value * minutes, minutes, mask, value);
            hours.computeIfAbsent(hour, each -> new HashMap<>()).put(series, sum);
        }

        /** Full hours of one value. */
        void hours(Series series, long from, long to, double value) {
            for (long t = from; t < to; t += HOUR) hour(series, t, 60, value);
        }

        @Override
        public List<HourSum> hours(Set<Quantity> quantities, long from, long to) {
            questions++;
            return Stream.iterate(from, hour -> hour < to, hour -> hour + 1)
                    .flatMap(hour -> hours.getOrDefault(hour, Map.of()).values().stream())
                    .filter(sum -> quantities.contains(sum.series().quantity()))
                    .toList();
        }

        @Override
        public List<MinuteSum> minutes(Set<Quantity> quantities, long from, long to) {
            return Stream.iterate(from, minute -> minute < to, minute -> minute + 1)
                    .filter(minutes::containsKey)
                    .map(minutes::get)
                    .filter(sum -> quantities.contains(sum.series().quantity()))
                    .toList();
        }

        @Override
        public List<DayMean> days(Set<Quantity> quantities, long from, long to) {
            return Stream.iterate(from, day -> day < to, day -> day + 1)
                    .filter(days::containsKey)
                    .map(days::get)
                    .toList();
        }
    }

    private static LimitStandard upTo(double max, Quantity quantity, Period period) {
        return Made.standard(Made.limit(quantity, period, null, max));
    }

    private Rehearsed rehearse(LimitStandard today, LimitStandard edited, int days) {
        return new Rehearsal(new Rehearsal.Asked(today, edited, NOW, days), sums, () -> true)
                .run(Rig.ground(Duration.ofMinutes(1), Map.of()));
    }

    private Rehearsed hourly(double today, double edited) {
        return rehearse(upTo(today, Quantity.NO2, Period.HOUR), upTo(edited, Quantity.NO2, Period.HOUR), 7);
    }

    @Test
    void itFindsTheRunsThatStandInTheHours() {
        sums.hours(NO2, TO - 200 * HOUR, TO, 100);
        sums.hour(NO2, TO - 50 * HOUR, 60, 210);
        sums.hour(NO2, TO - 49 * HOUR, 60, 250);
        sums.hour(NO2, TO - 48 * HOUR, 60, 220);
        sums.hour(NO2, TO - HOUR, 60, 201);
        Rehearsed.Side today = hourly(200, 300).today();
        assertThat(today.exceedances()).hasSize(2);
        Exceedance first = today.exceedances().get(0);
        assertThat(first.from()).isEqualTo(TO - 50 * HOUR);
        assertThat(first.to()).isEqualTo(TO - 47 * HOUR);
        assertThat(first.raised()).isEqualTo(TO - 49 * HOUR);
        assertThat(first.windows()).isEqualTo(3);
        assertThat(first.hours()).isEqualTo(3);
        assertThat(first.worst()).isEqualTo(250);
        assertThat(first.limit()).isEqualTo(200);
        assertThat(first.seriesId()).isEqualTo("genting-air-1.no2");
        assertThat(today.exceedances().get(1).to()).isEqualTo(TO);
        assertThat(today.hours()).isEqualTo(4);
        assertThat(today.series()).isEqualTo(1);
        assertThat(today.judged()).isEqualTo(1);
        assertThat(today.insufficient()).isZero();
    }

    @Test
    void itLosesExceedancesWithALooserLimitAndGainsSomeWithAStricterOne() {
        sums.hours(NO2, TO - 200 * HOUR, TO, 100);
        sums.hour(NO2, TO - 50 * HOUR, 60, 210);
        sums.hour(NO2, TO - 20 * HOUR, 60, 160);
        sums.hour(NO2, TO - 10 * HOUR, 60, 260);
        Rehearsed looser = hourly(200, 240);
        assertThat(looser.gone()).extracting(Exceedance::worst).containsExactly(210.0);
        assertThat(looser.fresh()).isEmpty();
        assertThat(looser.edited().exceedances()).extracting(Exceedance::worst).containsExactly(260.0);
        Rehearsed stricter = hourly(200, 150);
        assertThat(stricter.fresh()).extracting(Exceedance::worst).containsExactly(160.0);
        assertThat(stricter.gone()).isEmpty();
        assertThat(stricter.edited().hours()).isEqualTo(3);
    }

    @Test
    void itFindsNothingNewAndNothingGoneWithTheSameLimit() {
        sums.hours(NO2, TO - 200 * HOUR, TO - 30 * HOUR, 100);
        sums.hours(NO2, TO - 30 * HOUR, TO, 300);
        Rehearsed same = hourly(200, 200);
        assertThat(same.today()).isEqualTo(same.edited());
        assertThat(same.today().hours()).isEqualTo(30);
        assertThat(same.fresh()).isEmpty();
        assertThat(same.gone()).isEmpty();
    }

    @Test
    void itDoesNotCallALongerExceedanceANewOne() {
        sums.hours(NO2, TO - 200 * HOUR, TO, 100);
        sums.hour(NO2, TO - 10 * HOUR, 60, 190);
        sums.hour(NO2, TO - 9 * HOUR, 60, 210);
        Rehearsed stricter = hourly(200, 180);
        assertThat(stricter.fresh()).isEmpty();
        assertThat(stricter.edited().hours()).isEqualTo(2);
    }

    @Test
    void itNeverCountsAnHourWithTooLittleDataAsAnExceedance() {
        sums.hours(NO2, TO - 200 * HOUR, TO, 100);
        sums.hour(NO2, TO - 10 * HOUR, 60, 300);
        sums.hour(NO2, TO - 9 * HOUR, 44, 900);
        sums.hour(NO2, TO - 8 * HOUR, 60, 300);
        Rehearsed.Side today = hourly(200, 200).today();
        assertThat(today.exceedances()).extracting(Exceedance::worst).containsExactly(300.0, 300.0);
        assertThat(today.hours()).isEqualTo(2);
        assertThat(today.insufficient()).isEqualTo(1);
    }

    @Test
    void itEndsARunWhereTheSeriesFellSilent() {
        sums.hours(NO2, TO - 200 * HOUR, TO - 20 * HOUR, 300);
        sums.hours(NO2, TO - 10 * HOUR, TO, 300);
        Rehearsed.Side today = hourly(200, 200).today();
        assertThat(today.exceedances()).hasSize(2);
        assertThat(today.hours()).isEqualTo(168 - 10);
        assertThat(today.insufficient()).isEqualTo(10);
    }

    @Test
    void itCountsADayThatGrowsAsOneWindow() {
        long day = at("2026-11-22T00:00");
        sums.hours(PM25, TO - 250 * HOUR, TO, 10);
        sums.hours(PM25, day, day + 24 * HOUR, 70);
        Exceedance found = rehearse(upTo(60, Quantity.PM25, Period.DAY), upTo(75, Quantity.PM25, Period.DAY), 7)
                .gone()
                .get(0);
        assertThat(found.windows()).isEqualTo(1);
        assertThat(found.from()).isEqualTo(day);
        assertThat(found.to()).isEqualTo(day + 24 * HOUR);
        assertThat(found.raised()).isEqualTo(day + 20 * HOUR);
        assertThat(found.hours()).isEqualTo(24);
    }

    @Test
    void itLeavesOutWindowsThatEndedBeforeTheFirstInstant() {
        sums.hours(NO2, TO - 300 * HOUR, TO - 168 * HOUR, 300);
        sums.hours(NO2, TO - 168 * HOUR, TO, 100);
        sums.hours(PM25, TO - 300 * HOUR, TO - 168 * HOUR, 300);
        sums.hours(PM25, TO - 168 * HOUR, TO, 1);
        assertThat(hourly(200, 200).today().exceedances()).isEmpty();
    }

    @Test
    void itSpeaksOfTheSameWindowsAsAJudgeThatSawEveryReading() {
        long seed = 20261124;
        Random random = new Random(seed);
        Rig rig = new Rig(Duration.ofMinutes(1), Map.of());
        long start = TO - 100 * HOUR;
        Runs live = new Runs(TO - 48 * HOUR);
        for (long t = start; t < TO; t += HOUR) {
            int minutes = random.nextInt(8) == 0 ? 40 : 60;
            double value = random.nextInt(100, 300);
            rig.minutes(Quantity.NO2, t, minutes, value);
            sums.hour(NO2, t, minutes, value);
            live.take(onlyHourly(rig.judge(t + HOUR)), t + HOUR);
        }
        LimitStandard shipped = Figures.STANDARDS.limits().stream()
                .filter(each -> each.edition().id().equals("gb3095-2026"))
                .findFirst()
                .orElseThrow();
        List<Exceedance> replayed = rehearse(shipped, shipped, 2).today().exceedances().stream()
                .filter(each -> each.rule().period().equals("1h"))
                .toList();
        assertThat(replayed)
                .as("seed " + seed)
                .isNotEmpty()
                .isEqualTo(live.end(TO + HOUR).exceedances());
    }

    private static Judged onlyHourly(Judged judged) {
        Predicate<Verdict> hourly = each -> each.period().equals("1h");
        return new Judged(
                judged.verdicts().stream().filter(hourly).toList(), List.of(), List.of(), List.of(), judged.ended());
    }

    @Test
    void itPlaysMinutesOverTwoDaysAndSaysThatItLeavesThemOutOverMore() {
        Series gust = Rig.series(Quantity.WIND_GUST);
        sums.hours(gust, TO - 300 * HOUR, TO, 5);
        long storm = HourRing.hourOf(TO - 5 * HOUR) * 60;
        for (long minute = MinuteRing.minuteOf(TO - 60 * HOUR); minute < MinuteRing.minuteOf(NOW); minute++) {
            double value = minute >= storm && minute < storm + 10 ? 25 : 5;
            sums.minutes.put(minute, new MinuteSum(gust, minute, value, 1, value));
        }
        LimitStandard today = upTo(20, Quantity.WIND_GUST, Period.MAX_TEN_MINUTES);
        LimitStandard edited = upTo(30, Quantity.WIND_GUST, Period.MAX_TEN_MINUTES);
        Rehearsed two = rehearse(today, edited, 2);
        assertThat(two.to()).isEqualTo(NOW);
        assertThat(two.left()).isEmpty();
        assertThat(two.gone()).hasSize(1);
        assertThat(two.gone().get(0).raised()).isEqualTo((storm + 1) * 60_000);
        assertThat(two.gone().get(0).ended()).isEqualTo((storm + 20) * 60_000);
        Rehearsed three = rehearse(today, edited, 3);
        assertThat(three.to()).isEqualTo(TO);
        assertThat(three.left()).containsExactly(Period.MAX_TEN_MINUTES);
        assertThat(three.today().judged()).isZero();
    }

    @Test
    void itFormsYearsFromTheStoredDays() {
        sums.hours(PM25, TO - 100 * HOUR, TO, 30);
        long first = LocalDate.of(2026, 1, 1).toEpochDay();
        for (long day = first; day < first + 327; day++)
            sums.days.put(day, new DayMean(PM25, day, 30, 24, Double.NaN, 0));
        Limit year = Made.limit(Quantity.PM25, Period.YEAR_P95, null, 35.0);
        Limit stricter = Made.limit(Quantity.PM25, Period.YEAR_P95, null, 25.0);
        Rehearsed rehearsed = rehearse(Made.standard(year), Made.standard(stricter), 2);
        assertThat(rehearsed.today().exceedances()).isEmpty();
        assertThat(rehearsed.fresh()).hasSize(1);
        assertThat(rehearsed.fresh().get(0).windows()).isEqualTo(1);
        assertThat(rehearsed.fresh().get(0).worst()).isEqualTo(30);
    }

    @Test
    void itEditsOneRowAndClassAndLeavesTheOthers() {
        LimitStandard two = Made.standard(
                Made.limit(Quantity.NO2, Period.HOUR, null, 200.0), Made.limit(Quantity.NO2, Period.DAY, null, 80.0));
        LimitEdit edit = new LimitEdit(
                Quantity.NO2, Period.HOUR, "a", new End(true, 5.0), new End(true, null), End.KEPT, End.KEPT);
        LimitStandard edited = edit.appliedTo(two).orElseThrow();
        List<Limit> limits = edited.stages().get(0).limits();
        assertThat(limits.get(0).byClass()).isEqualTo(Map.of("a", Bound.atLeast(5)));
        assertThat(limits.get(1)).isEqualTo(two.stages().get(0).limits().get(1));
        assertThat(edit.crossed(two)).isNull();
        LimitEdit crossing =
                new LimitEdit(Quantity.NO2, Period.HOUR, "a", new End(true, 201.0), End.KEPT, End.KEPT, End.KEPT);
        assertThat(crossing.crossed(two)).isNotNull();
        assertThat(new LimitEdit(Quantity.NO2, Period.HOUR, "b", End.KEPT, End.KEPT, End.KEPT, End.KEPT).appliedTo(two))
                .isEmpty();
    }

    @Test
    void itStopsWhenNobodyWaitsForItAnyMore() {
        LimitStandard standard = upTo(200, Quantity.NO2, Period.HOUR);
        Rehearsal unwanted =
                new Rehearsal(new Rehearsal.Asked(standard, standard, NOW, 7), sums, () -> sums.questions == 0);
        assertThatThrownBy(() -> unwanted.run(Rig.ground(Duration.ofMinutes(1), Map.of())))
                .isInstanceOf(CancellationException.class);
        assertThat(sums.questions).isEqualTo(1);
    }
}
