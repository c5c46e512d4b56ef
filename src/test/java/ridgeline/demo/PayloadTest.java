package ridgeline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import ridgeline.domain.Quantity;
import ridgeline.domain.Sensor;
import ridgeline.domain.Sensor.TimeSource;
import ridgeline.domain.Sensor.TimeUnitOf;

class PayloadTest {
    private static final long T = Instant.parse("2027-02-10T01:15:05Z").toEpochMilli();

    @Test
    void itPutsValuesWhereThePointersPoint() {
        Sensor sensor = Sensors.json(
                "a",
                "a",
                Sensors.millis("/head/ts"),
                Duration.ofSeconds(5),
                Sensors.channel(Quantity.PM25, "/list/0/value"),
                Sensors.channel(Quantity.PM10, "/list/1/value"),
                Sensors.channel(Quantity.CO, "/pm2~15 \"x\""));
        assertThat(Payload.of(sensor).text(T, new double[] {12, 20.5, 0.0004}))
                .isEqualTo("{\"head\":{\"ts\":" + T + "},\"list\":[{\"value\":12},{\"value\":20.5}],"
                        + "\"pm2/5 \\\"x\\\"\":0.00040}");
    }

    @Test
    void itWritesItsTimeInTheConfiguredForm() {
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        assertThat(time(new TimeSource("/t", TimeUnitOf.S, null, null))).isEqualTo("1802222105");
        assertThat(time(new TimeSource("/t", TimeUnitOf.US, null, null))).isEqualTo("1802222105000000");
        assertThat(time(new TimeSource("/t", TimeUnitOf.NS, null, null))).isEqualTo("1802222105000000000");
        assertThat(time(new TimeSource("/t", TimeUnitOf.ISO8601, null, null))).isEqualTo("\"2027-02-10T01:15:05Z\"");
        assertThat(time(new TimeSource("/t", TimeUnitOf.ISO8601, null, shanghai)))
                .isEqualTo("\"2027-02-10T09:15:05\"");
        assertThat(time(new TimeSource("/t", TimeUnitOf.PATTERN, "uuuuMMddHHmmss", shanghai)))
                .isEqualTo("\"20270210091505\"");
    }

    @Test
    void itIsThePlainNumberForFormatNumber() {
        Sensor sensor = Sensors.number("a", "a", Duration.ofSeconds(5), Quantity.NOISE);
        assertThat(Payload.of(sensor).text(T, new double[] {52.4})).isEqualTo("52.4");
    }

    private static String time(TimeSource source) {
        Sensor sensor = Sensors.json("a", "a", source, Duration.ofSeconds(5), Sensors.channel(Quantity.NOISE, "/v"));
        String text = Payload.of(sensor).text(T, new double[] {1});
        return text.substring("{\"t\":".length(), text.indexOf(",\"v\""));
    }
}
