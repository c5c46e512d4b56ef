package ridgeline.config;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import ridgeline.domain.Words;

/**
 * A place in a YAML document that knows its file, field path, line and column, and reports there what it does not find.
 * Nothing here throws for bad input. An accessor on an absent value gives null (or an empty collection) and says
 * nothing: what must be there is asked for with {@link #required()}. A value of the wrong kind gives null and one
 * problem; nothing is coerced: {@code "8080"} is text, {@code 8080} is a number.
 */
final class Yaml {
    static final String DOCUMENT = "document";

    private final String file;
    private final Problems problems;
    private final String path;
    private final @Nullable Node node;
    private final @Nullable Mark mark; // of the value itself, or of its parent when it is absent
    private final boolean silent; // below something that was already reported

    private Yaml(
            String file, Problems problems, String path, @Nullable Node node, @Nullable Mark mark, boolean silent) {
        this.file = file;
        this.problems = problems;
        this.path = path;
        this.node = node;
        this.mark = mark;
        this.silent = silent;
    }

    static Yaml root(String file, Problems problems, Node node) {
        return new Yaml(file, problems, "", node, node.getStartMark().orElse(null), false);
    }

    /** Stands for a document that was reported as a whole. */
    static Yaml unusable(String file, Problems problems) {
        return new Yaml(file, problems, "", null, null, true);
    }

    boolean isPresent() {
        return node != null;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    /** Whether so much is wrong with the file that reading on tells nobody anything. */
    boolean isHopeless() {
        return problems.isFull();
    }

    int line() {
        return mark == null ? 1 : mark.getLine() + 1;
    }

    /** Reports here; {@code text} says what is wrong, then what is allowed. */
    void problem(String text) {
        int column = mark == null ? 1 : mark.getColumn() + 1;
        if (!silent) problems.add(new Problem(file, line(), column, path.isEmpty() ? DOCUMENT : path, text));
    }

    /** Reports the value it holds: {@code is 7, allowed: …}. */
    void refuse(String allowed) {
        problem("is " + shown() + ", allowed: " + allowed);
    }

    /** This place; reports when nothing is there. */
    Yaml required() {
        if (node == null) problem("is missing, allowed: a value");
        return this;
    }

    /** The value of a key; absent when there is none, silent below something that holds no keys. */
    Yaml at(String key) {
        String inner = YamlWords.join(path, key);
        if (node == null) return new Yaml(file, problems, inner, null, mark, silent);
        if (!(node instanceof MappingNode map)) {
            refuse("keys and values");
            return new Yaml(file, problems, inner, null, mark, true);
        }
        for (NodeTuple tuple : map.getValue()) {
            if (key.equals(keyOf(tuple))) return child(inner, tuple.getValueNode());
        }
        return new Yaml(file, problems, inner, null, mark, silent);
    }

    /** The items of a list in order; empty when absent. */
    List<Yaml> items() {
        List<Yaml> items = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) items.add(child(path + "[" + items.size() + "]", item));
        } else if (node != null) {
            refuse("a list");
        }
        return items;
    }

    /** The items of a list of fixed length, for example a location; empty, and a problem, when there are more or fewer. */
    List<Yaml> items(int count, String allowed) {
        if (node == null || (isList() && items().size() == count)) return items();
        refuse(allowed);
        return List.of();
    }

    /** All keys with their values in the order of the file; empty when absent. */
    Map<String, Yaml> entries() {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                String key = keyOf(tuple);
                if (key != null) entries.putIfAbsent(key, child(YamlWords.join(path, key), tuple.getValueNode()));
            }
        } else if (node != null) {
            refuse("keys and values");
        }
        return entries;
    }

    Yaml onlyKeys(String... known) {
        return onlyKeys(List.of(known));
    }

    /** Reports every key that is none of these, with the nearest one as a guess. */
    Yaml onlyKeys(Collection<String> known) {
        if (node != null && !(node instanceof MappingNode)) refuse("keys and values");
        if (!(node instanceof MappingNode map)) return this;
        for (NodeTuple tuple : map.getValue()) {
            String key = keyOf(tuple);
            if (key == null || known.contains(key)) continue;
            child(YamlWords.join(path, key), tuple.getKeyNode())
                    .problem(
                            "is not a known key" + Nearest.hint(key, known) + ", allowed: " + String.join(", ", known));
        }
        return this;
    }

    /** Text on one line, not empty, without control characters. */
    @Nullable
    String text() {
        return YamlWords.line(this, node, "text", any -> true, text -> "");
    }

    /** Text that matches as a whole; {@code allowed} describes the pattern to a person. */
    @Nullable
    String text(Pattern pattern, String allowed) {
        return YamlWords.line(this, node, allowed, pattern.asMatchPredicate(), text -> "");
    }

    /** Text of any number of lines, not blank, without white space around it. */
    @Nullable
    String prose() {
        return YamlWords.prose(this, node, "text");
    }

    /** Text as it stands; the one accessor that takes empty text. */
    @Nullable
    String raw(String allowed) {
        return YamlWords.raw(this, node, allowed, any -> true);
    }

    /** Text, number, true or false as it is written; nothing, and no problem, for null. */
    @Nullable
    String scalar(String allowed) {
        return YamlWords.scalar(this, node, allowed);
    }

    /** A finite number of the YAML core schema. */
    @Nullable
    Double number() {
        return YamlNumbers.number(this, node);
    }

    @Nullable
    Double number(double low, double high) {
        return YamlNumbers.within(this, number(), low, high);
    }

    /** A whole number in the YAML core schema; {@code 1.0} and {@code "1"} are none. */
    @Nullable
    Integer integer(int low, int high) {
        return YamlNumbers.integer(this, node, low, high);
    }

    /** A positive ISO 8601 duration of at most 366 days, for example {@code PT5S}. */
    @Nullable
    Duration duration() {
        return YamlTimes.duration(this);
    }

    /** A positive ISO 8601 period of at most 1000 years, for example {@code P35D} or {@code P2Y}. */
    @Nullable
    Period period() {
        return YamlTimes.period(this);
    }

    /** One of some words, exactly as written. */
    @Nullable
    String oneOf(Collection<String> choices) {
        String allowed = String.join(", ", choices);
        return YamlWords.line(this, node, allowed, choices::contains, text -> Nearest.hint(text, choices));
    }

    /** One of the constants of an enum, written in lower case. */
    <E extends Enum<E>> @Nullable E oneOf(Class<E> type) {
        return YamlWords.oneOf(this, type);
    }

    /** Texts by language, or one plain text for all languages. */
    @Nullable
    Words words() {
        return YamlWords.words(this);
    }

    /** The value as a person sees it in the file, shortened. */
    String shown() {
        return YamlWords.shown(node);
    }

    private Yaml child(String inner, Node value) {
        return new Yaml(file, problems, inner, value, value.getStartMark().orElse(null), silent);
    }

    /** Null for a key that is not text; {@link YamlShape} reported it. */
    private static @Nullable String keyOf(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode key && key.getTag().equals(Tag.STR) ? key.getValue() : null;
    }
}
