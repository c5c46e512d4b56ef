package ridgeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridgeline.domain.Guard;
import ridgeline.domain.Sensor;
import ridgeline.domain.Site;

/** Entries for payloads that are more than plain pointers, and what a person reads about a wrong one. */
class DialectYamlTest {
    private static final String READINGS = "readings: [{quantity: pm25, at: /v, unit: ug/m3}]";

    private static Read<Site> read(String entry) {
        String text = "venues: [{id: v}]\nsensors:\n  - {id: s, venue: v, topic: 'a/{room}', " + entry + "}\n";
        return ConfigFolder.site("s.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Sensor sensor(String entry) {
        Read<Site> read = read(entry);
        assertThat(read.problems()).isEmpty();
        return read.value().sensors().get(0);
    }

    @Test
    void readsConditionsWithOneValueOrSeveralOrNone() {
        Sensor sensor = sensor("format: json, accept: {/a: x, /b: [1, null, true], '{room}': 0x10}, " + READINGS);
        assertThat(sensor.dialect().accept())
                .containsExactlyInAnyOrder(
                        new Guard("/a", java.util.Set.of("x"), false),
                        new Guard("/b", java.util.Set.of("1", "true"), true),
                        new Guard("{room}", java.util.Set.of("16"), false));
    }

    @Test
    void chainsTimesInTheirOrder() {
        Sensor.TimeSource time = sensor(
                        "format: json, time: [{at: [/a, /b], unit: s}, {at: /c, unit: age_s}], " + READINGS)
                .time();
        assertThat(time.at()).isEqualTo("/a");
        assertThat(time.otherwise().at()).isEqualTo("/b");
        assertThat(time.otherwise().otherwise().unit()).isEqualTo(Sensor.TimeUnitOf.AGE_S);
        assertThat(time.otherwise().otherwise().otherwise()).isNull();
    }

    @Test
    void completesTheTimeThatAFormatCarries() {
        Sensor.TimeSource time = sensor(
                        "format: influx, time: {unit: ms}, readings: [{quantity: pm25, at: v, unit: ug/m3}]")
                .time();
        assertThat(List.of(time.at(), time.unit())).isEqualTo(List.of("time", Sensor.TimeUnitOf.MS));
        Sensor.TimeSource zoned = sensor(
                        "format: hj212, time: {zone: UTC}, readings: [{quantity: pm25, at: a34004, unit: ug/m3}]")
                .time();
        assertThat(List.of(zoned.at(), zoned.pattern())).isEqualTo(List.of("DataTime", "yyyyMMddHHmmss"));
    }

    @Test
    void convertsGasesAtAnotherState() {
        String text = "venues: [{id: v}]\nreference: {kelvin: 273.15}\nsensors:\n  - {id: s, venue: v, topic: a, "
                + "format: json, readings: [{quantity: no2, at: /v, unit: ppb}]}\n";
        Site site = ConfigFolder.site("s.yaml", text.getBytes(StandardCharsets.UTF_8))
                .value();
        assertThat(site.sensors().get(0).channels().get(0).factor())
                .isCloseTo(2.0526, org.assertj.core.data.Offset.offset(1e-3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "accept: {'{floor}': 1} | accept.{floor}: asks for {floor}, which topic does not capture, allowed: {room}",
                "accept: {a: 1} | accept.a: is 1, allowed: a JSON Pointer (RFC 6901) such as /pm25, where ~ is written ~0 and / in a key ~1",
                "accept: 1 | accept: is 1, allowed: keys and values",
                "accept: {/a: {b: 1}} | accept./a: is a set of keys, allowed: a text, a number, true, false, null, or a list of them",
                "capture: {a b: /a} | capture.a b: has a name that is not made of letters, digits and _",
                "capture: {a: '/l[k'} | capture.a: is the text \"/l[k\" ('[' needs its ']' and a literal one is written ~3), allowed: a JSON Pointer (RFC 6901) such as /pm25, where ~ is written ~0 and / in a key ~1",
                "unpack: tar | unpack: is the text \"tar\", allowed: gzip, zlib, base64, hex",
                "decimal: ; | decimal: is the text \";\", allowed: a point or a comma, in quotes",
                "header: true | header: is given, allowed: only with format csv",
                "pattern: x | pattern: is given, allowed: only with format text",
                "checksum: 1 | checksum: is 1, allowed: true or false",
                "time: [] | time: is empty, allowed: one time or a list of them",
                "time: {at: /t, unit: s, earliest: 2015} | time.earliest: is 2015, allowed: a day such as 2015-01-01",
                "pairs: {between: ','} | pairs.key: is missing, allowed: a value",
            })
    void locatesAMistake(String key, String problem) {
        assertThat(read("format: json, " + key + ", " + READINGS).problems())
                .extracting(Problem::toString)
                .anySatisfy(line -> assertThat(line.replaceFirst("s.yaml:3:\\d+: sensors\\[0]\\.", ""))
                        .startsWith(problem.replace("`", "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "format: text, pattern: '(' | pattern: is no regular expression",
                "format: text, pattern: 'x' | pattern: holds no named group, allowed: at least one such as (?P<value>\\S+)",
                "format: text | format: is text, allowed: together with either pattern or pairs",
                "format: csv, separator: ab | separator: is the text \"ab\", allowed: one character",
                "format: xml | format: is the text \"xml\"",
            })
    void locatesAMistakeInAnotherFormat(String keys, String problem) {
        assertThat(read(keys + ", readings: [{quantity: pm25, at: v, unit: ug/m3}]")
                        .problems())
                .extracting(Problem::toString)
                .anySatisfy(line -> assertThat(line.replaceFirst("s.yaml:3:\\d+: sensors\\[0]\\.", ""))
                        .startsWith(problem));
    }

    @Test
    void asksForAUnitUnlessRecordsCarryIt() {
        String readings = ", readings: [{quantity: temperature, at: t}]";
        assertThat(read("format: senml" + readings).problems()).isEmpty();
        assertThat(read("format: sparkplug" + readings).problems()).isEmpty();
        assertThat(read("format: influx" + readings).problems()).hasSize(1);
        assertThat(read("format: json, readings: [{quantity: temperature, at: /t, unit: {at: /u, codes: {F: ug/m3}}}]")
                        .problems())
                .hasSize(1);
    }
}
