package ridgeline.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridgeline.domain.Quantity;
import ridgeline.standard.IndexStandard.Outcome;

class IndexStandardTest {
    private static final List<Quantity> SIX =
            List.of(Quantity.PM25, Quantity.PM10, Quantity.SO2, Quantity.NO2, Quantity.CO, Quantity.O3);
    private static final Map<String, Quantity> PUBLISHED_NAMES = Map.of(
            "PM2.5", Quantity.PM25,
            "PM10", Quantity.PM10,
            "臭氧", Quantity.O3,
            "二氧化硫", Quantity.SO2,
            "二氧化氮", Quantity.NO2,
            "一氧化碳", Quantity.CO);

    @Test
    void itGivesTheIndividualIndexAtAndBesideEveryBreakpointOfBothEditions() throws Exception {
        for (List<String> row : Figures.rows("hj633_boundary_vectors.csv")) {
            String column = row.get(1).startsWith("pm") ? row.get(1) + "_24h" : row.get(1);
            double value = Double.parseDouble(row.get(2));
            assertThat(Figures.HJ633_2012.iaqi(column, value))
                    .as("2012 %s", row)
                    .isEqualTo(expected(row.get(3)));
            assertThat(Figures.HJ633_2026.iaqi(column, value))
                    .as("2026 %s", row)
                    .isEqualTo(expected(row.get(4)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hourly-2019-07-18T12.csv", "hourly-2019-07-23T10.csv"})
    void itAgreesWithEveryPublishedHourOfTheStationsOf2019(String file) throws Exception {
        List<List<String>> rows = Figures.rows(file);
        assertThat(rows).hasSizeGreaterThan(1000);
        for (List<String> row : rows) {
            Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
            for (int i = 0; i < SIX.size(); i++) {
                if (!row.get(i + 2).isEmpty()) values.put(SIX.get(i), Double.parseDouble(row.get(i + 2)));
            }
            Outcome outcome = hourly(Figures.HJ633_2012, values);
            assertThat(outcome.aqi()).as("%s", row).isEqualTo(Integer.valueOf(row.get(8)));
            assertThat(outcome.category().name().in("zh")).as("%s", row).isEqualTo(row.get(9));
            assertThat(outcome.primary()).as("%s", row).containsExactlyInAnyOrderElementsOf(published(row.get(10)));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itAgreesWithASlowIndexOverRandomValues(boolean is2026) {
        long seed = 20260301;
        Random random = new Random(seed);
        SlowIndex slow = new SlowIndex(is2026);
        IndexStandard fast = is2026 ? Figures.HJ633_2026 : Figures.HJ633_2012;
        for (int round = 0; round < 20_000; round++) {
            Map<Quantity, Double> values = randomValues(random);
            Outcome outcome = hourly(fast, values);
            assertThat(outcome.aqi())
                    .as("seed %d, %s", seed, values)
                    .isEqualTo(slow.aqi(values).orElse(null));
            values.forEach((quantity, value) -> assertThat(outcome.iaqi().get(quantity))
                    .as("seed %d, %s of %s", seed, quantity, values)
                    .isEqualTo(slow.iaqi(quantity, value).orElse(null)));
        }
    }

    @Test
    void itNeverFallsWhenAPollutantRises() {
        long seed = 633;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            Map<Quantity, Double> values = randomValues(random);
            SIX.forEach(quantity -> values.putIfAbsent(quantity, 0.0));
            Map<Quantity, Double> more = new EnumMap<>(values);
            more.merge(SIX.get(random.nextInt(6)), random.nextDouble() * 300, Double::sum);
            assertThat(hourly(Figures.HJ633_2026, more).aqi())
                    .as("seed %d, %s then %s", seed, values, more)
                    .isGreaterThanOrEqualTo(hourly(Figures.HJ633_2026, values).aqi());
        }
    }

    @Test
    void itWithholdsAnIndexUpToAHundredWhileAPollutantIsMissing() {
        Outcome good = hourly(Figures.HJ633_2026, Map.of(Quantity.PM25, 60.0, Quantity.PM10, 30.0));
        assertThat(good.aqi()).isNull();
        assertThat(good.category()).isNull();
        assertThat(good.primary()).isEmpty();
        assertThat(good.iaqi()).isEqualTo(Map.of(Quantity.PM25, 100, Quantity.PM10, 30));
        assertThat(good.completeness()).isEqualTo(2 / 6.0);

        Outcome polluted = hourly(Figures.HJ633_2026, Map.of(Quantity.PM25, 61.0, Quantity.PM10, 30.0));
        assertThat(polluted.aqi()).isEqualTo(101);
        assertThat(polluted.primary()).containsExactly(Quantity.PM25);
    }

    @Test
    void itNamesNoPrimaryPollutantUpToFiftyAndAllThatTieAbove() {
        Map<Quantity, Double> values = new EnumMap<>(Map.of(
                Quantity.PM25, 35.0, Quantity.PM10, 50.0, Quantity.SO2, 0.0, Quantity.NO2, 0.0, Quantity.CO, 0.0));
        values.put(Quantity.O3, 0.0);
        assertThat(hourly(Figures.HJ633_2026, values).primary()).isEmpty();
        values.put(Quantity.PM25, 60.0);
        values.put(Quantity.PM10, 120.0);
        assertThat(hourly(Figures.HJ633_2026, values).primary()).containsExactly(Quantity.PM25, Quantity.PM10);
    }

    @Test
    void itTakesTheDailyMeanOfSulphurDioxideWhereTheHourIsBeyondTheTableOf2012() {
        Outcome outcome = Figures.HJ633_2012.aqi(Period.HOUR, input -> switch (input.column()) {
            case "so2_1h" -> OptionalDouble.of(900);
            case "so2_24h" -> OptionalDouble.of(800);
            default -> OptionalDouble.of(0);
        });
        assertThat(outcome.aqi()).isEqualTo(200);
        Outcome without = hourly(Figures.HJ633_2012, Map.of(Quantity.SO2, 900.0, Quantity.PM25, 30.0));
        assertThat(without.aqi()).as("a smaller index would deceive").isNull();
        assertThat(without.iaqi()).containsOnlyKeys(Quantity.PM25);
    }

    @Test
    void itTakesTheHighestHourOfOzoneIntoTheDayIn2012AndNotIn2026() {
        assertThat(ozoneDay(Figures.HJ633_2012, 160, OptionalDouble.of(400))).isEqualTo(200);
        assertThat(ozoneDay(Figures.HJ633_2026, 160, OptionalDouble.of(400))).isEqualTo(100);
    }

    @Test
    void itAnswersOzoneOver800InEightHoursByTheEdition() {
        assertThat(ozoneDay(Figures.HJ633_2026, 900, OptionalDouble.of(700)))
                .as("300 is the end")
                .isEqualTo(300);
        assertThat(ozoneDay(Figures.HJ633_2012, 900, OptionalDouble.of(900)))
                .as("by the hour")
                .isEqualTo(350);
        assertThat(ozoneDay(Figures.HJ633_2012, 900, OptionalDouble.empty()))
                .as("nothing smaller")
                .isNull();
    }

    @Test
    void itAnswersSulphurDioxideOver800InAnHourWith200In2026() {
        Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
        SIX.forEach(quantity -> values.put(quantity, quantity == Quantity.SO2 ? 801.0 : 1.0));
        assertThat(hourly(Figures.HJ633_2026, values).aqi()).isEqualTo(200);
    }

    @Test
    void itMeetsTheListedIndexAtEveryBreakpointFromBothSides() {
        for (IndexStandard standard : List.of(Figures.HJ633_2012, Figures.HJ633_2026)) {
            standard.columns().forEach((id, column) -> column.segments().forEach(segment -> {
                double slope = (segment.to() - segment.from()) / (double) (segment.high() - segment.low());
                int most = (int) Math.ceil(slope);
                assertThat(index(column, segment.low())).as(id).isEqualTo(segment.from());
                assertThat(index(column, segment.high())).as(id).isEqualTo(segment.to());
                assertThat(index(column, segment.low() + 1) - segment.from())
                        .as(id)
                        .isBetween(0, most);
                assertThat(segment.to() - index(column, segment.high() - 1))
                        .as(id)
                        .isBetween(0, most);
            }));
        }
    }

    @Test
    void itGivesAnIndexWithoutThePollutantsThatMayLack() {
        IndexStandard all = Figures.HJ633_2026;
        Set<Quantity> mayLack = Set.of(Quantity.SO2, Quantity.CO);
        IndexStandard some = new IndexStandard(
                all.edition(),
                all.columns(),
                all.inputs(),
                new IndexStandard.Missing(100, mayLack),
                all.primaryAbove(),
                all.clauses(),
                all.categories());
        Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
        SIX.forEach(quantity -> values.put(quantity, 40.0));
        mayLack.forEach(values::remove);
        assertThat(hourly(all, values).aqi()).isNull();
        assertThat(hourly(some, values).aqi()).isEqualTo(60);
        assertThat(hourly(some, values).completeness()).isEqualTo(1);
        values.put(Quantity.CO, 1.0);
        assertThat(hourly(some, values).completeness()).isEqualTo(1);
        assertThat(hourly(some, values).iaqi()).containsKey(Quantity.CO);
        values.remove(Quantity.NO2);
        assertThat(hourly(some, values).aqi())
                .as("nitrogen dioxide is asked for")
                .isNull();
    }

    private static int index(Breakpoints column, long steps) {
        return column.iaqi(column.steps().value(steps)).orElseThrow();
    }

    private static Integer ozoneDay(IndexStandard standard, double eight, OptionalDouble hour) {
        return standard.aqi(Period.DAY, input -> switch (input.average()) {
                    case DAILY_MAX_8H -> OptionalDouble.of(eight);
                    case DAILY_MAX_HOUR -> hour;
                    default -> OptionalDouble.of(0);
                })
                .aqi();
    }

    private static Outcome hourly(IndexStandard standard, Map<Quantity, Double> values) {
        return standard.aqi(Period.HOUR, input -> {
            Double value = input.average() == Period.HOUR ? values.get(input.quantity()) : null;
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
        });
    }

    private static Map<Quantity, Double> randomValues(Random random) {
        Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
        for (Quantity quantity : SIX) {
            double top = quantity == Quantity.CO ? 160 : quantity == Quantity.O3 ? 1300 : 700;
            double value = Math.pow(random.nextDouble(), 3) * top;
            if (random.nextInt(8) > 0) values.put(quantity, Math.rint(value * 100) / 100);
        }
        return values;
    }

    private static OptionalInt expected(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    private static List<Quantity> published(String text) {
        return PUBLISHED_NAMES.entrySet().stream()
                .filter(entry -> text.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
