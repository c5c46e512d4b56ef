package ridgeline.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An MQTT topic filter (MQTT 5, section 4.7) in which {@code {name}} is a {@code +} whose text is captured. Immutable. */
public final class TopicFilter {
    private final String text;
    private final List<String> levels;
    private final boolean openEnded;

    public TopicFilter(String text) {
        this.text = text;
        List<String> all = new ArrayList<>(Arrays.asList(text.split("/", -1)));
        openEnded = all.get(all.size() - 1).equals("#");
        if (openEnded) all.remove(all.size() - 1);
        levels = List.copyOf(all);
    }

    /** What to subscribe to: the filter with a plain {@code +} for each capture. */
    public String subscription() {
        String plain = String.join(
                "/", levels.stream().map(l -> isCapture(l) ? "+" : l).toList());
        if (!openEnded) return plain;
        return levels.isEmpty() ? "#" : plain + "/#";
    }

    /** What was captured, by name; null when the topic does not match. */
    public @Nullable Map<String, String> match(String topic) {
        String[] parts = topic.split("/", -1);
        if (openEnded ? parts.length < levels.size() : parts.length != levels.size()) return null;
        boolean wild = levels.isEmpty() || levels.get(0).equals("+") || isCapture(levels.get(0));
        if (wild && topic.startsWith("$")) return null;
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

    private static boolean isCapture(String level) {
        return level.length() > 2 && level.startsWith("{") && level.endsWith("}");
    }

    @Override
    public String toString() {
        return text;
    }
}
