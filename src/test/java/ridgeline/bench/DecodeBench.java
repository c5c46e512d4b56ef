package ridgeline.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import ridgeline.decode.Decoded;
import ridgeline.decode.Decoder;
import ridgeline.domain.Quantity;
import ridgeline.domain.Sensor;
import ridgeline.domain.Site;
import ridgeline.domain.Words;

/** What it costs to read one JSON payload of 120 bytes with two readings and a time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DecodeBench {
    private static final long ARRIVED = 1_795_600_000_000L;

    private final Decoder decoder =
            new Decoder(new Site(List.of(), List.of(sensor("mast", "site/mast"))), ZoneId.of("Asia/Shanghai"));
    private final byte[] payload =
            "{\"id\":\"mast-0017\",\"fw\":\"2.4.1\",\"ts\":1795599999000,\"temperature\":-12.25,\"humidity\":63.5,\"battery\":87,\"rssi\":-71,\"ok\":true}"
                    .getBytes(StandardCharsets.UTF_8);

    static Sensor sensor(String id, String topic) {
        return new Sensor(
                id,
                "venue",
                new Words(Map.of("en", id)),
                topic,
                Sensor.Format.JSON,
                new Sensor.TimeSource("/ts", Sensor.TimeUnitOf.MS, null, null),
                Duration.ofSeconds(1),
                List.of(
                        new Sensor.Channel(Quantity.TEMPERATURE, "/temperature", "degC", 1, 0, 1, 0, null),
                        new Sensor.Channel(Quantity.HUMIDITY, "/humidity", "%", 1, 0, 1, 0, null)),
                Sensor.State.ACTIVE);
    }

    @Benchmark
    public Decoded json() {
        return decoder.decode("site/mast", payload, false, ARRIVED);
    }
}
