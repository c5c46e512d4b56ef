package ridgeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damages good files in seeded ways: nothing throws, nothing takes long, and what is refused is said on printable lines. */
class ConfigFuzzTest {
    private static final int ROUNDS = Integer.getInteger("seeds", 1000);
    /** Of processor time, so that a busy machine fails nothing. */
    private static final long SLOW = 1_000_000_000L;

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    @Test
    void survivesDamagedFiles() throws IOException {
        byte[] kiosk = ConfigFolderTest.resource("kiosk.yaml").getBytes(StandardCharsets.UTF_8);
        byte[] sensors = ConfigFolderTest.resource("sensors.yaml").getBytes(StandardCharsets.UTF_8);
        for (long seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            check("seed " + seed, damaged(kiosk, random), true);
            check("seed " + seed, damaged(sensors, random), false);
        }
    }

    @Test
    void survivesHugeNestingAndHugeValues() {
        int many = 1_000_000;
        for (String text : List.of(
                "sensors: " + "[".repeat(many),
                "sensors: " + "{a: ".repeat(many),
                "- ".repeat(many),
                "? ".repeat(many),
                "a".repeat(4 * many),
                "k: \"" + "\\t".repeat(many),
                "sensors: [" + "{},".repeat(many) + "]",
                "sensors: [{readings: [" + "{quantity: x, range: [1, 2]},".repeat(many / 10) + "]}]",
                "k: " + "9".repeat(many),
                "k: 1e" + "9".repeat(many),
                "k: |\n" + " x\n".repeat(many),
                "sensors: [{topic: \"" + "/".repeat(many) + "\"}]",
                "sensors: [{topic: \"" + "{a}/".repeat(many) + "\"}]",
                "sensors: [{topic: t, readings: [{quantity: co, at: \"" + "/~0".repeat(many) + "\"}]}]",
                "sensors: [{id: \"" + "a".repeat(many) + "\", topic: a, time: {unit: pattern, pattern: \""
                        + "y".repeat(many) + "\"}}]",
                "a: &a [x]\n" + "b: [*a]\n".repeat(many / 3),
                "k".repeat(30) + ": 1\n" + ("z".repeat(60) + ": 1\n").repeat(many / 20)))
            check(text.substring(0, Math.min(60, text.length())), text.getBytes(StandardCharsets.UTF_8), false);
    }

    private static void check(String as, byte[] bytes, boolean asKiosk) {
        long start = CLOCK.getCurrentThreadCpuTime();
        Problems problems = new Problems();
        Yaml root = YamlText.parse("f.yaml", bytes, problems);
        if (asKiosk) new KioskYaml(root, null).read();
        else new SensorsYaml(root).read();
        List<Problem> found = problems.list();
        assertThat(CLOCK.getCurrentThreadCpuTime() - start).as(as + " took ns").isLessThan(SLOW);
        for (Problem problem : found) {
            assertThat(problem.toString())
                    .as(as)
                    .startsWith("f.yaml:" + problem.line() + ":" + problem.column() + ": ")
                    .contains(", allowed: ");
            assertThat(problem.toString().codePoints().allMatch(Problem::isPrintable))
                    .as(as)
                    .isTrue();
            assertThat(problem.toString().length()).as(as).isLessThan(2000);
        }
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            bytes = switch (random.nextInt(7)) {
                case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
                case 1 -> flipped(bytes, random);
                case 2 -> lines(bytes, random, true);
                case 3 -> lines(bytes, random, false);
                case 4 -> inserted(bytes, random, "\"'[]{}:,#&*!|>%@`-? \t\n".charAt(random.nextInt(22)));
                case 5 -> inserted(bytes, random, (char) random.nextInt(128));
                default -> swapped(bytes, random);
            };
        }
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        if (bytes.length > 0) bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private static byte[] lines(byte[] bytes, Random random, boolean twice) {
        List<String> lines = new ArrayList<>(List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)));
        int line = random.nextInt(lines.size());
        if (twice) lines.add(random.nextInt(lines.size() + 1), lines.get(line));
        else lines.remove(line);
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] inserted(byte[] bytes, Random random, char c) {
        StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1));
        return text.insert(random.nextInt(text.length() + 1), c).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] swapped(byte[] bytes, Random random) {
        List<String> words = new ArrayList<>(List.of(new String(bytes, StandardCharsets.ISO_8859_1).split(" ", -1)));
        Collections.swap(words, random.nextInt(words.size()), random.nextInt(words.size()));
        return String.join(" ", words).getBytes(StandardCharsets.ISO_8859_1);
    }
}
