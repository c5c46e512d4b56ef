package ridgeline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.domain.Quantity.AMMONIA_NITROGEN;
import static ridgeline.domain.Quantity.CODMN;
import static ridgeline.domain.Quantity.DISSOLVED_OXYGEN;
import static ridgeline.domain.Quantity.PH;
import static ridgeline.domain.Quantity.WATER_TEMPERATURE;
import static ridgeline.standard.Rig.HOUR;
import static ridgeline.standard.Rig.at;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridgeline.domain.SectionClass;
import ridgeline.domain.SectionClass.Factor;
import ridgeline.domain.Status;

/** The class of a river section. */
class SectionJudgeTest {
    private static final long DAY = at("2026-11-24T00:00");
    private static final long NOW = DAY + 4 * HOUR;

    private final Stand stand = stand(Map.of("river", "III"));

    private static Stand stand(Map<String, String> classes) {
        return new Stand(River.standards(), Stand.venue(0.0, classes, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2, I, PASS",
        "2.00001, II, PASS",
        "4, II, PASS",
        "4.1, III, PASS",
        "6, III, PASS",
        "6.1, IV, EXCEED",
        "10, IV, EXCEED",
        "10.1, V, EXCEED",
        "15, V, EXCEED",
        "15.1, worse, EXCEED"
    })
    void itGivesTheFirstClassWhoseLimitIsKept(double value, String reached, Status status) {
        stand.sameHours("probe", CODMN, DAY, 4, value);
        SectionClass section = stand.section(NOW, "24h");
        assertThat(section.reached()).isEqualTo(reached);
        assertThat(section.target()).isEqualTo("III");
        assertThat(section.status()).isEqualTo(status);
        assertThat(section.clause()).isEqualTo("worst item");
        assertThat(section.completeness()).isEqualTo(1);
        assertThat(section.from()).isEqualTo(DAY);
        assertThat(section.to()).isEqualTo(NOW);
        assertThat(section.key()).isEqualTo("river-2002/24h/valley");
    }

    @Test
    void itSaysHowManyTimesTheTargetIsExceededAndByWhichFactor() {
        stand.sameHours("probe", CODMN, DAY, 4, 9);
        stand.sameHours("probe", AMMONIA_NITROGEN, DAY, 4, 1.8);
        SectionClass section = stand.section(NOW, "24h");
        assertThat(section.reached()).isEqualTo("V");
        assertThat(section.factors()).extracting(Factor::quantity).containsExactly(AMMONIA_NITROGEN, CODMN);
        assertThat(section.factors().get(0).excess()).isCloseTo(0.8, Offset.offset(1e-9));
        assertThat(section.factors().get(1).excess()).isCloseTo(0.5, Offset.offset(1e-9));
        assertThat(section.factors()).noneMatch(Factor::meetsTarget);
    }

    @ParameterizedTest
    @CsvSource({
        "7.5, 5, I",
        "7.4, 5, II",
        "6, 5, II",
        "5.9, 5, III",
        "4.9, 5, IV",
        "2.9, 5, V",
        "2, 5, V",
        "1.9, 5, worse",
        "6.4, 35, I",
        "6.3, 35, II"
    })
    void itTakesOxygenAsALowerBoundWithSaturationInItsStead(double oxygen, double temperature, String reached) {
        stand.sameHours("probe", DISSOLVED_OXYGEN, DAY, 4, oxygen);
        stand.sameHours("probe", WATER_TEMPERATURE, DAY, 4, temperature);
        SectionClass section = stand.section(NOW, "24h");
        assertThat(section.reached()).isEqualTo(reached);
        assertThat(section.factors()).hasSize(1).allMatch(factor -> factor.excess() == null);
    }

    @ParameterizedTest
    @CsvSource({"5.9, worse", "6, I", "7.2, I", "9, I", "9.1, worse"})
    void itTakesAcidityAsARangeWithoutTimesOver(double ph, String reached) {
        stand.sameHours("probe", PH, DAY, 4, ph);
        SectionClass section = stand.section(NOW, "24h");
        assertThat(section.reached()).isEqualTo(reached);
        assertThat(section.factors().get(0).excess()).isNull();
    }

    @Test
    void itNeverPassesWhileAFactorIsNotKnown() {
        stand.sameHours("probe", CODMN, DAY, 4, 3);
        stand.sameHours("probe", PH, DAY, 3, 7);
        SectionClass section = stand.section(NOW, "24h");
        assertThat(section.status()).isEqualTo(Status.INSUFFICIENT);
        assertThat(section.reached()).isEqualTo("II");
        assertThat(section.completeness()).isEqualTo(0.5);
    }

    @Test
    void itExceedsByTheFactorsItKnows() {
        stand.sameHours("probe", CODMN, DAY, 4, 7);
        stand.sameHours("probe", PH, DAY, 3, 7);
        assertThat(stand.section(NOW, "24h").status()).isEqualTo(Status.EXCEED);
    }

    @Test
    void itReachesNoClassWithoutAnyFactor() {
        stand.sameHours("probe", CODMN, DAY, 3, 3);
        SectionClass section = stand.section(DAY + 3 * HOUR, "24h");
        assertThat(section.reached()).isNull();
        assertThat(section.status()).isEqualTo(Status.INSUFFICIENT);
        assertThat(section.factors()).isEmpty();
    }

    @Test
    void itSpeaksOfYesterdayUntilTodayIsKnown() {
        stand.sameHours("probe", CODMN, DAY - 6 * HOUR, 6, 3);
        stand.sameHours("probe", CODMN, DAY, 3, 5);
        assertThat(stand.section(DAY + 3 * HOUR, "24h").from()).isEqualTo(DAY - 24 * HOUR);
        stand.hours("probe", CODMN, DAY + 3 * HOUR, 5);
        assertThat(stand.section(NOW, "24h").reached()).isEqualTo("III");
    }

    @Test
    void itKeepsACompleteDayThroughSilenceAndCallsTheRestStale() {
        stand.sameHours("probe", CODMN, DAY, 4, 3);
        assertThat(stand.section(DAY + 40 * HOUR, "24h").status()).isEqualTo(Status.PASS);
        SectionClass section = stand.section(DAY + 50 * HOUR, "24h");
        assertThat(section.status()).isEqualTo(Status.STALE);
        assertThat(section.reached()).as("what was known last").isEqualTo("II");
    }

    @Test
    void itTakesTheWorstOfSeveralSensorsOfOneFactor() {
        stand.sameHours("left", CODMN, DAY, 4, 3);
        stand.sameHours("right", CODMN, DAY, 4, 12);
        SectionClass section = stand.section(NOW, "24h");
        assertThat(section.reached()).isEqualTo("V");
        assertThat(section.factors()).extracting(Factor::seriesId).containsExactly("right.codmn");
    }

    @Test
    void itLeavesOutASensorThatIsKeptFromIt() {
        stand.classes("tap", Map.of("river", "none"));
        stand.sameHours("tap", PH, DAY, 4, 3);
        stand.sameHours("probe", CODMN, DAY, 4, 3);
        assertThat(stand.section(NOW, "24h").factors())
                .extracting(Factor::quantity)
                .containsExactly(CODMN);
    }

    @Test
    void itJudgesNoVenueWithoutAClassToKeep() {
        Stand other = stand(Map.of());
        other.sameHours("probe", CODMN, DAY, 4, 3);
        other.judge(NOW);
        assertThat(other.judge.sections()).isEmpty();
    }

    @Test
    void itSaysOnlyWhatIsNew() {
        stand.sameHours("probe", CODMN, DAY, 4, 3);
        assertThat(stand.judge(NOW).sections()).hasSize(2);
        assertThat(stand.judge(NOW + 60_000).sections()).isEmpty();
    }

    @Test
    void itCountsTheMonthsOfTheYearThatKeepTheTarget() {
        months(1, 4, 5); // four good ones
        months(5, 6, 7); // two bad ones
        for (int day = 1; day <= 19; day++) stand.day("probe", CODMN, LocalDate.of(2026, 7, day), 3); // too few days
        for (int day = 1; day <= 23; day++) stand.day("probe", CODMN, LocalDate.of(2026, 11, day), 5);
        stand.hours("probe", CODMN, DAY, 5);
        SectionClass month = stand.section(DAY + HOUR, "month");
        assertThat(month.reached()).isEqualTo("III");
        assertThat(month.from()).isEqualTo(at("2026-11-01T00:00"));
        assertThat(month.to()).isEqualTo(DAY);
        assertThat(month.monthsJudged()).isEqualTo(7);
        assertThat(month.monthsReached()).isEqualTo(5);
        assertThat(stand.section(DAY + HOUR, "24h").monthsReached()).isEqualTo(5);
    }

    @Test
    void itKnowsTheDayThatJustEndedWhenItFormsTheMonth() {
        for (int day = 1; day <= 19; day++) stand.day("probe", CODMN, LocalDate.of(2026, 11, day), 5);
        long twentieth = at("2026-11-20T00:00");
        stand.sameHours("probe", CODMN, twentieth, 24, 25);
        stand.judge(twentieth + 23 * HOUR);
        SectionClass month = stand.section(twentieth + 24 * HOUR, "month");
        assertThat(month.status()).isEqualTo(Status.PASS);
        assertThat(month.factors().get(0).value()).isEqualTo((19 * 5 + 25) / 20.0);
        assertThat(month.monthsJudged()).isEqualTo(1);
    }

    private void months(int from, int to, double value) {
        for (LocalDate day = LocalDate.of(2026, from, 1); day.getMonthValue() <= to; day = day.plusDays(1))
            stand.day("probe", CODMN, day, value);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void itIsAlwaysTheWorstOfItsFactors(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            double oxygen = tenths(random, 120);
            double codmn = tenths(random, 180);
            double ammonia = tenths(random, 25);
            double ph = 5.5 + tenths(random, 40);
            Stand river = stand(Map.of("river", "III"));
            river.sameHours("probe", DISSOLVED_OXYGEN, DAY, 4, oxygen);
            river.sameHours("probe", CODMN, DAY, 4, codmn);
            river.sameHours("probe", AMMONIA_NITROGEN, DAY, 4, ammonia);
            river.sameHours("other", PH, DAY, 4, ph);
            int worst = Math.max(above(River.CODMN, codmn), above(River.AMMONIA, ammonia));
            worst = Math.max(worst, below(River.OXYGEN, oxygen));
            if (ph < 6 || ph > 9) worst = 5;
            SectionClass section = river.section(NOW, "24h");
            assertThat(section.reached())
                    .as("seed %d, round %d: %s %s %s %s", seed, round, oxygen, codmn, ammonia, ph)
                    .isEqualTo(worst == 5 ? "worse" : River.CLASSES.get(worst));
            assertThat(section.status()).isEqualTo(worst <= 2 ? Status.PASS : Status.EXCEED);
        }
    }

    private static double tenths(Random random, int most) {
        return random.nextInt(most) / 10.0;
    }

    private static int above(double[] limits, double value) {
        int rank = 0;
        for (double limit : limits) if (value > limit) rank++;
        return rank;
    }

    private static int below(double[] limits, double value) {
        int rank = 0;
        for (double limit : limits) if (value < limit) rank++;
        return rank;
    }
}
