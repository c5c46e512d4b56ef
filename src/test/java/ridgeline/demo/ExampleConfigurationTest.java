package ridgeline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import ridgeline.config.ConfigFolder;
import ridgeline.config.Loaded;
import ridgeline.decode.Decoded;
import ridgeline.decode.Decoder;
import ridgeline.demo.world.Noise;
import ridgeline.demo.world.Scenario;
import ridgeline.demo.world.Weather;
import ridgeline.domain.Quality;
import ridgeline.domain.Reading;
import ridgeline.domain.Sensor;
import ridgeline.domain.Site;

class ExampleConfigurationTest {
    private static final Instant EVENING = Instant.parse("2027-01-10T11:20:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Loaded loaded = ConfigFolder.load(Path.of("config"));

    @Test
    void itLoadsWithoutAProblem() {
        assertThat(loaded.problems()).isEmpty();
        assertThat(site().venues()).hasSize(7);
        assertThat(instruments()).hasSizeBetween(35, 45);
        assertThat(instruments().stream()
                        .mapToInt(one -> one.sensor().channels().size())
                        .sum())
                .isBetween(130, 200);
    }

    @Test
    void itHasATopicOfItsOwnForEachInstrument() {
        assertThat(instruments()).extracting(Instrument::topic).doesNotHaveDuplicates();
    }

    @Test
    void itDecodesEverySimulatedMessageBackToWhatWasMeasured() {
        Decoder decoder = new Decoder(site(), ZONE);
        Noise noise = new Noise(3);
        for (Scenario scenario : Scenario.values()) {
            Weather weather = new Weather(scenario, EVENING, 3);
            for (Instrument instrument : instruments())
                for (int minute = 0; minute < 240; minute += 40)
                    check(decoder, instrument, weather, noise, EVENING.toEpochMilli() + minute * 60_000L);
        }
    }

    private static void check(Decoder decoder, Instrument instrument, Weather weather, Noise noise, long t) {
        double[] values = instrument.measured(weather, noise, t);
        String message = instrument.message(t, values);
        Decoded decoded =
                decoder.decode(instrument.topic(), message.getBytes(StandardCharsets.UTF_8), false, t + 1_000);
        assertThat(decoded).as(message).isInstanceOf(Decoded.Readings.class);
        List<Reading> readings = ((Decoded.Readings) decoded).readings();
        assertThat(readings).as(message).hasSameSizeAs(instrument.sensor().channels());
        for (int i = 0; i < values.length; i++) {
            Reading reading = readings.get(i);
            Sensor.Channel channel = instrument.sensor().channels().get(i);
            assertThat(reading.series().id())
                    .isEqualTo(instrument.id() + "." + channel.quantity().id());
            assertThat(reading.value())
                    .as(message)
                    .isCloseTo(
                            values[i],
                            within(0.51 * Precision.of(channel.quantity()).step()));
            assertThat(reading.t()).as(message).isEqualTo(instrument.carriesTime() ? t : t + 1_000);
            assertThat(reading.quality()).as(message + " " + reading).isIn(Quality.GOOD, Quality.MAINTENANCE);
        }
    }

    private List<Instrument> instruments() {
        return site().sensors().stream()
                .flatMap(sensor -> Instrument.of(sensor).stream())
                .toList();
    }

    private Site site() {
        return Objects.requireNonNull(loaded.site(), () -> loaded.problems().toString());
    }
}
