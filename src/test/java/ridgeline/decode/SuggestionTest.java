package ridgeline.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridgeline.config.ConfigFolder;
import ridgeline.config.Read;
import ridgeline.domain.Site;

class SuggestionTest {
    private static String suggested(String topic, String payload) {
        return Suggestion.of(topic, payload.getBytes(StandardCharsets.UTF_8), "v", Sensors.NOON)
                .orElse("");
    }

    /** What the suggested entry, taken as it is, reads from a message. */
    private static List<String> read(String entry, String topic, String payload) {
        String file = "venues: [{id: v}]\nsensors:\n" + entry;
        Read<Site> read = ConfigFolder.site("suggested", file.getBytes(StandardCharsets.UTF_8));
        Site site = read.value();
        if (site == null) throw new AssertionError(read.problems() + "\n" + file);
        Decoder decoder = new Decoder(site, Sensors.ZONE);
        Decoded decoded = decoder.decode(topic, payload.getBytes(StandardCharsets.UTF_8), false, Sensors.NOON);
        assertThat(decoded).as(file).isInstanceOf(Decoded.Readings.class);
        assertThat(((Decoded.Readings) decoded).flaw()).isNull();
        return ((Decoded.Readings) decoded)
                .readings().stream()
                        .map(one -> one.series().id() + "=" + Math.round(one.value() * 100) / 100.0
                                + (one.ownTime() ? " own" : ""))
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tele/hall/SENSOR | {\"Time\":\"2026-11-24T03:59:00\",\"BME280\":{\"Temperature\":68,\"Pressure\":25},\"TempUnit\":\"F\"} | tele-hall-sensor.temperature=20.0 own; tele-hall-sensor.pressure=846.59 own",
                "z/Lobby 1 | {\"humidity\":41,\"linkquality\":98,\"pm25\":8,\"voc_index\":137,\"battery\":90} | z-lobby-1.humidity=41.0; z-lobby-1.pm25=8.0; z-lobby-1.voc_index=137.0; z-lobby-1.battery=90.0",
                "a/rr/1 | {\"id\":\"1\",\"sensordatavalues\":[{\"value_type\":\"SDS_P1\",\"value\":\"4.3\"},{\"value_type\":\"SDS_P2\",\"value\":\"3.5\"},{\"value_type\":\"BME280_pressure\",\"value\":\"84100\"}]} | a-rr-1.pm10=4.3; a-rr-1.pm25=3.5; a-rr-1.pressure=841.0",
                "shelly/ht/events | {\"params\":{\"ts\":1795492790.5,\"temperature:0\":{\"id\":0,\"tC\":22.5,\"tF\":72.5},\"humidity:0\":{\"rh\":54.3},\"devicepower:0\":{\"battery\":{\"V\":6.1,\"percent\":92}}}} | shelly-ht-events.temperature=22.5 own; shelly-ht-events.humidity=54.3 own; shelly-ht-events.battery=92.0 own",
                "weather/loop | {\"dateTime\":\"1795492790.0\",\"windSpeed_kph\":\"36\",\"barometer_mbar\":\"840.5\",\"outTemp_C\":\"-3.5\"} | weather-loop.wind_speed=10.0 own; weather-loop.pressure=840.5 own; weather-loop.temperature=-3.5 own",
                "kiosk/lobby | {\"ch\":[{\"name\":\"Temperature\",\"unit\":\"°F\",\"value\":\"50\"}]} | kiosk-lobby.temperature=10.0",
                "esp/sensor/hall_pm10/state | 5.25 | esp-sensor-hall_pm10-state.pm10=5.25",
                "ruuvi/a/b | {\"ts\":1795492790,\"temperature\":-3.5,\"pressure\":84100,\"PM2.5\":1.5,\"温度\":9,\"a/b~c temp\":3} | ruuvi-a-b.temperature=-3.5 own; ruuvi-a-b.pressure=841.0 own; ruuvi-a-b.pm25=1.5 own",
                "t/b | {\"t\":1795492790000,\"temp\":-3.5,\"battery_ok\":1} | t-b.temperature=-3.5 own",
                "channels/1 | [{\"bn\":\"urn:dev:a:\",\"bt\":1795492740,\"n\":\"temperature\",\"u\":\"Cel\",\"v\":21.5}] | channels-1.temperature=21.5 own",
                "telegraf/x | climate,dev=a1 temp=21.5,rh=48i 1795492790000000000 | telegraf-x.temperature=21.5 own; telegraf-x.humidity=48.0 own",
                "hj212/1/up | ##0148QN=20261124115900456;ST=22;CN=2051;PW=123456;MN=ZX01;Flag=4;CP=&&DataTime=20261124115800;a34004-Min=20,a34004-Avg=27.5,a34004-Max=31,a34004-Flag=N&&5140 | hj212-1-up.pm25=27.5 own",
            })
    void itIsAnEntryThatReadsTheMessageAsItIs(String topic, String payload, String readings) {
        String entry = suggested(topic, payload);
        assertThat(entry).isNotEmpty();
        assertThat(read(entry, topic, payload)).containsExactly(readings.split("; "));
    }

    @Test
    void itReadsHowADeviceIntroducesItselfToHomeAssistant() {
        String entry = suggested(
                "homeassistant/sensor/x/pm25/config",
                "{\"~\":\"air/133c\",\"name\":\"Particles\",\"uniq_id\":\"SPS30_x\",\"dev_cla\":\"pm25\",\"unit_of_meas\":\"µg/m³\","
                        + "\"avty_t\":\"~/up\",\"stat_t\":\"~/state\",\"val_tpl\":\"{{ value_json.pm['2.5'] | round(1) }}\"}");
        assertThat(read(entry, "air/133c/state", "{\"pm\":{\"2.5\":12.5}}")).containsExactly("sps30_x.pm25=12.5");
        assertThat(entry).contains("availability: {topic: \"air/133c/up\"}");
        String plain = suggested("ha/sensor/y/config", "{\"device_class\":\"temperature\",\"state_topic\":\"y/t\"}");
        assertThat(read(plain, "y/t", "21.5")).containsExactly("y-t.temperature=21.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ha/switch/y/config | {\"device_class\":\"outlet\",\"state_topic\":\"y/t\"}",
                "ha/sensor/y/config | {\"device_class\":\"temperature\",\"state_topic\":\"y/t\",\"value_template\":\"{{ value_json.a + 1 }}\"}",
                "a/{b}/temperature | 21.5",
                "a/b | {\"aqi\":3,\"chipTemp\":50,\"link\":1}",
                "a/b | {\"temperature\":",
                "a/temperature | \"on\"",
                "a/b | 42",
            })
    void itSuggestsNothingWhereNothingIsRecognised(String topic, String payload) {
        assertThat(suggested(topic, payload)).isEmpty();
    }

    @Test
    void itNeverThrowsAndIsAlwaysAccepted() {
        String[] pieces = {
            "{", "}", "[", "]", "\"temp\"", ":", ",", "1", "\"a\\u0000'\\\"b hum\"", "##", " ", "t=1", "\"ts\"", "é"
        };
        for (int seed = 0; seed < 20_000; seed++) {
            var random = new java.util.Random(seed);
            StringBuilder payload = new StringBuilder(random.nextBoolean() ? "{\"temp\":1,\"x'\\\"~/[y hum\":" : "");
            for (int i = random.nextInt(9); i >= 0; i--) payload.append(pieces[random.nextInt(pieces.length)]);
            if (payload.charAt(0) == '{' && random.nextBoolean()) payload.append('}');
            String entry = suggested("a \"b'/" + seed + ":", payload.toString());
            if (entry.isEmpty()) continue;
            Read<Site> read =
                    ConfigFolder.site("s", ("venues: [{id: v}]\nsensors:\n" + entry).getBytes(StandardCharsets.UTF_8));
            assertThat(read.problems()).as("seed %d: %s", seed, entry).isEmpty();
        }
    }
}
