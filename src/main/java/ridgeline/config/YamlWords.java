package ridgeline.config;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import ridgeline.domain.Words;

/** Words for people: texts by language, choices, and how a value is quoted back to its writer. */
final class YamlWords {
    static final List<String> LANGUAGES = List.of("zh", "en", "fr");

    private static final int LONGEST_SHOWN = 60;

    private YamlWords() {}

    /**
     * Text on one line that fits.
     *
     * @param allowed what a person should write instead of a wrong one
     * @param hint what to say between a text that does not fit and what is allowed
     */
    static @Nullable String line(
            Yaml place, @Nullable Node node, String allowed, Predicate<String> fits, UnaryOperator<String> hint) {
        String text = raw(place, node, allowed, fits);
        if (text == null) return null;
        if (text.isBlank()) place.problem("is empty, allowed: " + allowed);
        else if (!text.codePoints().allMatch(Problem::isPrintable))
            place.refuse(allowed + ", on one line without control characters");
        else if (!text.equals(text.strip())) place.refuse(allowed + ", without white space around it");
        else if (!fits.test(text)) place.problem("is " + place.shown() + hint.apply(text) + ", allowed: " + allowed);
        else return text;
        return null;
    }

    static @Nullable String prose(Yaml place, @Nullable Node node, String allowed) {
        String text = raw(place, node, allowed, any -> true);
        if (text == null) return null;
        if (text.isBlank()) place.problem("is empty, allowed: " + allowed);
        return text.isBlank() ? null : text.strip();
    }

    /** Text as it stands, even empty. */
    static @Nullable String raw(Yaml place, @Nullable Node node, String allowed, Predicate<String> fits) {
        if (node == null) return null;
        if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
            place.refuse(allowed);
            return null;
        }
        if (scalar.getTag().equals(Tag.STR)) return scalar.getValue();
        boolean quotable = fits.test(scalar.getValue());
        place.refuse(allowed + (quotable ? " (text that looks like a number or true/false needs quotes)" : ""));
        return null;
    }

    /** A value as it is written; null, without a problem, for null. */
    static @Nullable String scalar(Yaml place, @Nullable Node node, String allowed) {
        if (node instanceof ScalarNode scalar) return scalar.getTag().equals(Tag.NULL) ? null : scalar.getValue();
        if (node != null) place.refuse(allowed);
        return null;
    }

    static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** A plain text stands under {@code en}, where every language falls back to. */
    static @Nullable Words words(Yaml place) {
        if (!place.isPresent()) return null;
        if (!place.isMap()) {
            String text = place.text();
            return text == null ? null : new Words(Map.of("en", text));
        }
        place.onlyKeys(LANGUAGES);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            String text = place.at(language).text();
            if (text != null) texts.put(language, text);
        }
        if (place.entries().isEmpty()) place.problem("is empty, allowed: text by language (zh, en, fr) or one text");
        return texts.isEmpty() ? null : new Words(texts);
    }

    static <E extends Enum<E>> @Nullable E oneOf(Yaml place, Class<E> type) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        List<String> choices = constants.stream().map(YamlWords::word).toList();
        String choice = place.oneOf(choices);
        return choice == null ? null : constants.get(choices.indexOf(choice));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String shown(@Nullable Node node) {
        if (node == null) return "missing";
        if (node instanceof SequenceNode) return "a list";
        if (node instanceof MappingNode) return "a set of keys";
        if (!(node instanceof ScalarNode scalar)) return "something else";
        if (scalar.getTag().equals(Tag.NULL)) return "empty";
        String value = scalar.getValue();
        int end = Math.min(value.length(), LONGEST_SHOWN);
        if (end < value.length() && Character.isHighSurrogate(value.charAt(end - 1))) end--;
        String text = value.substring(0, end) + (end < value.length() ? "…" : "");
        return scalar.getTag().equals(Tag.STR) ? "the text \"" + text + "\"" : text;
    }
}
