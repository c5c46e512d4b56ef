package ridgeline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.domain.Quantity.HUMIDITY;
import static ridgeline.domain.Quantity.PRESSURE;
import static ridgeline.domain.Quantity.TEMPERATURE;
import static ridgeline.domain.Quantity.WIND_SPEED;
import static ridgeline.standard.Rig.HOUR;
import static ridgeline.standard.Rig.at;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridgeline.domain.Quantity;
import ridgeline.domain.Stagnation;
import ridgeline.domain.Stagnation.Condition;
import ridgeline.domain.Stagnation.Day;
import ridgeline.domain.Venue;

/** Weather that traps pollution, and air that stays bad, by the shipped figures. */
class StagnationJudgeTest {
    private static final long DAY = at("2026-11-24T00:00");
    private static final long NOW = DAY + 12 * HOUR;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final List<Quantity> SIX =
            List.of(Quantity.PM25, Quantity.PM10, Quantity.SO2, Quantity.NO2, Quantity.CO, Quantity.O3);

    private Stand stand = stand(Map.of());

    private static Stand stand(Map<String, String> classes) {
        Standards all = Figures.STANDARDS;
        return new Stand(
                new Standards(List.of(), all.indices(), all.stagnations()),
                Stand.venue(null, classes, new Venue.Slope("base", "top")));
    }

    @BeforeEach
    void itBlowsForTwelveHours() {
        weather(DAY, 12, false);
    }

    /** Trapping: all four signs; else none of them. The pressure changes by two hectopascal an hour then. */
    private void weather(long from, int hours, boolean trapping) {
        stand.sameHours("base", WIND_SPEED, from, hours, trapping ? 1 : 6);
        stand.sameHours("base", HUMIDITY, from, hours, trapping ? 85 : 40);
        stand.sameHours("base", TEMPERATURE, from, hours, -8);
        stand.sameHours("top", TEMPERATURE, from, hours, trapping ? -5 : -12);
        double[] pressures = new double[hours];
        for (int i = 0; i < hours; i++) pressures[i] = trapping ? 830 : 830 + 2 * i;
        stand.hours("base", PRESSURE, from, pressures);
    }

    private static Condition condition(Stagnation stagnation, String id) {
        return stagnation.conditions().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itSeesNoSignInWind() {
        Stagnation stagnation = stand.stagnation(NOW);
        assertThat(stagnation.score()).isZero();
        assertThat(stagnation.of()).isEqualTo(4);
        assertThat(stagnation.stagnant()).isFalse();
        assertThat(stagnation.criterion()).isNull();
        assertThat(stagnation.t()).isEqualTo(NOW);
        assertThat(stagnation.certainty().id()).isEqualTo("chosen");
        assertThat(stagnation.since())
                .as("the hours before are not known, which is no sign")
                .isEqualTo(NOW - 44 * HOUR);
    }

    @ParameterizedTest
    @CsvSource({
        "wind_speed, wind, 1.9, true",
        "wind_speed, wind, 2, false",
        "humidity, humidity, 70.1, true",
        "humidity, humidity, 70, false"
    })
    void itComparesTheLastHourOutdoors(String quantity, String id, double value, boolean met) {
        stand.hours("base", Quantity.of(quantity).orElseThrow(), NOW, value);
        Condition condition = condition(stand.stagnation(NOW + HOUR), id);
        assertThat(condition.value()).isEqualTo(value);
        assertThat(condition.met()).isEqualTo(met);
        assertThat(condition.series()).containsExactly("base." + quantity);
    }

    @ParameterizedTest
    @CsvSource({"-8.1, false", "-8, false", "-7.9, true"})
    void itTakesWarmerAirAboveForAnInversion(double top, boolean met) {
        stand.hours("base", TEMPERATURE, NOW, -8);
        stand.hours("top", TEMPERATURE, NOW, top);
        Condition condition = condition(stand.stagnation(NOW + HOUR), "inversion");
        assertThat(condition.met()).isEqualTo(met);
        assertThat(condition.value()).isEqualTo(Math.rint((top + 8) * 10) / 10);
        assertThat(condition.series()).containsExactly("base.temperature", "top.temperature");
    }

    @Test
    void itKnowsNoInversionWithoutBothSensors() {
        stand.hours("top", TEMPERATURE, NOW, 5);
        Stagnation stagnation = stand.stagnation(NOW + HOUR);
        assertThat(condition(stagnation, "inversion").met()).isNull();
        assertThat(condition(stagnation, "inversion").value()).isNull();
        assertThat(stagnation.of()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1.6, false", "-1.5, false", "-1.4, true", "0, true", "1.4, true", "1.5, false"})
    void itTakesPressureThatHardlyChangesInThreeHoursForASign(double change, boolean met) {
        stand.hours("base", PRESSURE, NOW, 830, 840, 820, 830 + change);
        Condition condition = condition(stand.stagnation(NOW + 4 * HOUR), "pressure");
        assertThat(condition.value()).isEqualTo(change);
        assertThat(condition.met()).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({"5, false", "6, true"})
    void itAsksSixHoursInARow(int hours, boolean stagnant) {
        weather(NOW, hours, true);
        Stagnation stagnation = stand.stagnation(NOW + hours * HOUR);
        assertThat(stagnation.stagnant()).isEqualTo(stagnant);
        assertThat(stagnation.score()).isEqualTo(4);
        assertThat(stagnation.since()).isEqualTo(NOW);
    }

    @Test
    void itStopsWithOneHourOfWind() {
        weather(NOW, 8, true);
        weather(NOW + 8 * HOUR, 1, false);
        weather(NOW + 9 * HOUR, 2, true);
        Stagnation stagnation = stand.stagnation(NOW + 11 * HOUR);
        assertThat(stagnation.stagnant()).isFalse();
        assertThat(stagnation.since()).isEqualTo(NOW + 9 * HOUR);
    }

    @Test
    void itIsNotStagnantOfTwoKnownSigns() {
        stand.sameHours("base", WIND_SPEED, NOW, 8, 1);
        stand.sameHours("base", HUMIDITY, NOW, 8, 90);
        Stagnation stagnation = stand.stagnation(NOW + 8 * HOUR);
        assertThat(stagnation.score()).isEqualTo(2);
        assertThat(stagnation.of()).isEqualTo(2);
        assertThat(stagnation.stagnant()).isFalse();
    }

    @Test
    void itSaysTheSameAfterARestart() {
        weather(NOW, 7, true);
        Stagnation before = stand.stagnation(NOW + 7 * HOUR);
        assertThat(before.stagnant()).isTrue();
        assertThat(stand.restarted().stagnation(NOW + 7 * HOUR)).isEqualTo(before);
    }

    @Test
    void itRemembersSinceWhenBeyondTheHoursThatAreKept() {
        long since = 0;
        for (int hour = 0; hour < 60; hour++) {
            weather(NOW + hour * HOUR, 1, true);
            since = stand.stagnation(NOW + (hour + 1) * HOUR).since();
        }
        assertThat(since).isEqualTo(NOW);
    }

    @Test
    void itSpeaksOnTheHourAndNotBetween() {
        assertThat(stand.judge(NOW).stagnations()).hasSize(1);
        assertThat(stand.judge(NOW + 60_000).stagnations()).isEmpty();
        weather(NOW, 1, false);
        assertThat(stand.judge(NOW + HOUR).stagnations()).hasSize(1);
    }

    @Test
    void itLeavesRoomsOut() {
        stand.classes("lobby", Map.of("gbt18883", "indoor"));
        stand.classes("hut", Map.of("stagnation", "none"));
        for (String room : List.of("lobby", "hut")) {
            stand.sameHours(room, HUMIDITY, DAY, 12, 95);
            stand.sameHours(room, WIND_SPEED, DAY, 12, 0);
        }
        Stagnation stagnation = stand.stagnation(NOW);
        assertThat(condition(stagnation, "humidity").value()).isEqualTo(40);
        assertThat(condition(stagnation, "wind").series()).containsExactly("base.wind_speed");
    }

    @Test
    void itIsSilentAboutAVenueThatIsKeptFromIt() {
        stand = stand(Map.of("stagnation", "none"));
        weather(DAY, 12, true);
        stand.judge(NOW);
        assertThat(stand.judge.stagnations()).isEmpty();
    }

    /** Fine particles at 130, 200 and 260 ug/m3 stand for indices over 150, 200 and 300. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "20 20 20 20, -",
                "130 20 130 130, -",
                "130 130 20 20, yellow",
                "20 130 130 130, -",
                "130 130 130 20, orange",
                "200 200 200 20, orange",
                "260 130 130 20, orange",
                "260 200 200 20, red",
                "200 260 200 20, red",
                "260 260 20 20, yellow",
                "0 130 130 130, -"
            })
    void itSaysWhichCriterionTheLastDaysWouldMeet(String newestFirst, @Nullable String criterion) {
        String[] values = newestFirst.split(" ");
        for (int back = 1; back <= values.length; back++) {
            double pm25 = Double.parseDouble(values[back - 1]);
            if (pm25 > 0) air("station", TODAY.minusDays(back), pm25);
        }
        for (Quantity quantity : SIX) stand.hours("station", quantity, NOW, 1);
        Stagnation stagnation = stand.stagnation(NOW + HOUR);
        assertThat(stagnation.criterion()).isEqualTo(criterion);
        assertThat(stagnation.persistence()).hasSize(4);
        assertThat(stagnation.persistence().get(0).to()).isEqualTo(DAY);
    }

    private void air(String station, LocalDate day, double pm25) {
        for (Quantity quantity : SIX) stand.day(station, quantity, day, quantity == Quantity.PM25 ? pm25 : 1);
    }

    @Test
    void itTakesTheWorstStationOfEachDay() {
        for (int back = 1; back <= 2; back++) {
            air("station", TODAY.minusDays(back), back == 1 ? 130 : 20);
            air("other", TODAY.minusDays(back), back == 1 ? 20 : 130);
        }
        for (Quantity quantity : SIX) {
            stand.hours("station", quantity, NOW, 1);
            stand.hours("other", quantity, NOW, 1);
        }
        assertThat(stand.stagnation(NOW + HOUR).criterion()).isEqualTo("yellow");
    }

    @Test
    void itCountsTodayOnceItsIndexIsComplete() {
        air("station", TODAY.minusDays(1), 130);
        for (Quantity quantity : SIX)
            stand.sameHours("station", quantity, DAY, 22, quantity == Quantity.PM25 ? 130 : 1);
        assertThat(stand.stagnation(DAY + 19 * HOUR).criterion()).isNull();
        Stagnation stagnation = stand.stagnation(DAY + 22 * HOUR);
        assertThat(stagnation.criterion()).isEqualTo("yellow");
        assertThat(stagnation.persistence()).extracting(Day::from).containsExactly(DAY, DAY - 24 * HOUR);
    }

    @Test
    void itShowsFiveDaysAtMost() {
        for (int back = 1; back <= 9; back++) air("station", TODAY.minusDays(back), 130);
        for (Quantity quantity : SIX) stand.hours("station", quantity, NOW, 1);
        assertThat(stand.stagnation(NOW + HOUR).persistence()).hasSize(5);
    }
}
