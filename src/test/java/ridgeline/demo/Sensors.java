package ridgeline.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.domain.Sensor;
import ridgeline.domain.Words;

/** Sensors as a configuration would describe them. */
final class Sensors {
    private Sensors() {}

    static Sensor json(
            String id, String topic, Sensor.@Nullable TimeSource time, Duration every, Sensor.Channel... channels) {
        return new Sensor(
                id,
                "village",
                new Words(Map.of("en", id)),
                topic,
                Sensor.Format.JSON,
                time,
                every,
                List.of(channels),
                Sensor.State.ACTIVE);
    }

    static Sensor number(String id, String topic, Duration every, Quantity quantity) {
        return new Sensor(
                id,
                "village",
                new Words(Map.of("en", id)),
                topic,
                Sensor.Format.NUMBER,
                null,
                every,
                List.of(channel(quantity, "")),
                Sensor.State.ACTIVE);
    }

    static Sensor.Channel channel(Quantity quantity, String at) {
        return new Sensor.Channel(quantity, at, quantity.unit(), 1, 0, 1, 0, null);
    }

    static Sensor.TimeSource millis(String at) {
        return new Sensor.TimeSource(at, Sensor.TimeUnitOf.MS, null, null);
    }
}
