package ridgeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridgeline.domain.Quantity;
import ridgeline.domain.Sensor;
import ridgeline.domain.Site;
import ridgeline.domain.Venue;

class SensorsYamlTest {
    private static final String GOOD = """
            venues:
              - {id: genting}
            sensors:
              - id: air
                venue: genting
                topic: a/air
                format: json
                readings:
                  - {quantity: pm25, at: /pm25, unit: ug/m3}
            """;

    private static Read<Site> read(String text) {
        return ConfigFolder.site("s.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> said(String text) {
        return read(text).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void readsTheExample() throws IOException {
        Read<Site> read = read(ConfigFolderTest.resource("sensors.yaml"));
        assertThat(read.problems()).isEmpty();
        Venue venue = read.value().venues().get(0);
        assertThat(venue.name().byLanguage())
                .isEqualTo(Map.of("zh", "云顶滑雪公园", "en", "Genting Snow Park", "fr", "Parc à neige de Genting"));
        assertThat(venue.latitude()).isEqualTo(40.9586);
        assertThat(venue.longitude()).isEqualTo(115.4217);
        assertThat(venue.profile()).isEqualTo("competition");
        Sensor sensor = read.value().sensors().get(0);
        assertThat(sensor.id()).isEqualTo("genting-air-1");
        assertThat(sensor.venueId()).isEqualTo("genting");
        assertThat(sensor.topic()).isEqualTo("chongli/genting/air/1");
        assertThat(sensor.format()).isEqualTo(Sensor.Format.JSON);
        assertThat(sensor.time()).isEqualTo(new Sensor.TimeSource("/ts", Sensor.TimeUnitOf.MS, null, null));
        assertThat(sensor.every()).isEqualTo(Duration.ofSeconds(5));
        assertThat(sensor.state()).isEqualTo(Sensor.State.ACTIVE);
        Sensor.Channel temperature = sensor.channels().get(1);
        assertThat(temperature.quantity()).isEqualTo(Quantity.TEMPERATURE);
        assertThat(temperature.canonical(14)).isCloseTo(-10, within(1e-12));
        assertThat(temperature.range()).isEqualTo(new Sensor.Range(-50, 60));
    }

    @Test
    void namesWhatHasNoNameByItsIdAndTakesItAsActive() {
        Site site = read(GOOD).value();
        assertThat(site.venues().get(0).name().in("fr")).isEqualTo("genting");
        assertThat(site.sensors().get(0).name().in("zh")).isEqualTo("air");
        assertThat(site.sensors().get(0).state()).isEqualTo(Sensor.State.ACTIVE);
        assertThat(site.sensors().get(0).every()).isNull();
    }

    @Test
    void takesTheUnitOneWithOrWithoutQuotes() {
        for (String one : List.of("1", "\"1\""))
            assertThat(said(GOOD.replace("pm25, at", "ph, at").replace("ug/m3", one)))
                    .isEmpty();
    }

    @Test
    void readsASensorForManyDevices() {
        String text = GOOD.replace("id: air", "id: air-{device}").replace("a/air", "chongli/+/{device}/#");
        assertThat(said(text)).isEmpty();
        assertThat(read(text).value().sensors().get(0).id()).isEqualTo("air-{device}");
    }

    @Test
    void readsANumberAndAPatternedTime() {
        String number = GOOD.replace("json", "number").replace("at: /pm25, ", "");
        assertThat(read(number).value().sensors().get(0).channels().get(0).at()).isEmpty();
        String time =
                "format: json\n    time: {at: /d~1t, unit: pattern, pattern: yyyyMMddHHmmss, zone: Asia/Shanghai}";
        assertThat(said(GOOD.replace("format: json", time))).isEmpty();
        String zoned = "format: json\n    time: {at: /t, unit: pattern, pattern: \"yyyyMMdd'T'HHmmssXXX\"}";
        assertThat(said(GOOD.replace("format: json", zoned))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{id: genting} | {id: genting, location: [115.4, 40.9]} | 2:30: venues[0].location[0]: is 115.4, allowed: a number from -90 to 90",
                "{id: genting} | {id: genting, location: [40.9]} | 2:29: venues[0].location: is a list, allowed: [latitude, longitude] in degrees, WGS 84",
                "{id: genting} | {id: genting, name: {de: Hallo}} | 2:26: venues[0].name.de: is not a known key, allowed: zh, en, fr",
                "{id: genting} | {id: genting, kind: section} | 2:19: venues[0].kind: is not a known key, allowed: id, name, location, altitude, profile, classes, slope",
                "id: air | id: Air | 4:9: sensors[0].id: is the text \"Air\", allowed: up to 128 of a-z 0-9 _ -, the first a letter or digit, and {captures} of the topic",
                "id: air | id: 7 | 4:9: sensors[0].id: is 7, allowed: up to 128 of a-z 0-9 _ -, the first a letter or digit, and {captures} of the topic (text that looks like a number or true/false needs quotes)",
                "id: air | id: air-{n} | 4:9: sensors[0].id: uses {n}, which neither topic nor capture names, allowed: no capture, for topic has none",
                "venue: genting | venue: gentign | 5:12: sensors[0].venue: is the text \"gentign\"; did you mean genting?, allowed: the id of a venue in this file (genting)",
                "a/air | a/#/air | 6:12: sensors[0].topic: is the text \"a/#/air\", allowed: +, # (last) and {capture#} (once) only as a whole level; {capture} (letters, digits, _) with text between two",
                "a/air | a/air+ | 6:12: sensors[0].topic: is the text \"a/air+\", allowed: +, # (last) and {capture#} (once) only as a whole level; {capture} (letters, digits, _) with text between two",
                "a/air | a/{m}{n} | 6:12: sensors[0].topic: is the text \"a/{m}{n}\", allowed: +, # (last) and {capture#} (once) only as a whole level; {capture} (letters, digits, _) with text between two",
                "a/air | a/{n}/{n} | 6:12: sensors[0].topic: is the text \"a/{n}/{n}\", allowed: each {capture} once",
                "a/air | $share/g/a | 6:12: sensors[0].topic: is a shared subscription, allowed: a filter of its own (a share would miss messages)",
                "a/air | \"a\\0b\" | 6:12: sensors[0].topic: is the text \"a\\u0000b\", allowed: text, on one line without control characters",
                "format: json | format: text | 7:13: sensors[0].format: is text, allowed: together with either pattern or pairs",
                "format: json | format: jsno | 7:13: sensors[0].format: is the text \"jsno\"; did you mean json?, allowed: json, number, text, csv, influx, senml, sparkplug, hj212, bytes",
                "format: json | format: number | 9:30: sensors[0].readings[0].at: is given, allowed: nothing, for with format number the payload is the value",
                "format: json | {format: json | 8:13: document: is not YAML (while scanning a simple key: could not find expected ':'), allowed: YAML 1.2",
                "pm25, at: /pm25 | pm2.5, at: /pm25 | 9:20: sensors[0].readings[0].quantity: is the text \"pm2.5\"; did you mean pm25?, allowed: pm25, pm10",
                "at: /pm25 | at: pm25 | 9:30: sensors[0].readings[0].at: is the text \"pm25\", allowed: a JSON Pointer (RFC 6901) such as /pm25, where ~ is written ~0 and / in a key ~1",
                "at: /pm25 | at: /a~5 | 9:30: sensors[0].readings[0].at: is the text \"/a~5\", allowed: a JSON Pointer (RFC 6901) such as /pm25, where ~ is written ~0 and / in a key ~1",
                "at: /pm25, | ` ` | 9:9: sensors[0].readings[0].at: is missing, allowed: a value",
                "ug/m3 | degC | 9:43: sensors[0].readings[0].unit: is the text \"degC\", allowed: ug/m3, mg/m3, ng/m3 or a UCUM code that converts to ug/m3 for pm25",
                "ug/m3 | % | 9:43: document: is not YAML (while scanning for the next token: found character '%' that cannot start any token), allowed: YAML 1.2 (text that starts with a sign such as % or @ needs quotes)",
                "ug/m3 | ug/m3, range: [5, 5] | 9:57: sensors[0].readings[0].range: goes from 5 to 5, allowed: [low, high] in ug/m3 with low below high",
                "ug/m3 | ug/m3, range: [5] | 9:57: sensors[0].readings[0].range: is a list, allowed: [low, high] in ug/m3",
                "ug/m3 | ug/m3, scale: 0 | 9:57: sensors[0].readings[0].scale: is 0, allowed: a number other than 0",
                "ug/m3 | ug/m3, scale: \"2\" | 9:57: sensors[0].readings[0].scale: is the text \"2\", allowed: a number without quotes",
            })
    void locatesAMistake(String good, String bad, String problem) {
        assertThat(said(GOOD.replace(good, bad)))
                .anySatisfy(line -> assertThat(line).startsWith("s.yaml:" + problem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "every: 5 | every: is 5, allowed: an ISO 8601 duration over zero and up to P366D, for example PT5S or PT1M",
                "state: off | state: is the text \"off\", allowed: active, maintenance, retired",
                "time: {at: /t, unit: sec} | time.unit: is the text \"sec\", allowed: s, ms, us, ns, iso8601, pattern, age_s, age_ms",
                "time: {unit: s} | time.at: is missing, allowed: a value",
                "time: {at: /t} | time.unit: is missing, allowed: a value",
                "time: {at: /t, unit: s, zone: UTC} | time.zone: is given, allowed: only with unit iso8601 or pattern (a count of seconds has no zone)",
                "time: {at: /t, unit: s, pattern: yyyy} | time.pattern: is given, allowed: only with unit pattern",
                "time: {at: /t, unit: pattern} | time.pattern: is missing, allowed: a value",
                "time: {at: /t, unit: pattern, pattern: bad, zone: UTC} | time.pattern: is the text \"bad\", allowed: a pattern of Java's DateTimeFormatter such as yyyyMMddHHmmss",
                "time: {at: /t, unit: pattern, pattern: yyyy} | time.zone: is missing, allowed: a time zone such as Asia/Shanghai, for the pattern holds none",
            })
    void locatesAMistakeInAnOptionalKey(String line, String problem) {
        assertThat(said(GOOD.replace("format: json", "format: json\n    " + line)))
                .singleElement()
                .asString()
                .matches("s\\.yaml:8:\\d+: sensors\\[0]\\..*")
                .endsWith("sensors[0]." + problem);
    }

    @Test
    void namesTheLineOfTheFirstWhenSomethingIsGivenTwice() {
        String sensor = GOOD.substring(GOOD.indexOf("  - id: air"));
        assertThat(said(GOOD.replace("  - {id: genting}\n", "  - {id: genting}\n  - {id: genting}\n")
                        + sensor
                        + "      - {quantity: pm25, at: /pm25, unit: ug/m3}\n"))
                .containsExactly(
                        "s.yaml:3:10: venues[1].id: is the text \"genting\" again, first in line 2, allowed: each id once",
                        "s.yaml:11:9: sensors[1].id: is the text \"air\" again, first in line 5, allowed: each id once",
                        "s.yaml:17:20: sensors[1].readings[1].quantity: is the text \"pm25\" again from the same place, "
                                + "first in line 16, allowed: another place, or other conditions; the first that is there "
                                + "counts");
    }

    @Test
    void takesIdsThatDifferOnlyInTheNamesOfCapturesAsOne() {
        String sensor = GOOD.substring(GOOD.indexOf("  - id: air"));
        String text = GOOD.replace("id: air", "id: air-{a}").replace("a/air", "x/{a}")
                + sensor.replace("id: air", "id: air-{b}").replace("a/air", "y/{b}");
        assertThat(said(text))
                .containsExactly("s.yaml:10:9: sensors[1].id: is the text \"air-{b}\" again, first in line 4, "
                        + "allowed: each id once");
    }

    @Test
    void reportsEveryMistakeInOneGo() {
        StringBuilder text = new StringBuilder("venues: [{id: genting}]\nsensors:\n");
        for (int i = 0; i < 50; i++)
            text.append(
                    "  - {id: S%d, venue: nowhere, topic: a/#/b, format: xml, every: 5, readings: []}\n".formatted(i));
        assertThat(said(text.toString())).hasSize(50 * 6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "/",
                "a//b",
                "+",
                "#",
                "+/+/#",
                "/{a}/+",
                "{a}",
                "a/x{n}",
                "a_{b}_{c}",
                "{a#}/b",
                "a/{b#}",
                "雪场/空气",
                "$SYS/x",
                "a b/c"
            })
    void takesEveryFilterOfMqtt(String topic) {
        assertThat(said(GOOD.replace("a/air", "\"" + topic + "\""))).isEmpty();
    }
}
