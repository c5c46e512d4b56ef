package ridgeline.decode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Sensor;
import ridgeline.domain.Sensor.Channel;
import ridgeline.domain.Sensor.Range;
import ridgeline.domain.Sensor.TimeSource;
import ridgeline.domain.Sensor.TimeUnitOf;
import ridgeline.domain.Site;
import ridgeline.domain.Words;

/** Words to configure sensors and to ask a decoder with; everything arrives at noon of Shanghai. */
final class Sensors {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final long NOON = Instant.parse("2026-11-24T04:00:00Z").toEpochMilli();

    private Sensors() {}

    static Decoder decoder(Sensor... sensors) {
        return new Decoder(new Site(List.of(), List.of(sensors)), ZONE);
    }

    static Sensor json(String id, String topic, @Nullable TimeSource time, Channel... channels) {
        return sensor(id, topic, Sensor.Format.JSON, time, Sensor.State.ACTIVE, channels);
    }

    static Sensor sensor(
            String id,
            String topic,
            Sensor.Format format,
            @Nullable TimeSource time,
            Sensor.State state,
            Channel... channels) {
        Words name = new Words(Map.of("en", id));
        return new Sensor(id, "genting", name, topic, format, time, Duration.ofSeconds(5), List.of(channels), state);
    }

    static Channel channel(Quantity quantity, String at) {
        return new Channel(quantity, at, quantity.unit(), 1, 0, 1, 0, null);
    }

    static Channel ranged(Quantity quantity, String at, double low, double high) {
        return new Channel(quantity, at, quantity.unit(), 1, 0, 1, 0, new Range(low, high));
    }

    static TimeSource time(TimeUnitOf unit) {
        return new TimeSource("/t", unit, null, null);
    }

    static TimeSource pattern(String pattern, @Nullable String zone) {
        return new TimeSource("/t", TimeUnitOf.PATTERN, pattern, zone == null ? null : ZoneId.of(zone));
    }

    static Decoded at(Decoder decoder, String topic, String payload) {
        return decoder.decode(topic, bytes(payload), false, NOON);
    }

    static Decoded retained(Decoder decoder, String topic, String payload) {
        return decoder.decode(topic, bytes(payload), true, NOON);
    }

    static byte[] bytes(String payload) {
        return payload.getBytes(StandardCharsets.UTF_8);
    }

    static List<Reading> readings(Decoded decoded) {
        if (decoded instanceof Decoded.Readings some) return some.readings();
        throw new AssertionError("no readings but " + decoded);
    }

    static Reading reading(Decoded decoded) {
        List<Reading> all = readings(decoded);
        if (all.size() != 1) throw new AssertionError("not one reading but " + all);
        return all.get(0);
    }

    static Stream<String> shown(Decoded decoded) {
        return readings(decoded).stream().map(one -> one.series().id() + "=" + one.value());
    }

    static String idle(Decoded decoded) {
        if (decoded instanceof Decoded.Ignored ignored) return ignored.reason();
        throw new AssertionError("not ignored but " + decoded);
    }

    static String reason(Decoded decoded) {
        if (decoded instanceof Decoded.Rejected rejected) return rejected.reason();
        throw new AssertionError("not rejected but " + decoded);
    }
}
