package ridgeline.decode;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An MQTT topic filter (MQTT 5, section 4.7) in which {@code {name}} is a {@code +} whose text is captured, or a part of a level
 * such as {@code x_{name}_pm25}, and {@code {name#}} one level or more. Immutable.
 */
public final class TopicFilter {
    private static final Pattern CAPTURE = Pattern.compile("\\{(\\w+)(#)?}");

    private final String text;
    private final List<String> levels;
    private final boolean openEnded;
    /** For what goes beyond whole levels, else null. */
    private final @Nullable Pattern general;

    private final List<String> names = new ArrayList<>();

    public TopicFilter(String text) {
        this.text = text;
        List<String> all = new ArrayList<>(Arrays.asList(text.split("/", -1)));
        openEnded = all.get(all.size() - 1).equals("#");
        if (openEnded) all.remove(all.size() - 1);
        levels = List.copyOf(all);
        general = levels.stream()
                        .allMatch(level ->
                                isCapture(level) || !CAPTURE.matcher(level).find())
                ? null
                : Pattern.compile(expression());
    }

    private String expression() {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < levels.size(); i++) {
            if (i > 0) expression.append('/');
            level(levels.get(i), i == levels.size() - 1 && !openEnded, expression);
        }
        return expression.append(openEnded ? "(?:/.*)?" : "").toString();
    }

    private void level(String level, boolean last, StringBuilder expression) {
        Matcher captures = CAPTURE.matcher(level);
        int from = 0;
        while (captures.find()) {
            names.add(captures.group(1));
            boolean whole = captures.group().equals(level);
            String any = captures.group(2) != null ? (last ? ".+" : ".+?") : whole ? "[^/]*" : "[^/]+?";
            expression.append(Pattern.quote(level.substring(from, captures.start())));
            expression.append('(').append(any).append(')');
            from = captures.end();
        }
        expression.append(level.equals("+") ? "[^/]*" : Pattern.quote(level.substring(from)));
    }

    /** What to subscribe to: the filter with a plain {@code +} for each capture, or {@code #} from a longer one on. */
    public String subscription() {
        List<String> plain = new ArrayList<>();
        for (String level : levels) {
            if (level.endsWith("#}")) return String.join("/", plain) + (plain.isEmpty() ? "#" : "/#");
            plain.add(CAPTURE.matcher(level).find() ? "+" : level);
        }
        if (!openEnded) return String.join("/", plain);
        return levels.isEmpty() ? "#" : String.join("/", plain) + "/#";
    }

    /** What was captured, by name; null when the topic does not match. */
    public @Nullable Map<String, String> match(String topic) {
        boolean wild =
                levels.isEmpty() || levels.get(0).equals("+") || levels.get(0).startsWith("{");
        if (wild && topic.startsWith("$")) return null;
        return general == null ? byLevels(topic) : byExpression(general, topic);
    }

    private @Nullable Map<String, String> byLevels(String topic) {
        String[] parts = topic.split("/", -1);
        if (openEnded ? parts.length < levels.size() : parts.length != levels.size()) return null;
        Map<String, String> captured = Map.of();
        for (int i = 0; i < levels.size(); i++) {
            String level = levels.get(i);
            if (isCapture(level)) {
                if (captured.isEmpty()) captured = new LinkedHashMap<>();
                captured.put(level.substring(1, level.length() - 1), parts[i]);
            } else if (!level.equals("+") && !level.equals(parts[i])) {
                return null;
            }
        }
        return captured;
    }

    private @Nullable Map<String, String> byExpression(Pattern expression, String topic) {
        Matcher matcher = expression.matcher(topic);
        if (!matcher.matches()) return null;
        Map<String, String> captured = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) captured.put(names.get(i), matcher.group(i + 1));
        return captured;
    }

    /** Whether it is one capture of one whole level. */
    private static boolean isCapture(String level) {
        return level.length() > 2
                && level.startsWith("{")
                && level.indexOf('}') == level.length() - 1
                && !level.endsWith("#}");
    }

    @Override
    public String toString() {
        return text;
    }
}
