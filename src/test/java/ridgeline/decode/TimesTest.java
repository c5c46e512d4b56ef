package ridgeline.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a reading was taken, from all the places where devices say so. */
class TimesTest {
    private static Entries time(String time) {
        return Entries.of("format: json, time: " + time + ", readings: [{quantity: pm25, at: /v, unit: ug/m3}]");
    }

    @Test
    void itTriesTimesInTurn() {
        Entries entries = time("[{at: /e, unit: s}, {at: [/l, /m], unit: iso8601, zone: UTC}]");
        assertThat(entries.read("{\"v\":1,\"e\":1795492799,\"l\":\"2026-11-24T03:00:00\"}"))
                .containsExactly("s0.pm25=1.0@-1.0");
        assertThat(entries.read("{\"v\":1,\"e\":188,\"l\":\"2026-11-24T03:59:00\"}"))
                .containsExactly("s0.pm25=1.0@-60.0");
        assertThat(entries.read("{\"v\":1,\"l\":\"?\",\"m\":\"2026-11-24T03:58:00\"}"))
                .containsExactly("s0.pm25=1.0@-120.0");
        assertThat(entries.read("{\"v\":1,\"e\":188}")).containsExactly("s0.pm25=1.0 suspect_clock");
    }

    @Test
    void itReadsAges() {
        assertThat(time("{at: /a, unit: age_s}").read("{\"v\":1,\"a\":\"72\"}")).containsExactly("s0.pm25=1.0@-72.0");
        assertThat(time("{at: /a, unit: age_ms}").read("{\"v\":1,\"a\":1500}")).containsExactly("s0.pm25=1.0@-1.5");
    }

    @Test
    void itReadsCountsInTextsAndTheEndOfAnInterval() {
        assertThat(time("{at: /t, unit: s}").read("{\"v\":1,\"t\":\"1795492799.5\"}"))
                .containsExactly("s0.pm25=1.0@-0.5");
        assertThat(time("{at: /t, unit: iso8601}")
                        .read("{\"v\":1,\"t\":\"2026-11-24T03:50:00Z/2026-11-24T03:55:00Z\"}"))
                .containsExactly("s0.pm25=1.0@-300.0");
    }

    @Test
    void itUsesATimeOnlyWhereItIsAccepted() {
        Entries entries = time("{at: /t, unit: s, accept: {/synch: 1}}");
        assertThat(entries.read("{\"v\":1,\"t\":1795492799,\"synch\":1}")).containsExactly("s0.pm25=1.0@-1.0");
        assertThat(entries.read("{\"v\":1,\"t\":1795492799,\"synch\":0}")).containsExactly("s0.pm25=1.0 suspect_clock");
    }

    @Test
    void itBelievesOldTimesWhereThatIsConfigured() {
        assertThat(time("{at: /t, unit: s, earliest: 2015-01-01}")
                        .read("{\"v\":1,\"t\":1451606400}")
                        .get(0))
                .endsWith(" late");
        assertThat(time("{at: /t, unit: s}").read("{\"v\":1,\"t\":1451606400}"))
                .containsExactly("s0.pm25=1.0 suspect_clock");
    }

    @Test
    void itKnowsNoTimeInTheHourThatClocksLeaveOut() {
        Entries entries = time("{at: /t, unit: iso8601, zone: Europe/Berlin}");
        assertThat(entries.read("{\"v\":1,\"t\":\"2026-03-29T02:30:00\"}"))
                .containsExactly("s0.pm25=1.0 suspect_clock");
        assertThat(entries.read("{\"v\":1,\"t\":\"2026-10-25T02:30:00\"}").get(0))
                .endsWith(" late");
    }

    @Test
    void itGivesAReadingATimeOfItsOwn() {
        Entries entries = Entries.of("format: json, time: {at: /t, unit: s}, readings: ["
                + "{quantity: pm25, at: /a, unit: ug/m3}, "
                + "{quantity: pm10, at: /b, unit: ug/m3, time: {at: /u, unit: s}}]");
        assertThat(entries.read("{\"a\":1,\"b\":2,\"t\":1795492799,\"u\":1795492798}"))
                .containsExactly("s0.pm25=1.0@-1.0", "s0.pm10=2.0@-2.0");
    }
}
