package ridgeline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FiltersTest {
    private static final List<String> LEVELS = List.of("a", "b", "c", "");
    private static final List<String> TOPICS = topics();

    /** All topics of up to four levels, some of which begin with a dollar sign. */
    private static List<String> topics() {
        List<String> all = new ArrayList<>();
        List<String> shorter = new ArrayList<>(LEVELS);
        shorter.addAll(List.of("$s", "$t"));
        for (int depth = 1; depth <= 4; depth++) {
            all.addAll(shorter);
            List<String> longer = new ArrayList<>();
            for (String topic : shorter) for (String level : LEVELS) longer.add(topic + "/" + level);
            shorter = longer;
        }
        return all;
    }

    /** MQTT 5, section 4.7, as slowly and plainly as it can be put. */
    private static boolean matches(String filter, String topic) {
        if (topic.startsWith("$") != filter.startsWith("$")) return false;
        return matches(List.of(filter.split("/", -1)), List.of(topic.split("/", -1)));
    }

    private static boolean matches(List<String> filter, List<String> topic) {
        if (filter.isEmpty()) return topic.isEmpty();
        if (filter.get(0).equals("#")) return true;
        if (topic.isEmpty()) return false;
        boolean here = filter.get(0).equals("+") || filter.get(0).equals(topic.get(0));
        return here && matches(filter.subList(1, filter.size()), topic.subList(1, topic.size()));
    }

    private static String randomFilter(Random random) {
        List<String> levels = new ArrayList<>();
        int depth = 1 + random.nextInt(4);
        for (int i = 0; i < depth; i++) {
            int kind = random.nextInt(10);
            if (kind == 0) {
                levels.add("#");
                break;
            }
            if (kind <= 2) levels.add("+");
            else if (kind == 3 && i == 0) levels.add(random.nextBoolean() ? "$s" : "$t");
            else levels.add(LEVELS.get(random.nextInt(LEVELS.size())));
        }
        return String.join("/", levels);
    }

    @Test
    void keepsFiltersThatHaveNothingInCommon() {
        assertThat(Filters.disjoint(List.of("a/b", "a/c", "b/+/c", "$SYS/#")))
                .containsExactlyInAnyOrder("a/b", "a/c", "b/+/c", "$SYS/#");
    }

    @Test
    void widensFiltersThatOverlap() {
        assertThat(Filters.disjoint(List.of("a/b", "a/+"))).containsExactly("a/+");
        assertThat(Filters.disjoint(List.of("a/+/c", "+/b/c"))).containsExactly("+/+/c");
        assertThat(Filters.disjoint(List.of("a", "a/#"))).containsExactly("a/#");
        assertThat(Filters.disjoint(List.of("a/+", "+/b", "c/d"))).containsExactly("+/+");
    }

    @Test
    void hearsEveryTopicItHeardBeforeAndNoneTwice() {
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            Set<String> filters = new TreeSet<>();
            for (int i = random.nextInt(7); i >= 0; i--) filters.add(randomFilter(random));
            Set<String> disjoint = Filters.disjoint(filters);
            for (String topic : TOPICS) {
                long before = filters.stream().filter(f -> matches(f, topic)).count();
                long after = disjoint.stream().filter(f -> matches(f, topic)).count();
                if (after > 1 || before > 0 && after == 0) {
                    throw new AssertionError("seed " + seed + ": " + filters + " became " + disjoint + ", and '" + topic
                            + "' is heard " + after + " times");
                }
            }
        }
    }
}
