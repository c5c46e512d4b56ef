package ridgeline.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ridgeline.config.ConfigFolder;
import ridgeline.config.Read;
import ridgeline.domain.Reading;
import ridgeline.domain.Site;

/** Whatever the bytes, in any format: no exception, no value that is not finite, no long thought. */
class FormatsFuzzTest {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int SEEDS = Integer.getInteger("seeds", 40_000);

    private static final String SENSORS = """
            venues: [{id: v}]
            sensors:
              - {id: "tree-{a?}", venue: v, topic: tree, format: json, capture: {a: "/*#"}, accept: {"/*/ok": [null, true, 1]},
                 time: [{at: "/*/t", unit: iso8601}, {at: "/t/*", unit: s}, {at: "/*#", unit: age_s}],
                 readings: [{quantity: pm25, at: ["/*/v", "/*/*/v", "/l[k=a]/v", "/*/[/n=b]"], unit: {at: "/*/u", otherwise: ug/m3}},
                            {quantity: co2, at: "/h<hex 1 s16>", unit: ppm}, {quantity: pm10, at: "/b<base64 0 f32le & 7>", unit: ug/m3}]}
              - {id: text, venue: v, topic: text, format: text, pattern: ["(?P<t>[^:]*):(?P<v>.*)", "(?P<v>(a*)*)b"], time: {at: t, unit: s},
                 readings: [{quantity: pm25, at: v, unit: ug/m3}]}
              - {id: pairs, venue: v, topic: text, format: text, pairs: {between: ";", key: "="}, decimal: ",",
                 readings: [{quantity: pm10, at: v, unit: ug/m3}]}
              - {id: csv, venue: v, topic: text, format: csv, header: true, time: {at: t, unit: pattern, pattern: yyyyMMddHHmmss, zone: UTC},
                 readings: [{quantity: pm10, at: v, unit: ug/m3}, {quantity: pm25, at: 2, unit: ug/m3, accept: {"1": x}}]}
              - {id: "influx-{d?}", venue: v, topic: text, format: influx, capture: {d: d}, readings: [{quantity: pm25, at: v, unit: ug/m3}]}
              - {id: "senml-{d?}", venue: v, topic: senml, format: senml, capture: {d: [bn, n]}, readings: [{quantity: temperature, at: v}]}
              - {id: "spb-{d}", venue: v, topic: "spBv1.0/g/+/{d#}", format: sparkplug, readings: [{quantity: temperature, at: value}]}
              - {id: "hj-{m?}", venue: v, topic: hj, format: hj212, capture: {m: MN}, checksum: false, readings: [{quantity: pm25, at: a34004, unit: ug/m3}]}
              - {id: hjs, venue: v, topic: hj, format: hj212, readings: [{quantity: pm25, at: a34004, unit: ug/m3}]}
              - {id: bytes, venue: v, topic: bytes, format: bytes, readings: [{quantity: pm25, at: "<2 f64>", unit: ug/m3}]}
              - {id: modbus, venue: v, topic: bytes, format: bytes, checksum: true, readings: [{quantity: pm25, at: "<3 s32le>", unit: ug/m3}]}
              - {id: packed, venue: v, topic: packed, format: json, unpack: [gzip, base64], readings: [{quantity: pm25, at: /v, unit: ug/m3}]}
              - {id: zlib, venue: v, topic: packed, format: json, unpack: zlib, readings: [{quantity: pm25, at: /v, unit: ug/m3}]}
            """;

    private static final List<byte[]> GOOD = List.of(
            text(
                    "{\"a\":{\"v\":1.5,\"t\":\"2026-11-24T03:59:00Z\",\"u\":\"mg/m3\",\"ok\":true},\"l\":[{\"k\":\"a\",\"v\":2}]}"),
            text("[{\"v\":\"3\",\"t\":1795492790},{\"v\":null}]"),
            text("{\"n\":[\"a\",\"b\"],\"c\":[1,2],\"h\":\"00FF7A\",\"b\":\"AAECAwQ=\"}"),
            text("1795492790.5:-3.25"),
            text("t=1;v=3,5;x"),
            text("t,v\n20261124115900,5\nx,\"6\"\n"),
            text("m,d=a\\ b v=1.5,s=\"x\\\"y\",b=true,i=3i 1795492790000000000\n# c\n"),
            text(
                    "[{\"bn\":\"a:\",\"bt\":1795492740,\"bu\":\"Cel\",\"v\":4},{\"n\":\"x\",\"t\":-3,\"bv\":1,\"vs\":\"q\"}]"),
            hex("81a42162613a006474656d70016343656c02f94d58"),
            hex("08d0f78bdea034121a0a0b54656d70657261747572651007200350feffffff0f"),
            hex("08d8f8d9a0a034120b100750fdffffff0f1801"),
            text(
                    "##0136ST=32;CN=2011;PW=123456;MN=LD01;CP=&&DataTime=20261124115900;a34004-Rtd=36.91,a34004-Flag=N&&4980\r\n"),
            hex("01030402920000ffff"),
            hex("1f8b08000000000000ff33040043bef8b701000000"),
            hex("789c33040000320032"));
    private static final List<String> TOPICS =
            List.of("tree", "text", "senml", "spBv1.0/g/NBIRTH/e", "spBv1.0/g/DDATA/e/d", "hj", "bytes", "packed");
    private static final String[] TOKENS = {
        "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "1e999", "##", "&&", "=", ";", "\n", "\0", "-", "_", "e9",
        "0", "CP=&&", "*"
    };

    private final Decoder decoder = new Decoder(site(), Sensors.ZONE);

    private static Site site() {
        Read<Site> read = ConfigFolder.site("fuzz", SENSORS.getBytes(StandardCharsets.UTF_8));
        assertThat(read.problems()).isEmpty();
        return read.value();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void itSurvivesMutatedPayloadsOfEveryFormat() {
        long longest = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            byte[] payload = GOOD.get(random.nextInt(GOOD.size()));
            int mutations = random.nextInt(5);
            for (int i = 0; i < mutations; i++) payload = mutated(payload, random);
            longest = Math.max(longest, check(TOPICS.get(random.nextInt(TOPICS.size())), payload, seed));
        }
        assertThat(Duration.ofNanos(longest)).isLessThan(LONGEST);
    }

    @Test
    void itSurvivesRandomBytesInEveryFormat() {
        for (int seed = 0; seed < SEEDS / 2; seed++) {
            Random random = new Random(seed);
            byte[] payload = new byte[random.nextInt(80)];
            random.nextBytes(payload);
            check(TOPICS.get(random.nextInt(TOPICS.size())), payload, seed);
        }
    }

    /** Large and deep: what would take long if anything were looked at more than a bounded number of times. */
    @Test
    void itDoesNotThinkLongAboutTheLargestPayloads() {
        List<byte[]> large = new ArrayList<>();
        large.add(text("{" + "\"a\":{\"v\":1,\"k\":\"b\"},".repeat(2_000) + "\"z\":1}"));
        large.add(text("[" + "{\"v\":1},".repeat(1_300) + "{\"v\":2}]"));
        large.add(text("[" + "[".repeat(15) + "1" + "]".repeat(15) + "]"));
        large.add(text("a".repeat(60_000)));
        large.add(text("a=1;".repeat(16_000)));
        large.add(text("1,2\n".repeat(16_000)));
        large.add(text("m v=1\n".repeat(10_000)));
        large.add(text("##0000".repeat(10_000)));
        large.add(text("[" + "{\"n\":\"x\",\"v\":1},".repeat(2_000) + "{\"n\":\"y\",\"v\":1}]"));
        large.add(hex("1200".repeat(30_000)));
        for (String topic : TOPICS) for (byte[] payload : large) check(topic, payload, 0);
        long longest = 0;
        for (String topic : TOPICS)
            for (byte[] payload : large) longest = Math.max(longest, check(topic, payload, payload.length));
        assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofMillis(500));
    }

    private static byte[] mutated(byte[] payload, Random random) {
        int at = payload.length == 0 ? 0 : random.nextInt(payload.length);
        byte[] token = text(TOKENS[random.nextInt(TOKENS.length)]);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(payload, at);
            case 1 -> spliced(payload, at, 0, token);
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

    private long check(String topic, byte[] payload, int seed) {
        long before = System.nanoTime();
        Decoded[] decoded = {new Decoded.Unmatched()};
        assertThatCode(() -> decoded[0] = decoder.decode(topic, payload, seed % 8 == 0, Sensors.NOON))
                .as(
                        "seed %d on %s: %s",
                        seed, topic, HexFormat.of().formatHex(payload, 0, Math.min(300, payload.length)))
                .doesNotThrowAnyException();
        long took = System.nanoTime() - before;
        assertThat(decoded[0]).as("seed %d", seed).isNotInstanceOf(Decoded.Unmatched.class);
        if (decoded[0] instanceof Decoded.Readings some)
            for (Reading reading : some.readings()) {
                assertThat(Double.isFinite(reading.value())).as("seed %d", seed).isTrue();
                assertThat(reading.t()).as("seed %d", seed).isBetween(1_577_836_800_000L, Sensors.NOON + 300_000);
                assertThat(reading.series().id()).as("seed %d", seed).matches("[a-z][A-Za-z0-9_-]*[.][a-z0-9_]+");
            }
        return took;
    }
}
