package ridgeline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.domain.Quality.GOOD;
import static ridgeline.domain.Quality.IMPLAUSIBLE;
import static ridgeline.domain.Quantity.NO2;
import static ridgeline.domain.Quantity.PM25;
import static ridgeline.judge.Rig.HOUR;
import static ridgeline.judge.Rig.MINUTE;
import static ridgeline.judge.Rig.at;
import static ridgeline.judge.Rig.reading;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ridgeline.domain.Absence;
import ridgeline.domain.Change;
import ridgeline.domain.Quantity;
import ridgeline.domain.Status;
import ridgeline.domain.Verdict;

/** What late, corrected and missing readings do to verdicts, and what a restart keeps. */
class JudgeTimeTest {
    private static final long NOON = at("2026-11-24T12:00");

    private final Rig rig = new Rig();

    @Test
    void itReportsOnlyWhatChanged() {
        rig.hours(NO2, NOON, 10);
        assertThat(rig.judge(NOON + HOUR).verdicts())
                .extracting(Verdict::period)
                .contains("1h", "24h", "year", "year-p98");
        assertThat(rig.judge(NOON + HOUR + 1).isEmpty()).isTrue();
        rig.observe(NO2, NOON + HOUR + 2, 11);
        assertThat(rig.judge(NOON + HOUR + 2).isEmpty()).isTrue();
    }

    @Test
    void itRevisesAClosedHourForALateReading() {
        rig.minutes(NO2, NOON, 44, 10);
        rig.observe(NO2, NOON + HOUR, 10);
        assertThat(rig.judged(NOON + HOUR, NO2, "1h").status()).isEqualTo(Status.INSUFFICIENT);
        rig.observe(NO2, NOON + 59 * MINUTE, 10);
        Verdict revised = rig.judged(NOON + HOUR + 90_000, NO2, "1h");
        assertThat(revised.status()).isEqualTo(Status.PASS);
        assertThat(revised.revised()).isTrue();
        assertThat(revised.since()).isEqualTo(NOON + HOUR + 90_000);
        rig.hours(NO2, NOON + HOUR, 10);
        Verdict next = rig.judged(NOON + 2 * HOUR, NO2, "1h");
        assertThat(next.revised()).isFalse();
        assertThat(next.since()).isEqualTo(NOON + HOUR + 90_000);
    }

    @Test
    void itDoesNotCallAnHourRevisedForAReadingThatWasOnItsWay() {
        rig.minutes(NO2, NOON, 50, 10);
        rig.judge(NOON + HOUR);
        rig.observe(NO2, NOON + 59 * MINUTE, 70);
        Verdict verdict = rig.judged(NOON + HOUR + 2_000, NO2, "1h");
        assertThat(verdict.value()).isGreaterThan(10);
        assertThat(verdict.revised()).isFalse();
    }

    @Test
    void itReplacesTheValueThatACorrectionReplaces() {
        rig.hours(NO2, NOON, 250);
        assertThat(rig.judged(NOON + HOUR, NO2, "1h").status()).isEqualTo(Status.EXCEED);
        for (int i = 0; i < 60; i++) correct(NOON + i * MINUTE, 250, 50);
        Verdict verdict = rig.judged(NOON + HOUR + MINUTE, NO2, "1h");
        assertThat(verdict.value()).isEqualTo(50);
        assertThat(verdict.revised()).isTrue();
    }

    @Test
    void itLeavesOutAReadingThatACorrectionMakesUncountableAndTakesItBack() {
        rig.minutes(NO2, NOON, 45, 100);
        rig.observe(NO2, NOON + HOUR, 1);
        assertThat(rig.judged(NOON + HOUR, NO2, "1h").status()).isEqualTo(Status.PASS);
        var counts = reading(NO2, NOON, 100, GOOD);
        var uncountable = reading(NO2, NOON, 9999, IMPLAUSIBLE);
        rig.observe(new Change(uncountable, counts));
        assertThat(rig.judged(NOON + HOUR + 1, NO2, "1h").status()).isEqualTo(Status.INSUFFICIENT);
        rig.observe(new Change(counts, uncountable));
        assertThat(rig.judged(NOON + HOUR + 2, NO2, "1h").value()).isEqualTo(100);
    }

    @Test
    void itKeepsTheLastValueOfASilentSeries() {
        rig.hours(NO2, NOON, 250);
        rig.minutes(NO2, NOON + HOUR, 10, 20);
        rig.judge(NOON + HOUR);
        long silent = NOON + HOUR + 9 * MINUTE + 3 * MINUTE;
        assertThat(rig.judge(silent).isEmpty()).isTrue();
        Verdict stale = rig.judged(silent + 1, NO2, "1h");
        assertThat(stale.status()).isEqualTo(Status.STALE);
        assertThat(stale.value()).isEqualTo(250);
        assertThat(stale.since()).isEqualTo(silent);
        Verdict later = rig.judged(NOON + 30 * HOUR, NO2, "1h");
        assertThat(later).isEqualTo(stale);
        rig.hours(NO2, NOON + 30 * HOUR, 20);
        Verdict again = rig.judged(NOON + 31 * HOUR, NO2, "1h");
        assertThat(again.status()).isEqualTo(Status.PASS);
        assertThat(again.value()).isEqualTo(20);
    }

    @Test
    void itLetsACompleteDayStandWhenItsSeriesFallsSilent() {
        long day = at("2026-11-23T00:00");
        rig.sameHours(PM25, day, 24, 50);
        assertThat(rig.judged(day + 30 * HOUR, PM25, "24h").status()).isEqualTo(Status.WARN);
        assertThat(rig.judged(day + 50 * HOUR, PM25, "24h").status()).isEqualTo(Status.STALE);
        assertThat(rig.verdict(PM25, "24h").value()).isEqualTo(50);
        assertThat(rig.verdict(PM25, "24h").since())
                .as("not when it fell silent, the day stood then")
                .isEqualTo(day + 50 * HOUR);
    }

    @Test
    void itCountsTheMinutesThatTheIntervalOfASensorReachesOver() {
        Rig slow = new Rig(Duration.ofMinutes(5), Map.of());
        for (int i = 0; i < 9; i++) slow.observe(NO2, NOON + i * 5 * MINUTE, 10);
        assertThat(slow.judged(NOON + HOUR, NO2, "1h").completeness()).isEqualTo(1);

        Rig gap = new Rig(Duration.ofMinutes(5), Map.of());
        for (int i = 0; i < 8; i++) gap.observe(NO2, NOON + i * 5 * MINUTE, 10);
        assertThat(gap.judged(NOON + HOUR, NO2, "1h").completeness()).isEqualTo(40 / 45.0);

        Rig across = new Rig(Duration.ofMinutes(30), Map.of());
        across.observe(NO2, NOON - MINUTE, 10);
        across.observe(NO2, NOON + 29 * MINUTE, 10);
        assertThat(across.judged(NOON + HOUR, NO2, "1h").completeness()).isEqualTo(1);
    }

    @Test
    void itLearnsTheIntervalOfASensorThatDoesNotSayIt() {
        Rig unsaid = new Rig(null, Map.of());
        for (int i = 0; i < 6; i++) unsaid.observe(NO2, NOON + i * 10 * MINUTE, 10);
        assertThat(unsaid.judged(NOON + HOUR, NO2, "1h").status()).isEqualTo(Status.PASS);
        assertThat(unsaid.judged(NOON + HOUR + 20 * MINUTE, NO2, "1h").status()).isEqualTo(Status.PASS);
        assertThat(unsaid.judged(NOON + HOUR + 20 * MINUTE + 1, NO2, "1h").status())
                .isEqualTo(Status.STALE);
    }

    @Test
    void itKeepsSinceWhenAStatusHoldsOverARestart() {
        rig.hours(NO2, NOON, 250, 260, 270);
        rig.judge(NOON + HOUR);
        rig.judge(NOON + 3 * HOUR);
        Rig restarted = rig.restarted();
        assertThat(restarted.judge(NOON + 3 * HOUR).verdicts())
                .as("nothing is new")
                .isEmpty();
        assertThat(restarted.verdict(NO2, "1h").since()).isEqualTo(NOON + HOUR);
    }

    @Test
    void itKeepsASilentSeriesOverARestartWithoutHours() {
        rig.hours(NO2, NOON, 250);
        rig.judge(NOON + HOUR);
        Verdict stale = rig.judged(NOON + 100 * HOUR, NO2, "1h");
        Rig restarted = new Rig();
        restarted.judge.restoreSince(rig.judge.verdicts());
        assertThat(restarted.judged(NOON + 101 * HOUR, NO2, "1h")).isEqualTo(stale);
    }

    @Test
    void itSaysThatASeriesIsStaleSinceTheRestartWhenNothingElseIsKnown() {
        rig.hours(NO2, NOON, 250);
        rig.judge(NOON + HOUR);
        Rig restarted = new Rig();
        restarted.judge.restoreSince(rig.judge.verdicts());
        Verdict stale = restarted.judged(NOON + 100 * HOUR, NO2, "1h");
        assertThat(stale.status()).isEqualTo(Status.STALE);
        assertThat(stale.value()).isEqualTo(250);
        assertThat(stale.since()).isEqualTo(NOON + 100 * HOUR);
    }

    @Test
    void itCallsADeviceThatIsGoneStaleAtOnceUntilItMeasuresAgain() {
        rig.hours(NO2, NOON, 250);
        assertThat(rig.judged(NOON + HOUR, NO2, "1h").status()).isEqualTo(Status.EXCEED);
        rig.judge.silent(new Absence(Pattern.compile("genting-air-1"), NOON + HOUR + 5_000));
        Verdict stale = rig.judged(NOON + HOUR + 5_000, NO2, "1h");
        assertThat(stale.status()).isEqualTo(Status.STALE);
        assertThat(stale.value()).isEqualTo(250);
        assertThat(stale.since()).isEqualTo(NOON + HOUR + 5_000);
        rig.observe(NO2, NOON + HOUR + 6_000, 10);
        assertThat(rig.judged(NOON + HOUR + 6_000, NO2, "1h").status()).isEqualTo(Status.EXCEED);
    }

    @Test
    void itJudgesOnlyQuantitiesThatAStandardNames() {
        rig.hours(Quantity.SNOW_DEPTH, NOON, -20);
        assertThat(rig.judge(NOON + HOUR).isEmpty()).isTrue();
        assertThat(rig.judge.verdicts()).isEmpty();
    }

    private void correct(long t, double wrong, double right) {
        rig.observe(new Change(reading(NO2, t, right, GOOD), reading(NO2, t, wrong, GOOD)));
    }
}
