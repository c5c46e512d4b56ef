package ridgeline.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.decode.Sensors.NOON;
import static ridgeline.decode.Sensors.at;
import static ridgeline.decode.Sensors.bytes;
import static ridgeline.decode.Sensors.channel;
import static ridgeline.decode.Sensors.decoder;
import static ridgeline.decode.Sensors.idle;
import static ridgeline.decode.Sensors.json;
import static ridgeline.decode.Sensors.reading;
import static ridgeline.decode.Sensors.reason;
import static ridgeline.decode.Sensors.sensor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridgeline.domain.Quantity;
import ridgeline.domain.Sensor;

/** What must never become a value, and the words a person reads about it. */
class BadInputTest {
    private final Decoder decoder = decoder(
            json("x", "t", null, channel(Quantity.PM25, "/v")),
            sensor("n", "n", Sensor.Format.NUMBER, null, Sensor.State.ACTIVE, channel(Quantity.SNOW_DEPTH, "")));

    static Stream<Arguments> badJson() {
        return Stream.of(
                Arguments.of("   ", "not JSON: no JSON value"),
                Arguments.of("\0\0", "not JSON: no JSON value"),
                Arguments.of("{\"v\":12", "not JSON: Unexpected end-of-input"),
                Arguments.of("{\"v\":", "not JSON: Unexpected end-of-input"),
                Arguments.of("{\"v", "not JSON: Unexpected end-of-input"),
                Arguments.of("[1,2", "not JSON: Unexpected end-of-input"),
                Arguments.of("{\"v\":NaN}", "not JSON: Non-standard token 'NaN'"),
                Arguments.of("{\"v\":-Infinity}", "not JSON: Non-standard token '-Infinity'"),
                Arguments.of("{\"v\":+1}", "not JSON: "),
                Arguments.of("{\"v\":01}", "not JSON: Invalid numeric value: Leading zeroes not allowed"),
                Arguments.of("{\"v\":.5}", "not JSON: "),
                Arguments.of("{\"v\":1,}", "not JSON: "),
                Arguments.of("{v:1}", "not JSON: "),
                Arguments.of("{'v':1}", "not JSON: "),
                Arguments.of("{\"v\":1}//", "not JSON: "),
                Arguments.of("{\"v\":1e999}", "/v: the number is too large"),
                Arguments.of("{\"v\":-1e999}", "/v: the number is too large"),
                Arguments.of("{\"v\":\"12,5\"}", "/v: text '12,5' where a number belongs"),
                Arguments.of("{\"v\":\"a\\u0007\\nb\"}", "/v: text 'a ' where a number belongs"),
                Arguments.of("{\"v\":true}", "/v: not a number"),
                Arguments.of("{\"v\":[1]}", "/v: not a number"),
                Arguments.of("{\"v\":{}}", "/v: not a number"),
                Arguments.of("12", "not JSON: one value alone where an object or a list belongs"),
                Arguments.of("{\"v\":1,\"v\":2}", "not JSON: Duplicate field 'v'"),
                Arguments.of("{\"v\":1,\"w\":{\"a\":1,\"a\":1}}", "not JSON: Duplicate field 'a'"),
                Arguments.of("{\"v\":1} {\"v\":2}", "not JSON: something follows the JSON value"),
                Arguments.of("{\"v\":1}x", "not JSON: "),
                Arguments.of(
                        "{\"v\":1,\"w\":" + "[".repeat(30) + "]".repeat(30) + "}", "not JSON: Document nesting depth"),
                Arguments.of("[".repeat(60_000), "not JSON: Document nesting depth"),
                Arguments.of("{\"v\":1" + "0".repeat(100) + "}", "not JSON: Number value length"),
                Arguments.of("<html>", "not JSON: "));
    }

    @ParameterizedTest
    @MethodSource("badJson")
    void itSaysWhyAJsonPayloadIsRefused(String payload, String reason) {
        assertThat(reason(at(decoder, "t", payload))).startsWith(reason).doesNotContain("\n");
    }

    @Test
    void itRefusesAnythingButUtf8() {
        byte[] broken = "{\"v\":1,\"n\":\"a?\"}".getBytes(StandardCharsets.ISO_8859_1);
        broken[12] = (byte) 0xE9;
        assertThat(reason(decoder.decode("t", broken, false, NOON))).startsWith("not JSON: Invalid UTF-8");
        for (var wide : new java.nio.charset.Charset[] {
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            java.nio.charset.Charset.forName("UTF-32")
        }) {
            assertThat(reason(decoder.decode("t", "{\"v\":1}".getBytes(wide), false, NOON)))
                    .as(wide.name())
                    .isEqualTo("not JSON: not in UTF-8");
        }
    }

    @Test
    void itTakesNothingFromAMegabyte() {
        byte[] large = new byte[1 << 20];
        Arrays.fill(large, (byte) ' ');
        System.arraycopy(bytes("{\"v\":1}"), 0, large, 0, 7);
        assertThat(reason(decoder.decode("t", large, false, NOON)))
                .isEqualTo("payload of 1048576 bytes, at most 65536 are read");
        byte[] largest = Arrays.copyOf(large, Decoder.LARGEST_PAYLOAD);
        assertThat(reading(decoder.decode("t", largest, false, NOON)).value()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"v\":1}",
                "\uFEFF{\"v\":1}",
                "{\"v\":1}\0",
                "{\"v\":1}\0\0\0",
                "\r\n {\"v\":1}\n",
                "{\"v\":1.0e0,\"w\":null}"
            })
    void itForgivesWhatHarmlessFirmwareAdds(String payload) {
        assertThat(reading(at(decoder, "t", payload)).value()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "21.5, 21.5",
        "-3, -3",
        "1e3, 1000",
        "2E-3, 0.002",
        "' 7 ', 7",
        "0012, 12",
        "'\uFEFF5', 5",
        "'5\0', 5",
        "'\"5\"', 5",
        "-0, 0"
    })
    void itReadsPlainNumbers(String payload, double value) {
        assertThat(reading(at(decoder, "n", payload)).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Infinity",
                "0x10",
                "1f",
                "1d",
                "1,5",
                "1.",
                ".5",
                "+1",
                "1e",
                "--1",
                "12 13",
                "十",
                "1\n2",
                "1e99999",
                "{\"v\":1}",
                "١٢"
            })
    void itRefusesWhatIsNoPlainNumber(String payload) {
        assertThat(reason(at(decoder, "n", payload)))
                .startsWith("snow_depth: text '")
                .endsWith("' where a number belongs");
    }

    @Test
    void itRefusesAPlainNumberBeyondAnyDouble() {
        assertThat(reason(at(decoder, "n", "1e999"))).isEqualTo("snow_depth: the number is too large");
    }

    @Test
    void itTakesNothingFromAnEmptyPayload() {
        assertThat(idle(decoder.decode("t", new byte[0], true, NOON))).isEqualTo("empty payload");
        assertThat(idle(at(decoder, "n", "\0"))).isEqualTo("no value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nan", "NaN", "None", "unavailable", "unknown", "n/a", "--", "???", ""})
    void itTakesAWordForNoValueAsNone(String word) {
        assertThat(idle(at(decoder, "n", " " + word))).isEqualTo("no value");
        assertThat(idle(at(decoder, "t", "{\"v\":\"" + word + "\"}"))).isEqualTo("no value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"w\":1}", "[]", "{\"v\":null}"})
    void itTakesNothingFromAMessageThatLacksTheValue(String payload) {
        assertThat(at(decoder, "t", payload)).isInstanceOf(Decoded.Ignored.class);
    }
}
