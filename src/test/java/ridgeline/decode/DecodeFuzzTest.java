package ridgeline.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static ridgeline.decode.Sensors.NOON;
import static ridgeline.decode.Sensors.bytes;
import static ridgeline.decode.Sensors.channel;
import static ridgeline.decode.Sensors.decoder;
import static ridgeline.decode.Sensors.json;
import static ridgeline.decode.Sensors.pattern;
import static ridgeline.decode.Sensors.sensor;
import static ridgeline.decode.Sensors.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Sensor;
import ridgeline.domain.Sensor.Channel;
import ridgeline.domain.Sensor.TimeUnitOf;

/** Whatever the bytes: no exception, no value that is not finite, no long thought. */
class DecodeFuzzTest {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final String[] GOOD = {
        "{\"t\":1764000000123,\"v\":{\"pm25\":12.5,\"x\":[1,2,{\"y\":-3e2}]},\"s\":\"ok\\u00e9\"}",
        "{\"t\":\"2026-11-24T04:00:00.5+08:00\",\"v\":{\"pm25\":1,\"x\":[null,true,{\"y\":0}]}}",
        "{\"t\":1764000000.25,\"v\":{\"pm25\":1e-7,\"x\":[[],{},{\"y\":99999}]},\"n\":null}",
        "[{\"t\":\"20261124120000\"},1,2]",
        "-12.75",
        "3.5e2"
    };
    private static final String[] TOKENS = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "null",
        "NaN",
        "1e999",
        "-",
        "e99999999999",
        "\\u12",
        "\0",
        "0",
        "9",
        "\uFEFF",
        "\uD83D\uDE00",
        ".",
        "1e-99999999999"
    };

    private final Decoder decoder = decoder(sensors());

    private static Sensor[] sensors() {
        Channel[] places = {
            channel(Quantity.PM25, "/v/pm25"),
            channel(Quantity.PM10, "/v/x/2/y"),
            new Channel(Quantity.TEMPERATURE, "/v/x/0", "degF", 1e300, -17, 1e10, 0, null),
            channel(Quantity.CO, "")
        };
        List<Sensor> all = new ArrayList<>();
        for (TimeUnitOf unit : TimeUnitOf.values()) {
            var source = unit == TimeUnitOf.PATTERN ? pattern("yyyyMMddHHmmss", null) : time(unit);
            all.add(json(unit.name(), "t/" + unit.name(), source, places));
        }
        all.add(sensor("n", "t/n", Sensor.Format.NUMBER, null, Sensor.State.ACTIVE, channel(Quantity.CO2, "")));
        all.add(json("all", "t/#", null, places));
        return all.toArray(Sensor[]::new);
    }

    @Test
    void itSurvivesMutatedPayloads() {
        long longest = 0;
        for (int seed = 0; seed < 40_000; seed++) {
            Random random = new Random(seed);
            byte[] payload = bytes(GOOD[random.nextInt(GOOD.length)]);
            int mutations = 1 + random.nextInt(4);
            for (int i = 0; i < mutations; i++) payload = mutated(payload, random);
            longest = Math.max(longest, check(payload, random, seed));
        }
        assertThat(Duration.ofNanos(longest)).isLessThan(LONGEST);
    }

    @Test
    void itSurvivesRandomBytes() {
        long longest = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] payload = new byte[random.nextInt(64)];
            random.nextBytes(payload);
            if (random.nextBoolean() && payload.length > 0) payload[0] = (byte) "{[\"-1".charAt(random.nextInt(5));
            longest = Math.max(longest, check(payload, random, seed));
        }
        assertThat(Duration.ofNanos(longest)).isLessThan(LONGEST);
    }

    private static byte[] mutated(byte[] payload, Random random) {
        int at = payload.length == 0 ? 0 : random.nextInt(payload.length);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(payload, at);
            case 1 -> spliced(payload, at, 0, bytes(TOKENS[random.nextInt(TOKENS.length)]));
            case 2 -> spliced(payload, at, Math.min(payload.length - at, 1 + random.nextInt(4)), new byte[0]);
            case 3 -> spliced(payload, at, Math.min(payload.length - at, 1), new byte[] {(byte) random.nextInt(256)});
            default -> spliced(payload, at, 0, Arrays.copyOfRange(payload, at, Math.min(payload.length, at + 20)));
        };
    }

    private static byte[] spliced(byte[] payload, int at, int cut, byte[] put) {
        byte[] made = new byte[payload.length - cut + put.length];
        System.arraycopy(payload, 0, made, 0, at);
        System.arraycopy(put, 0, made, at, put.length);
        System.arraycopy(payload, at + cut, made, at + put.length, payload.length - at - cut);
        return made;
    }

    private long check(byte[] payload, Random random, int seed) {
        TimeUnitOf[] units = TimeUnitOf.values();
        int which = random.nextInt(units.length + 1);
        String topic = "t/" + (which == units.length ? "n" : units[which].name());
        long before = System.nanoTime();
        Decoded[] decoded = {new Decoded.Unmatched()};
        assertThatCode(() -> decoded[0] = decoder.decode(topic, payload, random.nextInt(8) == 0, NOON))
                .as("seed %d on %s: %s", seed, topic, Arrays.toString(payload))
                .doesNotThrowAnyException();
        long took = System.nanoTime() - before;
        assertThat(decoded[0]).as("seed %d", seed).isNotInstanceOf(Decoded.Unmatched.class);
        if (decoded[0] instanceof Decoded.Readings some) {
            for (Reading reading : some.readings()) {
                assertThat(Double.isFinite(reading.value())).as("seed %d", seed).isTrue();
                assertThat(reading.t()).as("seed %d", seed).isBetween(1_577_836_800_000L, NOON + 300_000);
            }
        }
        return took;
    }
}
