package ridgeline.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ridgeline.config.ConfigFolder;
import ridgeline.domain.Quantity;
import ridgeline.domain.Sensor;
import ridgeline.domain.Sensor.Range;

class WeatherTest {
    private static final long SEED = 20_261_124;
    private static final Instant START = Instant.parse("2026-12-10T04:00:00Z");
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private static final Place RIDGE = new Place(1, 2_080, 0.2, false, 0);
    private static final Place BASE = new Place(2, 1_800, 0.45, false, 0);
    private static final Place VILLAGE = new Place(3, 1_610, 1, false, 0);
    private static final Place HALL = new Place(4, 1_610, 1, true, 0);
    private static final Place ABOVE = new Place(5, 1_640, 0.2, false, 0);
    private static final Place BELOW = new Place(6, 1_600, 0.4, false, 1);
    private static final List<Place> PLACES = List.of(RIDGE, BASE, VILLAGE, HALL, ABOVE, BELOW);

    private static final Map<Quantity, Range> PLAUSIBLE = Map.ofEntries(
            Map.entry(Quantity.PM25, new Range(1, 600)),
            Map.entry(Quantity.PM10, new Range(2, 900)),
            Map.entry(Quantity.SO2, new Range(1, 200)),
            Map.entry(Quantity.NO2, new Range(2, 220)),
            Map.entry(Quantity.O3, new Range(2, 260)),
            Map.entry(Quantity.CO, new Range(0.1, 6)),
            Map.entry(Quantity.CO2, new Range(400, 2_500)),
            Map.entry(Quantity.HCHO, new Range(0.005, 0.12)),
            Map.entry(Quantity.TVOC, new Range(0.03, 1.2)),
            Map.entry(Quantity.TEMPERATURE, new Range(-33, 36)),
            Map.entry(Quantity.SNOW_TEMPERATURE, new Range(-40, 48)),
            Map.entry(Quantity.WATER_TEMPERATURE, new Range(0, 26)),
            Map.entry(Quantity.HUMIDITY, new Range(8, 100)),
            Map.entry(Quantity.PRESSURE, new Range(765, 855)),
            Map.entry(Quantity.WIND_SPEED, new Range(0, 18)),
            Map.entry(Quantity.WIND_GUST, new Range(0, 28)),
            Map.entry(Quantity.WIND_DIRECTION, new Range(0, 359.9999999)),
            Map.entry(Quantity.VISIBILITY, new Range(100, 40_000)),
            Map.entry(Quantity.SNOW_DEPTH, new Range(0, 300)),
            Map.entry(Quantity.PRECIPITATION, new Range(0, 8)),
            Map.entry(Quantity.SOLAR, new Range(0, 1_150)),
            Map.entry(Quantity.NOISE, new Range(30, 100)),
            Map.entry(Quantity.PH, new Range(7, 8.8)),
            Map.entry(Quantity.DISSOLVED_OXYGEN, new Range(5, 15)),
            Map.entry(Quantity.CODMN, new Range(1, 9)),
            Map.entry(Quantity.COD, new Range(5, 32)),
            Map.entry(Quantity.BOD5, new Range(0.5, 6)),
            Map.entry(Quantity.AMMONIA_NITROGEN, new Range(0.02, 1.5)),
            Map.entry(Quantity.TOTAL_PHOSPHORUS, new Range(0.005, 0.3)),
            Map.entry(Quantity.TURBIDITY, new Range(0.3, 80)),
            Map.entry(Quantity.CONDUCTIVITY, new Range(250, 750)),
            Map.entry(Quantity.WATER_FLOW, new Range(0.1, 9)),
            Map.entry(Quantity.BATTERY, new Range(80, 100)),
            Map.entry(Quantity.SIGNAL, new Range(-95, -60)));

    @Test
    void itAnswersTheSameInAnyOrderAndOnlyTheSeedMakesAnotherWinter() {
        Weather one = new Weather(Scenario.CALM, START, SEED);
        Weather same = new Weather(Scenario.CALM, START, SEED);
        Weather other = new Weather(Scenario.CALM, START, SEED + 1);
        long t = START.toEpochMilli();
        for (Quantity quantity : PLAUSIBLE.keySet()) {
            double first = one.at(VILLAGE, t).value(quantity);
            assertThat(one.at(RIDGE, t + DAY).value(quantity)).isFinite();
            assertThat(same.at(VILLAGE, t).value(quantity)).as(quantity.id()).isEqualTo(first);
        }
        assertThat(other.at(VILLAGE, t).value(Quantity.TEMPERATURE))
                .isNotEqualTo(one.at(VILLAGE, t).value(Quantity.TEMPERATURE));
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void itStaysPlausibleOverAYear(Scenario scenario) {
        Weather weather = new Weather(scenario, START, SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < 6_000; i++) {
            long t = START.toEpochMilli() + (long) (random.nextDouble() * 365 * DAY) - (i % 3 == 0 ? 0 : 2 * DAY);
            Place place = PLACES.get(random.nextInt(PLACES.size()));
            Weather.Moment moment = weather.at(place, t);
            String when = "seed " + SEED + ", " + scenario.id() + ", " + Instant.ofEpochMilli(t) + ", " + place + ": ";
            PLAUSIBLE.forEach((quantity, range) ->
                    assertThat(moment.value(quantity)).as(when + quantity.id()).isBetween(range.low(), range.high()));
            assertThat(moment.value(Quantity.WIND_GUST))
                    .as(when)
                    .isGreaterThan(moment.value(Quantity.WIND_SPEED) + 0.3);
            assertThat(moment.value(Quantity.PM10)).as(when).isGreaterThanOrEqualTo(moment.value(Quantity.PM25));
            double holds = River.saturation(moment.value(Quantity.WATER_TEMPERATURE), moment.value(Quantity.PRESSURE));
            assertThat(moment.value(Quantity.DISSOLVED_OXYGEN)).as(when).isLessThan(1.3 * holds);
        }
    }

    @Test
    void itCoversEveryQuantityThatTheExamplesSensorsMeasure() {
        Set<Quantity> measured = Objects.requireNonNull(
                        ConfigFolder.site(Path.of("config")).value())
                .sensors()
                .stream()
                .flatMap(sensor -> sensor.channels().stream())
                .map(Sensor.Channel::quantity)
                .collect(Collectors.toSet());
        assertThat(PLAUSIBLE.keySet()).containsAll(measured);
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void itNeverJumps(Scenario scenario) {
        Weather weather = new Weather(scenario, START, SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < 3_000; i++) {
            long t = START.toEpochMilli() + (long) ((random.nextDouble() * 20 - 4) * DAY);
            Place place = PLACES.get(random.nextInt(PLACES.size()));
            Weather.Moment now = weather.at(place, t);
            Weather.Moment soon = weather.at(place, t + 1_000);
            for (Quantity quantity : PLAUSIBLE.keySet()) {
                double step = Math.abs(soon.value(quantity) - now.value(quantity));
                if (quantity.averaging() == ridgeline.domain.Averaging.VECTOR) step = Math.min(step, 360 - step);
                Range range = PLAUSIBLE.get(quantity);
                double share = quantity == Quantity.NOISE ? 0.06 : 0.02;
                assertThat(step / (range.high() - range.low()))
                        .as("seed %d, %s at %s in one second", SEED, quantity.id(), Instant.ofEpochMilli(t))
                        .isLessThan(share);
            }
        }
    }

    @Test
    void itMakesTheWinterOfChongli() {
        Weather weather = new Weather(Scenario.CALM, START, SEED);
        double[] january = hourly(weather, BASE, Quantity.TEMPERATURE, Instant.parse("2027-01-01T00:00:00Z"), 31 * 24);
        assertThat(Arrays.stream(january).average().orElseThrow()).isBetween(-18.0, -8.0);
        assertThat(Arrays.stream(january).min().orElseThrow()).isBetween(-30.0, -15.0);
        double[] july = hourly(weather, BASE, Quantity.TEMPERATURE, Instant.parse("2027-07-01T00:00:00Z"), 31 * 24);
        assertThat(Arrays.stream(july).average().orElseThrow()).isBetween(12.0, 22.0);
        assertThat(weather.at(BASE, Instant.parse("2027-07-15T04:00:00Z").toEpochMilli())
                        .value(Quantity.SNOW_DEPTH))
                .isZero();
    }

    @Test
    void itHasNoSunAtNightAndMuchAtNoon() {
        Weather weather = new Weather(Scenario.CALM, START, SEED);
        assertThat(weather.at(BASE, Instant.parse("2027-01-10T16:00:00Z").toEpochMilli())
                        .value(Quantity.SOLAR))
                .isZero();
        double[] year = hourly(weather, BASE, Quantity.SOLAR, START, 365 * 24);
        assertThat(Arrays.stream(year).max().orElseThrow()).isGreaterThan(850);
    }

    @Test
    void itLetsColdAndSmokyAirPoolInTheValleyOnClearNights() {
        Weather weather = new Weather(Scenario.STAGNATION, START, SEED);
        int colder = 0;
        int dirtier = 0;
        for (int night = 0; night < 20; night++) {
            long t = Instant.parse("2026-12-10T20:00:00Z").toEpochMilli() + night * DAY;
            Weather.Moment low = weather.at(VILLAGE, t);
            Weather.Moment high = weather.at(RIDGE, t);
            if (low.value(Quantity.TEMPERATURE) < high.value(Quantity.TEMPERATURE)) colder++;
            if (low.value(Quantity.PM25) > high.value(Quantity.PM25)) dirtier++;
        }
        assertThat(colder).as("nights of 20 in which the valley is colder").isGreaterThan(10);
        assertThat(dirtier).isGreaterThan(18);
    }

    @Test
    void itCoolsTheSnowBelowTheAirAtNight() {
        Weather weather = new Weather(Scenario.CALM, START, SEED);
        for (int night = 0; night < 30; night++) {
            Weather.Moment moment =
                    weather.at(BASE, Instant.parse("2027-01-01T19:00:00Z").toEpochMilli() + night * DAY);
            assertThat(moment.value(Quantity.SNOW_TEMPERATURE)).isLessThan(moment.value(Quantity.TEMPERATURE));
        }
    }

    @Test
    void itBuildsUpParticlesFromDayToDayUnderWeakWind() {
        Weather weather = new Weather(Scenario.STAGNATION, START, SEED);
        double before = mean(hourly(weather, VILLAGE, Quantity.PM25, START.minus(Duration.ofHours(30)), 12));
        double first = mean(hourly(weather, VILLAGE, Quantity.PM25, START, 24));
        double third = mean(hourly(weather, VILLAGE, Quantity.PM25, START.plus(Duration.ofDays(2)), 24));
        assertThat(first).isGreaterThan(1.2 * before);
        assertThat(third).isGreaterThan(1.2 * first).isGreaterThan(110);
        assertThat(mean(hourly(weather, VILLAGE, Quantity.WIND_SPEED, START, 48)))
                .isLessThan(1.5);
    }

    @Test
    void itFiresRocketsInTheEveningAtTheVillageAlone() {
        Weather weather = new Weather(Scenario.FIREWORKS, START, SEED);
        long evening = Instant.parse("2026-12-10T12:30:00Z").toEpochMilli();
        Weather.Moment before = weather.at(VILLAGE, evening - HOUR);
        Weather.Moment during = weather.at(VILLAGE, evening);
        for (Quantity quantity : List.of(Quantity.PM25, Quantity.PM10, Quantity.SO2))
            assertThat(during.value(quantity)).as(quantity.id()).isGreaterThan(3 * before.value(quantity));
        assertThat(during.value(Quantity.NOISE)).isGreaterThan(before.value(Quantity.NOISE) + 15);
        assertThat(weather.at(RIDGE, evening).value(Quantity.PM25)).isLessThan(0.3 * during.value(Quantity.PM25));
        assertThat(weather.at(VILLAGE, evening + 6 * HOUR).value(Quantity.PM25))
                .isLessThan(0.3 * during.value(Quantity.PM25));
    }

    @Test
    void itBlowsAndSnowsInAStorm() {
        Weather storm = new Weather(Scenario.STORM, START, SEED);
        double[] gusts = hourly(storm, RIDGE, Quantity.WIND_GUST, START, 5);
        assertThat(Arrays.stream(gusts).max().orElseThrow()).isBetween(20.0, 28.0);
        assertThat(mean(hourly(storm, BASE, Quantity.VISIBILITY, START, 4))).isLessThan(2_500);
        assertThat(storm.at(BASE, START.toEpochMilli()).value(Quantity.PRECIPITATION))
                .isGreaterThan(2);
        double before = storm.at(BASE, START.toEpochMilli() - 4 * HOUR).value(Quantity.SNOW_DEPTH);
        assertThat(storm.at(BASE, START.toEpochMilli() + 8 * HOUR).value(Quantity.SNOW_DEPTH))
                .isGreaterThan(before + 10);
    }

    @Test
    void itHasACleanerRiverAboveTheVenues() {
        Weather weather = new Weather(Scenario.CALM, START, SEED);
        for (Quantity quantity : List.of(Quantity.CODMN, Quantity.AMMONIA_NITROGEN, Quantity.TOTAL_PHOSPHORUS))
            assertThat(mean(hourly(weather, BELOW, quantity, START, 240)))
                    .as(quantity.id())
                    .isGreaterThan(mean(hourly(weather, ABOVE, quantity, START, 240)));
    }

    private static double[] hourly(Weather weather, Place place, Quantity quantity, Instant from, int hours) {
        double[] values = new double[hours];
        for (int i = 0; i < hours; i++)
            values[i] = weather.at(place, from.toEpochMilli() + i * HOUR).value(quantity);
        return values;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
