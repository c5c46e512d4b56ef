package ridgeline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ridgeline.domain.Bound;
import ridgeline.domain.Certainty;
import ridgeline.domain.Quantity;
import ridgeline.domain.Words;
import ridgeline.standard.LimitStandard.Limit;
import ridgeline.standard.LimitStandard.Stage;

class RowJudgeTest {
    private static final LimitStandard GB3095_2026 = Figures.STANDARDS.limits().stream()
            .filter(standard -> standard.edition().id().equals("gb3095-2026"))
            .findFirst()
            .orElseThrow();
    private static final Edition EDITION = new Edition(
            "made-up",
            "made-up",
            false,
            false,
            new Words(Map.of()),
            "",
            Certainty.CHOSEN,
            ZoneId.of("Asia/Shanghai"),
            LocalDate.parse("2020-01-01"),
            LocalDate.parse("2029-12-31"),
            Map.of());
    private static final LimitStandard WATER = limits(
            "table 1",
            List.of("I", "II", "III"),
            row(Quantity.PH, Period.DAY, Map.of("I", range(6, 9), "II", range(6, 9), "III", range(6, 9))),
            new Limit(
                    Quantity.DISSOLVED_OXYGEN,
                    Period.DAY,
                    Map.of("I", Bound.atLeast(7.5), "II", Bound.atLeast(6), "III", Bound.atLeast(5)),
                    Map.of(),
                    Map.of("I", 90.0),
                    Set.of(),
                    "",
                    Certainty.CHOSEN),
            row(Quantity.CODMN, Period.DAY, upTo(2, 4, 6)),
            row(Quantity.CODMN, Period.MONTH, upTo(1, 2, 3)));
    private static final LimitStandard MIXED = limits(
            null,
            List.of("I", "II", "III"),
            row(Quantity.NOISE, Period.DAYTIME, upTo(55, 60, 65)),
            row(Quantity.NOISE, Period.NIGHT, upTo(45, 50, 55)),
            row(Quantity.NOISE, Period.NIGHT_MAX, upTo(60, 65, 70)),
            row(Quantity.SO2, Period.TEN_MINUTES, upTo(500, 600, 700)),
            row(Quantity.SO2, Period.DAY, upTo(40, 50, 60)),
            row(Quantity.WIND_CHILL, Period.TEN_MINUTES, Map.of("I", Bound.atLeast(-27))),
            new Limit(
                    Quantity.TEMPERATURE,
                    Period.HOUR,
                    Map.of("I", range(16, 24)),
                    Map.of(),
                    Map.of(),
                    Set.of(1, 2, 12),
                    "",
                    Certainty.CHOSEN));

    @Test
    void itGradesEachValueOfARiverSectionAndTheSectionByItsWorst() {
        List<String> header = List.of("time", "ph", "codmn", "dissolved_oxygen", "note");
        RowJudge judge = RowJudge.byClasses(WATER, null, header);
        assertThat(judge.results()).containsExactly("class_ph", "class_codmn", "class_dissolved_oxygen", "class");
        assertThat(judge.reads()).containsOnlyKeys("ph", "codmn", "dissolved_oxygen");
        assertThat(judge.judge(day(Map.of("ph", 7.0, "codmn", 4.0, "dissolved_oxygen", 7.5))))
                .containsExactly("I", "II", "I", "II");
        assertThat(judge.judge(day(Map.of("ph", 9.1, "codmn", 6.0)))).containsExactly("worse", "III", "", "worse");
        assertThat(judge.judge(day(Map.of()))).containsExactly("", "", "", "");
    }

    @Test
    void itLetsSaturationStandForTheOxygenOfClassIWhereTheTemperatureIsKnown() {
        RowJudge judge =
                RowJudge.byClasses(WATER, null, List.of("time", "dissolved_oxygen", "water_temperature", "pressure"));
        assertThat(judge.reads()).containsOnlyKeys("dissolved_oxygen", "water_temperature", "pressure");
        Map<String, Double> warm = new HashMap<>(Map.of("dissolved_oxygen", 6.7, "water_temperature", 31.0));
        assertThat(judge.judge(day(warm)))
                .as("90 %% are 6.73 mg/L at sea level")
                .containsExactly("II", "II");
        warm.put("pressure", 850.0);
        assertThat(judge.judge(day(warm))).as("and 5.65 in the mountains").containsExactly("I", "I");
    }

    @Test
    void itHoldsAColumnAgainstTheHourBeforeTheDayUnlessItIsToldWhich() {
        List<String> header = List.of("pm25", "so2", "o3", "o3_8h", "so2_24h");
        Row row = day(Map.of("pm25", 70.0, "so2", 160.0, "o3", 190.0, "o3_8h", 170.0, "so2_24h", 160.0));
        assertThat(statuses(GB3095_2026, "2", null, header, row))
                .containsExactly(
                        entry("status_pm25", "exceed"),
                        entry("status_so2", "pass"),
                        entry("status_o3", "warn"),
                        entry("status_o3_8h", "exceed"),
                        entry("status_so2_24h", "exceed"));
        assertThat(statuses(GB3095_2026, "2", Period.DAY, header, row))
                .as("the column o3 is the hour whatever the period")
                .contains(entry("status_so2", "exceed"), entry("status_o3", "warn"));
        assertThat(statuses(GB3095_2026, "2", Period.HOUR, header, row))
                .as("particles have no limit for one hour")
                .contains(entry("status_pm25", ""), entry("status_so2", "pass"));
    }

    @Test
    void itTakesTheShortestMeanOfAQuantityThatIsLimitedByNeitherHourNorDay() {
        assertThat(statuses(MIXED, "I", Period.HOUR, List.of("so2", "noise"), day(Map.of("so2", 41.0, "noise", 56.0))))
                .containsExactly(entry("status_so2", ""), entry("status_noise", "exceed"));
        assertThat(statuses(MIXED, "I", null, List.of("so2"), day(Map.of("so2", 41.0))))
                .containsExactly(entry("status_so2", "exceed"));
        assertThat(statuses(MIXED, "I", null, List.of("so2_10min"), day(Map.of("so2_10min", 41.0))))
                .containsExactly(entry("status_so2_10min", "pass"));
    }

    @Test
    void itHoldsNoiseWithATimeOfDayAgainstTheLimitOfThatTime() {
        List<String> header = List.of("noise", "noise_night-max");
        Map<String, Double> values = Map.of("noise", 50.0, "noise_night-max", 61.0);
        for (String t : List.of("06:00", "21:59")) {
            assertThat(statuses(MIXED, "I", null, header, at("2026-01-05T" + t + ":00+08:00", values)))
                    .as(t)
                    .contains(entry("status_noise", "pass"));
        }
        for (String t : List.of("05:59", "22:00")) {
            assertThat(statuses(MIXED, "I", null, header, at("2026-01-05T" + t + ":00+08:00", values)))
                    .as(t)
                    .contains(entry("status_noise", "exceed"));
        }
        assertThat(statuses(MIXED, "I", null, header, day(values)))
                .containsExactly(entry("status_noise", "pass"), entry("status_noise_night-max", "exceed"));
    }

    @Test
    void itWorksOutTheWindChillThatATableLacks() {
        List<String> header = List.of("temperature", "wind_speed");
        RowJudge judge = RowJudge.byLimits(MIXED, "I", null, header);
        assertThat(judge.results()).containsExactly("status_temperature", "status_wind_chill");
        assertThat(judge.reads()).containsOnlyKeys("temperature", "wind_speed");
        assertThat(judge.judge(day(Map.of("temperature", -20.0, "wind_speed", 10.0))))
                .containsExactly("exceed", "exceed");
        assertThat(judge.judge(day(Map.of("temperature", 20.0, "wind_speed", 10.0))))
                .containsExactly("pass", "");
        assertThat(judge.judge(day(Map.of("temperature", 20.0)))).containsExactly("pass", "insufficient");
        assertThat(RowJudge.byLimits(MIXED, "I", null, List.of("temperature", "wind_speed", "wind_chill"))
                        .judge(day(Map.of("wind_chill", -28.0))))
                .containsExactly("insufficient", "exceed");
    }

    @Test
    void itTellsNoValueFromNoLimit() {
        assertThat(statuses(MIXED, "I", null, List.of("temperature"), at("2026-01-05T12:00:00Z", Map.of())))
                .containsExactly(entry("status_temperature", "insufficient"));
        assertThat(statuses(MIXED, "I", null, List.of("temperature"), at("2026-07-05T12:00:00Z", Map.of())))
                .as("only winter has a limit")
                .containsExactly(entry("status_temperature", ""));
        assertThat(statuses(MIXED, "II", null, List.of("temperature"), at("2026-01-05T12:00:00Z", Map.of())))
                .as("class II has none")
                .containsExactly(entry("status_temperature", ""));
    }

    @Test
    void itJudgesOutsideTheTimeInForceByTheNearestStage() {
        Map<String, Double> values = Map.of("pm25", 55.0);
        for (String year : List.of("1999", "2030", "2031", "2099")) {
            String status = Integer.parseInt(year) < 2031 ? "warn" : "exceed";
            assertThat(statuses(GB3095_2026, "2", null, List.of("pm25"), at(year + "-06-01T00:00:00+08:00", values)))
                    .as(year)
                    .containsExactly(entry("status_pm25", status));
        }
    }

    @Test
    void itReadsOnlyWhatTheIndexOfThePeriodTakes() {
        List<String> header = List.of("time", "pm25", "o3", "o3_8h", "so2_24h", "temperature", "x");
        assertThat(RowJudge.byIndex(Figures.HJ633_2012, Period.HOUR, null, header)
                        .reads())
                .containsOnlyKeys("pm25", "o3", "so2_24h");
        assertThat(RowJudge.byIndex(Figures.HJ633_2012, Period.DAY, null, header)
                        .reads())
                .containsOnlyKeys("pm25", "o3", "o3_8h", "so2_24h");
        assertThat(RowJudge.byIndex(Figures.HJ633_2026, Period.DAY, null, header)
                        .reads())
                .containsOnlyKeys("pm25", "o3_8h", "so2_24h");
    }

    @Test
    void itTakesTheDayOfSulphurDioxideFromAColumnOfItsOwn() {
        List<String> header = List.of("so2", "so2_24h");
        RowJudge judge = RowJudge.byIndex(Figures.HJ633_2012, Period.HOUR, "en", header);
        assertThat(judge.judge(day(Map.of("so2", 900.0, "so2_24h", 800.0))))
                .containsExactly("", "", "200", "", "", "", "200", "so2", "Moderately polluted");
        assertThat(judge.judge(day(Map.of("so2", 900.0)))).containsExactly("", "", "", "", "", "", "", "", "");
    }

    private static Map<String, String> statuses(
            LimitStandard standard, String classId, Period period, List<String> header, Row row) {
        RowJudge judge = RowJudge.byLimits(standard, classId, period, header);
        Map<String, String> statuses = new java.util.LinkedHashMap<>();
        List<String> cells = judge.judge(row);
        for (int i = 0; i < cells.size(); i++) statuses.put(judge.results().get(i), cells.get(i));
        return statuses;
    }

    private static Row day(Map<String, Double> values) {
        return new Row(Instant.parse("2026-01-04T16:00:00Z").toEpochMilli(), true, values);
    }

    private static Row at(String time, Map<String, Double> values) {
        return new Row(java.time.OffsetDateTime.parse(time).toInstant().toEpochMilli(), false, values);
    }

    private static LimitStandard limits(String section, List<String> classes, Limit... rows) {
        return new LimitStandard(
                EDITION, null, 1, section, List.of(new Stage("all", null, null, classes, List.of(rows))));
    }

    private static Limit row(Quantity quantity, Period period, Map<String, Bound> byClass) {
        return new Limit(quantity, period, byClass, Map.of(), Map.of(), Set.of(), "", Certainty.CHOSEN);
    }

    private static Map<String, Bound> upTo(double first, double second, double third) {
        return Map.of("I", Bound.upTo(first), "II", Bound.upTo(second), "III", Bound.upTo(third));
    }

    private static Bound range(double min, double max) {
        return new Bound(min, max);
    }
}
