package ridgeline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.domain.Quantity.CO;
import static ridgeline.domain.Quantity.NO2;
import static ridgeline.domain.Quantity.O3;
import static ridgeline.domain.Quantity.PM25;
import static ridgeline.domain.Quantity.SO2;
import static ridgeline.standard.Rig.HOUR;
import static ridgeline.standard.Rig.at;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridgeline.domain.Status;
import ridgeline.domain.Verdict;

/** What the judge says of averages against limits. */
class JudgeLimitsTest {
    private static final long NOON = at("2026-11-24T12:00");
    private static final long DAY = at("2026-11-24T00:00");

    private final Rig rig = new Rig();

    @ParameterizedTest
    @CsvSource({"160, PASS", "160.01, WARN", "200, WARN", "200.000001, EXCEED", "200.0000001, WARN", "450, EXCEED"})
    void itComparesTheMeanOfAClosedHourWithTheLimit(double value, Status status) {
        rig.hours(NO2, NOON, value);
        Verdict verdict = rig.judged(NOON + HOUR, NO2, "1h");
        assertThat(verdict.status()).isEqualTo(status);
        assertThat(verdict.limit()).isEqualTo(200);
        assertThat(verdict.rule().clause()).isEqualTo("table 1, transition stage, class 2");
        assertThat(verdict.standard()).isEqualTo("gb3095-2026");
        assertThat(verdict.completeness()).isEqualTo(1);
        assertThat(verdict.since()).isEqualTo(NOON + HOUR);
        assertThat(verdict.from()).isEqualTo(NOON);
        assertThat(verdict.to()).isEqualTo(NOON + HOUR);
        assertThat(verdict.revised()).isFalse();
    }

    @Test
    void itSaysNothingOfAnHourBeforeItsEnd() {
        rig.hours(NO2, NOON - HOUR, 10);
        rig.minutes(NO2, NOON, 60, 900);
        assertThat(rig.judged(NOON + HOUR - 1, NO2, "1h").status()).isEqualTo(Status.PASS);
        assertThat(rig.judged(NOON + HOUR, NO2, "1h").status()).isEqualTo(Status.EXCEED);
    }

    @ParameterizedTest
    @CsvSource({"44, INSUFFICIENT", "45, PASS"})
    void itAsksFortyFiveMinutesOfAnHour(int minutes, Status status) {
        rig.minutes(SO2, NOON + (60 - minutes) * Rig.MINUTE, minutes, 10);
        Verdict verdict = rig.judged(NOON + HOUR, SO2, "1h");
        assertThat(verdict.status()).isEqualTo(status);
        assertThat(verdict.completeness()).isEqualTo(minutes / 45.0);
        assertThat(verdict.value()).isEqualTo(status == Status.PASS ? 10.0 : null);
    }

    @ParameterizedTest
    @CsvSource({"19, INSUFFICIENT", "20, WARN"})
    void itAsksTwentyHoursOfADay(int hours, Status status) {
        rig.sameHours(PM25, DAY, hours, 50);
        Verdict verdict = rig.judged(DAY + hours * HOUR, PM25, "24h");
        assertThat(verdict.status()).isEqualTo(status);
        assertThat(verdict.completeness()).isEqualTo(hours / 20.0);
        assertThat(verdict.from()).isEqualTo(DAY);
    }

    @Test
    void itSpeaksOfYesterdayUntilTodayHasTwentyHours() {
        rig.sameHours(PM25, DAY - 24 * HOUR, 24, 70);
        rig.sameHours(PM25, DAY, 19, 10);
        Verdict past = rig.judged(DAY + 19 * HOUR, PM25, "24h");
        assertThat(past.status()).isEqualTo(Status.EXCEED);
        assertThat(past.from()).isEqualTo(DAY - 24 * HOUR);
        assertThat(past.to()).isEqualTo(DAY);
        rig.hours(PM25, DAY + 19 * HOUR, 10);
        Verdict today = rig.judged(DAY + 20 * HOUR, PM25, "24h");
        assertThat(today.status()).isEqualTo(Status.PASS);
        assertThat(today.value()).isEqualTo(10);
        assertThat(today.from()).isEqualTo(DAY);
        assertThat(today.to()).isEqualTo(DAY + 20 * HOUR);
        assertThat(today.since()).isEqualTo(DAY + 20 * HOUR);
        assertThat(today.revised()).isFalse();
    }

    @Test
    void itGivesNoHourlyVerdictOnParticles() {
        rig.hours(PM25, NOON, 900);
        rig.judge(NOON + HOUR);
        assertThat(rig.judge.verdicts())
                .extracting(Verdict::period)
                .contains("24h")
                .doesNotContain("1h");
    }

    @Test
    void itAveragesTheEightHoursThatEndWithTheLastClosedOne() {
        rig.hours(O3, NOON, 900, 10, 20, 30, 40, 50, 60, 70, 80);
        Verdict verdict = rig.judged(NOON + 9 * HOUR, O3, "8h");
        assertThat(verdict.value()).isEqualTo(45);
        assertThat(verdict.from()).isEqualTo(NOON + HOUR);
    }

    @Test
    void itAsksSixOfTheEightHours() {
        rig.hours(O3, NOON, 10, 20, 30, 40, 50);
        assertThat(rig.judged(NOON + 5 * HOUR, O3, "8h").status()).isEqualTo(Status.INSUFFICIENT);
        rig.hours(O3, NOON + 5 * HOUR, 60);
        assertThat(rig.judged(NOON + 6 * HOUR, O3, "8h").value()).isEqualTo(35);
    }

    @Test
    void itAsksFourteenEightHourMeansOfTheDayUnlessTheMaximumExceeds() {
        rig.sameHours(O3, DAY, 18, 100); // the first mean that lies wholly in the day ends at 08
        Verdict early = rig.judged(DAY + 18 * HOUR, O3, "mda8");
        assertThat(early.status()).isEqualTo(Status.INSUFFICIENT);
        assertThat(early.completeness()).isEqualTo(11 / 14.0);
        rig.sameHours(O3, DAY + 18 * HOUR, 3, 100);
        assertThat(rig.judged(DAY + 21 * HOUR, O3, "mda8").status()).isEqualTo(Status.PASS);

        Rig smog = new Rig();
        smog.sameHours(O3, DAY, 8, 170);
        Verdict exceeded = smog.judged(DAY + 8 * HOUR, O3, "mda8");
        assertThat(exceeded.status()).isEqualTo(Status.EXCEED);
        assertThat(exceeded.completeness()).isEqualTo(1 / 14.0);
    }

    @Test
    void itJudgesTheClassItIsGiven() {
        Rig park = new Rig(java.time.Duration.ofMinutes(1), Map.of("gb3095-2026", "1"));
        park.hours(SO2, NOON, 160);
        assertThat(park.judged(NOON + HOUR, SO2, "1h").status()).isEqualTo(Status.EXCEED);
        rig.hours(SO2, NOON, 160);
        assertThat(rig.judged(NOON + HOUR, SO2, "1h").status()).isEqualTo(Status.PASS);
    }

    @Test
    void itChangesTheEditionAtMidnightInShanghai() {
        long march = at("2026-03-01T00:00");
        rig.sameHours(PM25, march - 24 * HOUR, 24, 70);
        rig.sameHours(SO2, march - 24 * HOUR, 25, 10);
        Verdict february = rig.judged(march, PM25, "24h");
        assertThat(february.standard()).isEqualTo("gb3095-2012");
        assertThat(february.status()).isEqualTo(Status.WARN);
        assertThat(rig.verdict(SO2, "1h").standard()).isEqualTo("gb3095-2012");
        assertThat(rig.judge.indices()).extracting(index -> index.standard()).containsOnly("hj633-2012");

        assertThat(rig.judged(march + HOUR, SO2, "1h").standard()).isEqualTo("gb3095-2026");

        rig.sameHours(PM25, march, 24, 70);
        Verdict first = rig.judged(march + 24 * HOUR, PM25, "24h");
        assertThat(first.standard()).isEqualTo("gb3095-2026");
        assertThat(first.status()).isEqualTo(Status.EXCEED);
        assertThat(rig.index("24h").standard()).isEqualTo("hj633-2026");
    }

    @Test
    void itChangesTheStageOnNewYear2031() {
        long year = at("2031-01-01T00:00");
        rig.hours(SO2, year - HOUR, 160, 160);
        assertThat(rig.judged(year, SO2, "1h").limit()).isEqualTo(500);
        Verdict last = rig.judged(year + HOUR, SO2, "1h");
        assertThat(last.limit()).isEqualTo(150);
        assertThat(last.status()).isEqualTo(Status.EXCEED);
        assertThat(last.rule().clause()).isEqualTo("table 1, class 2");
    }

    @Test
    void itIsNotMisledByBinaryFractionsOfCarbonMonoxide() {
        for (int minute = 0; minute < 60; minute++)
            rig.observe(CO, NOON + minute * Rig.MINUTE, minute < 30 ? 9.9 : 10.1);
        assertThat(rig.judged(NOON + HOUR, CO, "1h").status()).isEqualTo(Status.WARN);
    }
}
