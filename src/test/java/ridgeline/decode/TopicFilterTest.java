package ridgeline.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicFilterTest {
    @ParameterizedTest
    @CsvSource({
        "a/b, a/b",
        "a/+, a/b",
        "a/+, a/",
        "+/b, /b",
        "+, a",
        "+/+, /",
        "#, a/b/c",
        "#, /",
        "a/#, a",
        "a/#, a/",
        "a/#, a/b/c",
        "a/+/#, a/b",
        "/#, /a",
        "a//b, a//b",
        "a/+/b, a//b",
        "$SYS/#, $SYS/broker/uptime",
        "$SYS/+, $SYS/x",
        "a/$b, a/$b",
        "a/+, a/$b",
        "崇礼/+, 崇礼/风"
    })
    void itMatches(String filter, String topic) {
        assertThat(new TopicFilter(filter).match(topic)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, a/b/",
        "a/b, /a/b",
        "a/b, A/b",
        "a/+, a",
        "a/+, a/b/c",
        "+, /a",
        "+, a/b",
        "a/#, ab",
        "a/#, b",
        "a/+/#, a",
        "/#, a",
        "#, $SYS/broker",
        "#, $",
        "+/broker, $SYS/broker",
        "+/#, $SYS",
        "{device}/broker, $SYS/broker",
        "{device}/#, $SYS/broker"
    })
    void itDoesNotMatch(String filter, String topic) {
        assertThat(new TopicFilter(filter).match(topic)).isNull();
    }

    @Test
    void itCapturesWholeLevelsByName() {
        TopicFilter filter = new TopicFilter("chongli/{venue}/+/{device}/#");
        assertThat(filter.match("chongli/genting/air/7/up/1"))
                .containsExactly(Map.entry("venue", "genting"), Map.entry("device", "7"));
        assertThat(filter.match("chongli//air/")).containsExactly(Map.entry("venue", ""), Map.entry("device", ""));
        assertThat(filter.match("chongli/genting/air")).isNull();
    }

    @Test
    void itCapturesPartsOfLevelsAndSeveralLevels() {
        assertThat(new TopicFilter("a/{chip}_pm25/state").match("a/sps30_06_pm25/state"))
                .containsExactly(Map.entry("chip", "sps30_06"));
        assertThat(new TopicFilter("a/{chip}_pm25/state").match("a/_pm25/state"))
                .isNull();
        assertThat(new TopicFilter("a/{chip}_pm25/state").match("a/x/y_pm25/state"))
                .isNull();
        assertThat(new TopicFilter("r/+/{path#}/{what}").match("r/x/a/b/c"))
                .containsExactly(Map.entry("path", "a/b"), Map.entry("what", "c"));
        assertThat(new TopicFilter("r/{path#}").match("r/a/b")).containsExactly(Map.entry("path", "a/b"));
        assertThat(new TopicFilter("r/{path#}").match("r")).isNull();
        assertThat(new TopicFilter("x{n}/#").match("x1/a/b")).containsExactly(Map.entry("n", "1"));
        assertThat(new TopicFilter("x{n}/#").match("x1")).containsExactly(Map.entry("n", "1"));
        assertThat(new TopicFilter("{path#}/t").match("$SYS/t")).isNull();
        assertThat(new TopicFilter("a.c/{n}x").match("abc/1x")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "chongli/{venue}/+/{device}/#, chongli/+/+/+/#",
        "{a}, +",
        "#, #",
        "/#, /#",
        "a/b, a/b",
        "a/{}/{, a/{}/{",
        "a/{x}_t/b, a/+/b",
        "r/+/{p#}/{what}, r/+/#",
        "{p#}/x, #"
    })
    void itIsSubscribedWithPlainWildcards(String filter, String subscription) {
        assertThat(new TopicFilter(filter).subscription()).isEqualTo(subscription);
    }

    @Test
    void itAgreesWithASlowMatcher() {
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            String filter = text(random, true);
            String topic = text(random, false);
            assertThat(new TopicFilter(filter.replace("+", "{x}")).subscription())
                    .as("seed %d", seed)
                    .isEqualTo(filter);
            assertThat(new TopicFilter(filter).match(topic) != null)
                    .as("seed %d: '%s' against '%s'", seed, filter, topic)
                    .isEqualTo(slowly(filter, topic));
        }
    }

    private static String text(Random random, boolean filter) {
        List<String> levels = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String[] words = {"", "a", "b", "$S"};
            boolean wild = filter && random.nextInt(3) == 0;
            levels.add(wild ? "+" : words[random.nextInt(i == 0 ? 4 : 3)]);
        }
        if (filter && random.nextInt(3) == 0) levels.add("#");
        String made = String.join("/", levels);
        return made.isEmpty() ? "a" : made;
    }

    /** Straight from the words of section 4.7, level by level from the left. */
    private static boolean slowly(String filter, String topic) {
        boolean wildFirst = filter.startsWith("+") || filter.startsWith("#");
        if (wildFirst && topic.startsWith("$")) return false;
        return slowly(Arrays.asList(filter.split("/", -1)), Arrays.asList(topic.split("/", -1)));
    }

    private static boolean slowly(List<String> filter, List<String> topic) {
        if (filter.equals(List.of("#"))) return true;
        if (filter.isEmpty() || topic.isEmpty()) return filter.isEmpty() && topic.isEmpty();
        boolean first = filter.get(0).equals("+") || filter.get(0).equals(topic.get(0));
        return first && slowly(filter.subList(1, filter.size()), topic.subList(1, topic.size()));
    }
}
