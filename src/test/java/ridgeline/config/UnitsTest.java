package ridgeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ridgeline.domain.Quantity;

class UnitsTest {
    private final Units units = new Units();

    @ParameterizedTest
    @CsvSource({
        "PM25, µg/m³, 12, 12",
        "PM25, μg/m^3, 12, 12",
        "PM25, ㎍/㎥, 12, 12",
        "PM25, ug / m3, 12, 12",
        "PM25, mg/m3, 0.012, 12",
        "CO, ug/m3, 1200, 1.2",
        "TEMPERATURE, °C, -7.5, -7.5",
        "TEMPERATURE, ℃, -7.5, -7.5",
        "TEMPERATURE, Cel, -7.5, -7.5",
        "TEMPERATURE, degF, 32, 0",
        "TEMPERATURE, °F, 212, 100",
        "TEMPERATURE, [degF], -40, -40",
        "SNOW_TEMPERATURE, K, 273.15, 0",
        "WIND_SPEED, km/h, 36, 10",
        "WIND_SPEED, knots, 10, 5.144444444444",
        "WIND_GUST, mph, 10, 4.4704",
        "PRESSURE, kPa, 83.2, 832",
        "PRESSURE, Pa, 83200, 832",
        "PRESSURE, mbar, 832, 832",
        "PRESSURE, inHg, 29.92, 1013.20453696",
        "PRESSURE, mmHg, 760, 1013.2472",
        "CO2, ppb, 415000, 415",
        "CO2, %, 0.1, 1000",
        "HUMIDITY, 1, 0.45, 45",
        "HUMIDITY, %RH, 45, 45",
        "WIND_DIRECTION, °, 270, 270",
        "WIND_DIRECTION, rad, 3.141592653589793, 180",
        "SNOW_DEPTH, in, 10, 25.4",
        "VISIBILITY, km, 1.5, 1500",
        "PRECIPITATION, L/m2, 3, 3",
        "SOLAR, W/m², 500, 500",
        "CONDUCTIVITY, mS/cm, 0.25, 250",
        "DISSOLVED_OXYGEN, mg/l, 9.1, 9.1",
        "WATER_FLOW, m3/h, 3600, 1",
        "NOISE, dBA, 55, 55",
        "PH, pH, 7.2, 7.2",
        "TURBIDITY, NTU, 4, 4",
        "SIGNAL, dbm, -71, -71",
        // mole fractions at 298.15 K and 1013.25 hPa
        "SO2, ppb, 10, 26.186797465767",
        "NO2, ppb, 10, 18.804823216840",
        "O3, ppb, 50, 98.095238095238",
        "O3, ppm, 0.05, 98.095238095238",
        "CO, ppm, 1, 1.144900878806",
        "HCHO, ppb, 100, 0.12273043122828",
    })
    void convertsToTheCanonicalUnit(Quantity quantity, String unit, double carried, double canonical) {
        Conversion conversion = units.compile(unit, quantity);
        assertThat(conversion).isNotNull();
        assertThat(conversion.factor() * carried + conversion.shift()).isCloseTo(canonical, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "PM25, ppb", "PM25, degC", "PM25, bananas", "TEMPERATURE, m", "NOISE, dB", "NOISE, %", "PH, %",
                "TURBIDITY, mg/L",
        "SIGNAL, mW", "CO2, ug/m3", "TVOC, ppb", "SO2, %", "SO2, 1", "PRESSURE, m99999999999", "PRESSURE, ((",
                "PM25, 雪",
        "WIND_SPEED, M/S", "PRESSURE, 0"
    })
    void refusesWhatDoesNotConvert(Quantity quantity, String unit) {
        assertThat(units.compile(unit, quantity)).isNull();
    }

    @ParameterizedTest
    @EnumSource(Quantity.class)
    void takesEveryCanonicalUnitAsItIsAndNamesIt(Quantity quantity) {
        assertThat(units.compile(quantity.unit(), quantity)).isEqualTo(Conversion.NONE);
        assertThat(UnitNames.allowed(quantity)).startsWith(quantity.unit());
    }

    @ParameterizedTest
    @EnumSource(Quantity.class)
    void convertsFromEveryUnitItNames(Quantity quantity) {
        for (String named :
                UnitNames.allowed(quantity).replaceAll(" (or|\\().*", "").split(", "))
            assertThat(units.compile(named, quantity)).as(named).isNotNull();
    }

    @Test
    void throwsForNoTextWhatever() {
        long seed = 20_261_124;
        Random random = new Random(seed);
        String alphabet = "mgukKPa/3%[]()'{}*.-+0129^_ eE°µ雪\"\\\u0000\uD800";
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(8); n >= 0; n--)
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            Quantity quantity = Quantity.values()[random.nextInt(Quantity.values().length)];
            Conversion conversion = units.compile(text.toString(), quantity);
            if (conversion != null)
                assertThat(conversion.factor())
                        .as("seed %d, unit %s", seed, text)
                        .isFinite();
        }
    }
}
