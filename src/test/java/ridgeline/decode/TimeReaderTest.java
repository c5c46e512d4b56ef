package ridgeline.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.decode.Sensors.pattern;
import static ridgeline.decode.Sensors.time;

import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridgeline.domain.Sensor.TimeSource;
import ridgeline.domain.Sensor.TimeUnitOf;

class TimeReaderTest {
    private static OptionalLong number(TimeUnitOf unit, String written) {
        Found found = new Found(1);
        found.number(0, Double.parseDouble(written), written);
        return new TimeReader(time(unit), Sensors.ZONE).read(found, 0, Sensors.NOON);
    }

    private static OptionalLong text(TimeSource source, String written) {
        Found found = new Found(1);
        found.text(0, written);
        return new TimeReader(source, Sensors.ZONE).read(found, 0, Sensors.NOON);
    }

    private static OptionalLong millis(String instant) {
        return OptionalLong.of(Instant.parse(instant).toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "S, 1764000000, 1764000000000",
        "S, 1764000000.123, 1764000000123",
        "S, 1764000000.1239, 1764000000123",
        "S, 1.764e9, 1764000000000",
        "MS, 1764000000123, 1764000000123",
        "MS, 1764000000123.9, 1764000000123",
        "US, 1764000000123999, 1764000000123",
        "NS, 1764000000123999999, 1764000000123",
        "NS, 9223372036854775807, 9223372036854",
        "NS, 9223372036854775808, 9223372036854"
    })
    void itKeepsEveryMillisecondOfANumber(TimeUnitOf unit, String written, long millis) {
        assertThat(number(unit, written)).hasValue(millis);
    }

    @ParameterizedTest
    @CsvSource({
        "S, 1e18",
        "S, 18446745837709",
        "S, 1e-99999999999",
        "NS, 1e-99999999999",
        "US, 0e99999999999",
        "MS, 1e19",
        "S, 1e999"
    })
    void itBelievesNoNumberBeyondAnyClock(TimeUnitOf unit, String written) {
        long year2100 = 4_102_444_800_000L;
        OptionalLong read = number(unit, written);
        assertThat(read.isEmpty() || read.getAsLong() > year2100 || read.getAsLong() == 0)
                .as(read.toString())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T04:00:00Z, 2026-11-24T04:00:00Z",
        "2026-11-24t04:00:00z, 2026-11-24T04:00:00Z",
        "2026-11-24T12:00:00+08:00, 2026-11-24T04:00:00Z",
        "2026-11-24T12:00:00+0800, 2026-11-24T04:00:00Z",
        "2026-11-24T12:00:00+08, 2026-11-24T04:00:00Z",
        "2026-11-24T09:30:00+0530, 2026-11-24T04:00:00Z",
        "2026-11-24T04:00:00+00:00, 2026-11-24T04:00:00Z",
        "2026-11-24 12:00:00+08:00, 2026-11-24T04:00:00Z",
        "2026-11-24T12:00:00, 2026-11-24T04:00:00Z",
        "2026-11-24 12:00, 2026-11-24T04:00:00Z",
        "2026-11-24T04:00:00.5Z, 2026-11-24T04:00:00.500Z",
        "2026-11-24T04:00:00.123456789Z, 2026-11-24T04:00:00.123Z",
        "' 2026-11-24T04:00:00Z ', 2026-11-24T04:00:00Z"
    })
    void itReadsIso8601(String written, String instant) {
        assertThat(text(time(TimeUnitOf.ISO8601), written)).isEqualTo(millis(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-11-24",
                "12:00:00",
                "2026-02-29T00:00:00Z",
                "2026-06-31T00:00:00Z",
                "2026-11-24T25:00:00Z",
                "2026-11-24T04:00:00+19:00",
                "2026-11-24T04:00:00Zx",
                "1764000000000",
                "+999999999-12-31T23:59:59Z0"
            })
    void itRefusesWhatIsNoIso8601Time(String written) {
        assertThat(text(time(TimeUnitOf.ISO8601), written)).isEmpty();
    }

    @Test
    void itReadsATimeWithoutZoneInTheSensorsZone() {
        TimeSource utc = new TimeSource("/t", TimeUnitOf.ISO8601, null, ZoneId.of("UTC"));
        assertThat(text(utc, "2026-11-24T04:00:00")).isEqualTo(millis("2026-11-24T04:00:00Z"));
        assertThat(text(utc, "2026-11-24T12:00:00+08:00")).isEqualTo(millis("2026-11-24T04:00:00Z"));
        assertThat(text(pattern("yyyyMMddHHmmss", "Europe/Paris"), "20260724060000"))
                .isEqualTo(millis("2026-07-24T04:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "yyyyMMddHHmmss, 20261124120000",
        "uuuuMMddHHmmss, 20261124120000",
        "yyyyMMddHHmmssSSS, 20261124120000000",
        "yyyy-MM-dd HH:mm:ss, 2026-11-24 12:00:00",
        "yyyy-MM-dd HH:mm, 2026-11-24 12:00",
        "yy/M/d H:mm, 26/11/24 12:00",
        "yyyy'y'MM'm'dd HH:mm, 2026y11m24 12:00",
        "yyyy年MM月dd日 HH时mm分ss秒, 2026年11月24日 12时00分00秒",
        "dd MMM yyyy hh:mm a, 24 Nov 2026 12:00 PM",
        "yyyy-MM-dd HH:mm:ssxx, 2026-11-24 04:00:00+0000",
        "yyyy-MM-dd HH:mm:ss VV, 2026-11-24 05:00:00 Europe/Paris"
    })
    void itReadsPatternsAsPeopleWriteThem(String pattern, String written) {
        assertThat(text(pattern(pattern, null), written)).isEqualTo(millis("2026-11-24T04:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "yyyyMMddHHmmss, 20260631120000",
        "yyyyMMddHHmmss, 20260229120000",
        "yyyyMMddHHmmss, 20261324120000",
        "yyyyMMddHHmmss, 20261124246000",
        "yyyyMMddHHmmss, 2026112412000",
        "yyyyMMddHHmmss, 202611241200000",
        "yyyy-MM-dd, 2026-11-24",
        "HH:mm:ss, 12:00:00"
    })
    void itRefusesDaysThatDoNotExistAndTimesThatAreNotWhole(String pattern, String written) {
        assertThat(text(pattern(pattern, null), written)).isEmpty();
    }

    @Test
    void itReadsAPatternFromANumberAsWritten() {
        Found found = new Found(1);
        found.number(0, 20261124120000d, "20261124120000");
        assertThat(new TimeReader(pattern("yyyyMMddHHmmss", null), Sensors.ZONE).read(found, 0, Sensors.NOON))
                .isEqualTo(millis("2026-11-24T04:00:00Z"));
    }
}
