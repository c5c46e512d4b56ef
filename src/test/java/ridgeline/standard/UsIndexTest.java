package ridgeline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.domain.Quantity.O3;
import static ridgeline.domain.Quantity.PM10;
import static ridgeline.domain.Quantity.PM25;
import static ridgeline.domain.Quantity.SO2;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridgeline.standard.Breakpoints.Segment;
import ridgeline.standard.IndexStandard.Input;
import ridgeline.standard.IndexStandard.Outcome;

/** The US air quality index of 2024. */
class UsIndexTest {
    private static final IndexStandard US = Figures.index("epa-aqi-2024");
    private static final List<String> COLUMNS = List.copyOf(US.columns().keySet());
    private static final Window HOURS = new Window(0, 12 * HourRing.HOUR_MS);

    @Test
    void itGivesThePublishedIndexOfEveryVector() throws Exception {
        for (List<String> row : Figures.rows("us_aqi_vectors.csv")) {
            Breakpoints column = US.column(row.get(0));
            double value = Double.parseDouble(row.get(1)) * column.steps().perUnit();
            assertThat(column.iaqi(value)).as("%s", row).hasValue(Integer.parseInt(row.get(2)));
        }
    }

    @Test
    void itGivesTheNowCastOfEveryVectorAndItsIndex() throws Exception {
        for (List<String> row : Figures.rows("us_nowcast_vectors.csv")) {
            double[] hours = Stream.of(row.get(1).split(" "))
                    .mapToDouble(hour -> hour.equals("-") ? Double.NaN : Double.parseDouble(hour))
                    .toArray();
            Average cast = NowCast.of(hours, 2, HOURS);
            assertThat(cast.isComplete()).as("%s", row).isEqualTo(!row.get(2).isEmpty());
            if (!cast.isComplete()) continue;
            assertThat(cast.value()).as("%s", row).isEqualTo(Double.parseDouble(row.get(2)), within());
            assertThat(US.iaqi(row.get(0), cast.value())).as("%s", row).hasValue(Integer.parseInt(row.get(3)));
        }
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(5e-5);
    }

    @Test
    void itWeighsConstantAndEmptyHoursWithoutMakingThemMore() {
        double[] constant = new double[12];
        java.util.Arrays.fill(constant, 9.1);
        assertThat(NowCast.of(constant, 2, HOURS).value()).isEqualTo(9.1);
        assertThat(NowCast.of(new double[12], 2, HOURS).value()).isZero();
        java.util.Arrays.fill(constant, Double.NaN);
        assertThat(NowCast.of(constant, 2, HOURS).isComplete()).isFalse();
    }

    @Test
    void itGoesOnAboveFiveHundred() {
        assertThat(US.iaqi("pm25", 325.4)).hasValue(500);
        assertThat(US.iaqi("pm25", 400)).hasValue(649);
        assertThat(US.iaqi("pm25", 1000)).hasValue(1844);
        assertThat(US.iaqi("pm10", 1e15)).as("nonsense stays a number").isPresent();
        assertThat(US.category(1844).id()).isEqualTo("us-hazardous");
        assertThat(US.category(500).id()).isEqualTo("us-hazardous");
        assertThat(US.category(300).colour()).isEqualTo("#8F3F97");
    }

    @Test
    void itAgreesWithASlowIndexOverRandomValues() {
        long seed = 20240506;
        Random random = new Random(seed);
        for (int round = 0; round < 40_000; round++) {
            String column = COLUMNS.get(random.nextInt(COLUMNS.size()));
            double value = Math.rint(random.nextDouble() * top(column) * 1.5 * 1e4) / 1e4;
            OptionalInt expected =
                    SlowUsIndex.iaqi(column, value).map(OptionalInt::of).orElse(OptionalInt.empty());
            assertThat(US.iaqi(column, value))
                    .as("seed %d, %s %s", seed, column, value)
                    .isEqualTo(expected);
        }
    }

    private static List<String> columns() {
        return COLUMNS.stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("columns")
    void itRisesByOneFromTheEndOfASegmentToTheNext(String id) {
        Breakpoints column = US.column(id);
        for (Segment segment : column.segments()) {
            int last = column.iaqi(column.steps().value(segment.high())).orElseThrow();
            assertThat(last).isEqualTo(segment.to());
            boolean isEnd =
                    segment.equals(column.segments().get(column.segments().size() - 1));
            int next = column.iaqi(column.steps().value(segment.high() + 1)).orElseThrow();
            assertThat(next - last).as("%s over %d", id, segment.high()).isBetween(isEnd ? 0 : 1, isEnd ? 3 : 1);
        }
    }

    @Test
    void itNeverFallsWhenAConcentrationRises() {
        long seed = 454;
        Random random = new Random(seed);
        for (int round = 0; round < 10_000; round++) {
            Map<String, Double> values = new HashMap<>();
            for (String column : COLUMNS) values.put(column, Math.pow(random.nextDouble(), 3) * 2 * top(column));
            Map<String, Double> more = new HashMap<>(values);
            String risen = COLUMNS.get(random.nextInt(COLUMNS.size()));
            more.merge(risen, random.nextDouble() * top(risen), Double::sum);
            for (Period period : List.of(Period.HOUR, Period.DAY)) {
                assertThat(index(period, more).aqi())
                        .as("seed %d, %s: %s then %s", seed, risen, values, more)
                        .isGreaterThanOrEqualTo(index(period, values).aqi());
            }
        }
    }

    @Test
    void itDoesNotCareInWhichOrderPollutantsAreListed() {
        long seed = 24002;
        Random random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            List<Input> inputs = new ArrayList<>(US.inputs().get(Period.DAY));
            Collections.shuffle(inputs, random);
            IndexStandard shuffled = new IndexStandard(
                    US.edition(),
                    US.columns(),
                    Map.of(Period.DAY, inputs),
                    US.missing(),
                    US.primaryAbove(),
                    US.clauses(),
                    US.categories());
            Map<String, Double> values = new HashMap<>();
            for (String column : COLUMNS) values.put(column, random.nextDouble() * top(column));
            assertThat(shuffled.aqi(Period.DAY, input -> value(values, input)))
                    .as("seed %d, %s", seed, values)
                    .isEqualTo(index(Period.DAY, values));
        }
    }

    @Test
    void itTakesSulphurDioxideFromTheDayOnceBothReach305() {
        assertThat(sulphur(304, 400))
                .as("the hour still has an index of its own")
                .isEqualTo(200);
        assertThat(sulphur(305, 304)).isEqualTo(200);
        assertThat(sulphur(900, 100)).isEqualTo(200);
        assertThat(sulphur(900, null)).isEqualTo(200);
        assertThat(sulphur(305, 305)).isEqualTo(201);
        assertThat(sulphur(900, 604)).isEqualTo(300);
        assertThat(sulphur(100, 400)).as("no day without its hour").isEqualTo(112);
    }

    @Test
    void itTakesTheHigherOzoneIndexAndTheHourOnlyFromTheThirdSegmentOn() {
        assertThat(ozone(0.05, 0.124)).isEqualTo(46);
        assertThat(ozone(0.05, 0.125)).isEqualTo(101);
        assertThat(ozone(0.2, 0.3)).isEqualTo(300);
        assertThat(ozone(0.25, 0.3)).as("a worse mean gives no better index").isEqualTo(300);
        assertThat(ozone(0.25, 0.405)).isEqualTo(301);
        Outcome lowHourAlone = index(Period.DAY, Map.of("o3_1h", 0.1 * 1961.904761905, "pm25", 5.0));
        assertThat(lowHourAlone.iaqi())
                .as("too low an hour is no index of nought")
                .containsOnlyKeys(PM25);
        assertThat(lowHourAlone.aqi()).isEqualTo(28);
    }

    @Test
    void itNamesTheCriticalPollutantAtAnyIndex() {
        Outcome outcome = index(Period.HOUR, Map.of("pm25", 9.0, "pm10", 54.0));
        assertThat(outcome.primary()).containsExactly(PM25, PM10);
        assertThat(outcome.aqi()).isEqualTo(50);
        assertThat(outcome.category().id()).isEqualTo("us-good");
        assertThat(outcome.completeness()).isEqualTo(2 / 6.0);
        assertThat(index(Period.HOUR, Map.of("pm25", 0.0)).primary()).isEmpty();
    }

    private static int sulphur(int hour, @Nullable Integer day) {
        double perUnit = US.column("so2_1h").steps().perUnit();
        Map<String, Double> values = new HashMap<>(Map.of("so2_1h", hour * perUnit));
        if (day != null) values.put("so2_24h", day * perUnit);
        assertThat(index(Period.HOUR, values)).isEqualTo(index(Period.DAY, values));
        return index(Period.DAY, values).iaqi().get(SO2);
    }

    private static int ozone(double eight, double hour) {
        double perUnit = US.column("o3_8h").steps().perUnit();
        Map<String, Double> values = Map.of("o3_8h", eight * perUnit, "o3_1h", hour * perUnit);
        return index(Period.HOUR, values).iaqi().get(O3);
    }

    private static Outcome index(Period period, Map<String, Double> byColumn) {
        return US.aqi(period, input -> value(byColumn, input));
    }

    private static OptionalDouble value(Map<String, Double> byColumn, Input input) {
        Double value = byColumn.get(input.column());
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static double top(String column) {
        return US.column(column).at(Integer.MAX_VALUE);
    }
}
