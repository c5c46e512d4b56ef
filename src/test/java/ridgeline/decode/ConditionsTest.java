package ridgeline.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.decode.Sensors.bytes;

import org.junit.jupiter.api.Test;

/** What is accepted, what is trusted, what is missing, and whose it is. */
class ConditionsTest {
    private static final String PM = "readings: [{quantity: pm25, at: /v, unit: ug/m3}]";

    @Test
    void itReadsOnlyWhatIsAccepted() {
        Entries entries = Entries.of("format: json, accept: {/type: [data, 3, true]}, " + PM);
        assertThat(entries.read("{\"type\":\"data\",\"v\":1}")).containsExactly("s0.pm25=1.0");
        assertThat(entries.read("{\"type\":3.0,\"v\":1}")).containsExactly("s0.pm25=1.0");
        assertThat(entries.read("{\"type\":\"3\",\"v\":1}")).containsExactly("s0.pm25=1.0");
        assertThat(entries.read("{\"type\":true,\"v\":1}")).containsExactly("s0.pm25=1.0");
        assertThat(entries.read("{\"type\":\"event\",\"v\":1}"))
                .containsExactly("[nothing not accepted: /type is 'event']");
        assertThat(entries.read("{\"v\":1}")).containsExactly("[nothing not accepted: /type is not there]");
    }

    @Test
    void itKeepsWhatIsNotTrustedAndFlagsIt() {
        Entries entries = Entries.of("format: json, trust: {/q: [null, 0]}, " + PM);
        assertThat(entries.read("{\"v\":1}")).containsExactly("s0.pm25=1.0");
        assertThat(entries.read("{\"v\":1,\"q\":null}")).containsExactly("s0.pm25=1.0");
        assertThat(entries.read("{\"v\":1,\"q\":0}")).containsExactly("s0.pm25=1.0");
        assertThat(entries.read("{\"v\":1,\"q\":64}")).containsExactly("s0.pm25=1.0 implausible");
    }

    @Test
    void itTellsQuantitiesApartByTheTopic() {
        Entries entries =
                Entries.of("id: 'r-{room}', topic: 'house/{room}/x_{what}/{end#}', format: number, readings: ["
                        + "{quantity: temperature, unit: degC, accept: {'{what}': temp}}, "
                        + "{quantity: humidity, unit: '%', accept: {'{what}': [hum, rh]}}]");
        assertThat(entries.read("house/hall/x_temp/a/b", bytes("21.5"))).containsExactly("r-hall.temperature=21.5");
        assertThat(entries.read("house/hall/x_rh/a", bytes("40"))).containsExactly("r-hall.humidity=40.0");
        assertThat(entries.read("house/hall/x_lux/a", bytes("40"))).containsExactly("[unmatched]");
    }

    @Test
    void itTakesSentinelsAndWordsForNoValue() {
        Entries entries = Entries.of(
                "format: json, missing: [-127, Error*], readings: ["
                        + "{quantity: temperature, at: /t, unit: degC, missing: [85, off]}, {quantity: humidity, at: /h, unit: '%'}]");
        assertThat(entries.read("{\"t\":85.0,\"h\":85}")).containsExactly("s0.humidity=85.0");
        assertThat(entries.read("{\"t\":-127,\"h\":\"-127.0\"}")).containsExactly("[nothing no value]");
        assertThat(entries.read("{\"t\":\"OFF\",\"h\":\"error 17\"}")).containsExactly("[nothing no value]");
        assertThat(entries.read("{\"t\":1,\"h\":\"off\"}"))
                .containsExactly("s0.temperature=1.0", "[flaw /h: text 'off' where a number belongs]");
    }

    @Test
    void itRefusesATemperatureThatCannotBe() {
        Entries entries = Entries.of("format: json, readings: [{quantity: temperature, at: /t, unit: degF}]");
        assertThat(entries.read("{\"t\":-460}"))
                .containsExactly("[refused /t: the temperature is below absolute zero]");
    }

    @Test
    void itNamesTheDeviceFromThePayload() {
        Entries entries = Entries.of("id: 'x-{a}-{b?}-{c}', format: json, capture: {a: [/a, /A], b: /b, c: /c}, " + PM);
        assertThat(entries.read("{\"A\":\"AA:1\",\"b\":2,\"c\":3,\"v\":1}")).containsExactly("x-AA-1-2-3.pm25=1.0");
        assertThat(entries.read("{\"a\":\"门\",\"c\":3,\"v\":1}")).containsExactly("x-u95e8-3.pm25=1.0");
        assertThat(entries.read("{\"a\":1,\"v\":1}"))
                .containsExactly("[refused nothing is there for {c} of the sensor's id]");
    }

    @Test
    void itTakesTheUnitThatThePayloadNames() {
        Entries entries = Entries.of("format: json, readings: [{quantity: temperature, at: /t, "
                + "unit: {at: /u, codes: {'2': K}, otherwise: degC}}]");
        assertThat(entries.read("{\"t\":5}")).containsExactly("s0.temperature=5.0");
        assertThat(entries.read("{\"t\":274.15,\"u\":2}").get(0)).startsWith("s0.temperature=1.0");
        assertThat(entries.read("{\"t\":50,\"u\":\" ℉\"}").get(0)).startsWith("s0.temperature=10.0");
        assertThat(entries.read("{\"t\":50,\"u\":\"bar\"}"))
                .containsExactly("[refused /t: its unit 'bar' is none of temperature]");
    }

    @Test
    void itReadsACommaOnlyWhereItIsConfigured() {
        Entries comma = Entries.of("format: json, decimal: ',', " + PM);
        assertThat(comma.read("{\"v\":\"21,5\"}")).containsExactly("s0.pm25=21.5");
        assertThat(comma.read("{\"v\":\"1.021,5\"}").get(0)).startsWith("[refused");
        assertThat(comma.read("{\"v\":21.5}")).containsExactly("s0.pm25=21.5");
    }
}
