package ridgeline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import ridgeline.decode.Decoded;
import ridgeline.decode.Decoder;
import ridgeline.demo.world.Noise;
import ridgeline.demo.world.Scenario;
import ridgeline.demo.world.Weather;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Sensor;
import ridgeline.domain.Site;

class InstrumentTest {
    private static final Instant NOON = Instant.parse("2027-01-10T04:00:00Z");
    private static final long T = NOON.toEpochMilli();
    private final Weather weather = new Weather(Scenario.CALM, NOON, 1);
    private final Noise noise = new Noise(1);

    @Test
    void itSaysWhatItsConfigurationDecodesForAnyUnitScaleAndOffset() {
        Sensor sensor = Sensors.json(
                "a",
                "a",
                Sensors.millis("/ts"),
                Duration.ofSeconds(5),
                new Sensor.Channel(Quantity.TEMPERATURE, "/f", "degF", 5 / 9.0, -160 / 9.0, 1, 0, null),
                new Sensor.Channel(Quantity.SNOW_DEPTH, "/distance", "cm", 1, 0, -1, 310, null),
                new Sensor.Channel(Quantity.PRESSURE, "/kpa", "kPa", 10, 0, 1.01, -2, null));
        Instrument instrument = Instrument.of(sensor).get(0);
        double[] values = instrument.measured(weather, noise, T);
        List<Reading> readings = decoded(sensor, instrument, values);
        for (int i = 0; i < values.length; i++) {
            Reading reading = readings.get(i);
            assertThat(reading.value()).as(reading.series().id()).isCloseTo(values[i], within(0.06));
            assertThat(reading.t()).isEqualTo(T);
        }
    }

    @Test
    void itStandsForTwoDevicesWhereTheIdHoldsACapture() {
        Sensor sensor = Sensors.json(
                "probe-{device}",
                "piste/{device}/state",
                Sensors.millis("/ts"),
                Duration.ofSeconds(5),
                Sensors.channel(Quantity.SNOW_DEPTH, "/d"));
        List<Instrument> devices = Instrument.of(sensor);
        assertThat(devices).extracting(Instrument::topic).containsExactly("piste/1/state", "piste/2/state");
        assertThat(devices).extracting(Instrument::id).containsExactly("probe-1", "probe-2");
        assertThat(decoded(sensor, devices.get(1), new double[] {80})
                        .get(0)
                        .series()
                        .id())
                .isEqualTo("probe-2.snow_depth");
    }

    @Test
    void itHasErrorAndResolutionOfAnInstrument() {
        Sensor sensor = Sensors.json(
                "a", "a", Sensors.millis("/ts"), Duration.ofSeconds(5), Sensors.channel(Quantity.TEMPERATURE, "/t"));
        Instrument instrument = Instrument.of(sensor).get(0);
        for (int i = 0; i < 500; i++) {
            long t = T + i * 1_000L;
            double truth = weather.at(instrument.place(), t).value(Quantity.TEMPERATURE);
            double shown = instrument.measured(weather, noise, t)[0];
            assertThat(shown).isCloseTo(truth, within(0.15));
            assertThat(shown * 10).isCloseTo(Math.rint(shown * 10), within(1e-9));
        }
    }

    private static List<Reading> decoded(Sensor sensor, Instrument instrument, double[] values) {
        Decoder decoder = new Decoder(new Site(List.of(), List.of(sensor)), ZoneOffset.UTC);
        byte[] payload = instrument.message(T, values).getBytes(StandardCharsets.UTF_8);
        assertThat(decoder.decode(instrument.topic(), payload, false, T)).isInstanceOf(Decoded.Readings.class);
        return ((Decoded.Readings) decoder.decode(instrument.topic(), payload, false, T)).readings();
    }
}
