package ridgeline.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Line protocol, columns, patterns, pairs and SenML. */
class TextFormatsTest {
    private static final String V = "readings: [{quantity: pm25, at: v, unit: ug/m3}]";

    @Test
    void itReadsLineProtocol() {
        Entries entries = Entries.of("id: 'x-{d?}', format: influx, capture: {d: d}, " + V);
        assertThat(entries.read("m,d=a\\ b,e=1 s=\"v=1 \\\" x\",v=2.5,b=t 1795492799000000000"))
                .containsExactly("x-a-b.pm25=2.5@-1.0");
        assertThat(entries.read("m v=3i\r\n\n# v=4\nm v=5u")).containsExactly("x.pm25=3.0", "x.pm25=5.0");
        assertThat(entries.read("m v=true").get(0)).startsWith("[refused v: not a number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m",
                "m v",
                "m v=",
                "m v=x",
                "m v=1 y",
                "m,a v=1",
                "m v=1 1 1",
                ",a=1 v=1",
                "m v=\"a",
                "m  ",
                ":00"
            })
    void itRefusesWhatIsNoLineProtocol(String line) {
        assertThat(Entries.of("format: influx, " + V).read(line).get(0)).startsWith("[refused not line protocol");
    }

    @Test
    void itReadsColumnsByNameAndByNumber() {
        Entries named = Entries.of("format: csv, header: true, " + V);
        assertThat(named.read("a,v\r\n1,2\r\n\r\n3,\"4\"\r\n5\r\n")).containsExactly("s0.pm25=2.0", "s0.pm25=4.0");
        Entries counted = Entries.of("format: csv, separator: tab, readings: [{quantity: pm25, at: 2, unit: ug/m3}]");
        assertThat(counted.read("a\t 7 \tb")).containsExactly("s0.pm25=7.0");
        assertThat(counted.read("a").get(0)).startsWith("[nothing none of");
    }

    @Test
    void itReadsTheNamedGroupsOfAPattern() {
        Entries entries = Entries.of("format: text, pattern: ['T=(?P<v>\\S+) C', '(?P<v>[0-9]+)'], " + V);
        assertThat(entries.read("T=2.5 C\n")).containsExactly("s0.pm25=2.5");
        assertThat(entries.read("17")).containsExactly("s0.pm25=17.0");
        assertThat(entries.read("T=2.5 F")).containsExactly("[refused text 'T=2.5 F' does not match the pattern]");
        assertThat(entries.read("T=nan C")).containsExactly("[nothing no value]");
    }

    @Test
    void itReadsPairs() {
        Entries entries =
                Entries.of("format: text, pairs: {between: ';', key: ':'}, time: {at: t, unit: iso8601}, " + V);
        assertThat(entries.read("{t:2026-11-24T03:59:00Z; v : 5 ;x}")).containsExactly("s0.pm25=5.0@-60.0");
        assertThat(entries.read("nothing").get(0)).startsWith("[refused text 'nothing' holds no pair");
    }

    @Test
    void itResolvesSenml() {
        Entries entries = Entries.of("id: 'x-{d}', format: senml, capture: {d: bn}, readings: ["
                + "{quantity: temperature, at: t1}, {quantity: humidity, at: v, accept: {u: '%RH'}}]");
        assertThat(entries.read("[{\"bn\":\"a:\",\"bt\":1795492700,\"bu\":\"Cel\",\"n\":\"t1\",\"v\":4},"
                        + "{\"n\":\"t1\",\"t\":60,\"bv\":10,\"v\":5},{\"n\":\"z\",\"u\":\"%RH\",\"v\":30}]"))
                .containsExactly(
                        "x-a-.temperature=4.0@-100.0", "x-a-.temperature=15.0@-40.0", "x-a-.humidity=40.0@-100.0");
        assertThat(entries.read(
                        "[{\"bn\":\"a\",\"n\":\"t1\",\"u\":\"Cel\",\"t\":-5,\"v\":4},{\"n\":\"on\",\"vb\":true}]"))
                .containsExactly("x-a.temperature=4.0@-5.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"u\":\"Cel\",\"v\":1}]",
                "[{\"n\":\"_x\",\"v\":1}]",
                "[{\"bver\":11,\"n\":\"x\",\"v\":1}]",
                "[{\"n\":\"x\",\"v\":1,\"new_\":1}]",
                "{\"n\":\"x\",\"v\":1}",
                "[1]",
                "[{\"n\":\"x\",\"v\":1}",
                "\"x\""
            })
    void itRefusesWhatIsNoSenml(String pack) {
        assertThat(Entries.of("format: senml, readings: [{quantity: temperature, at: x}]")
                        .read(pack)
                        .get(0))
                .startsWith("[refused not");
    }
}
