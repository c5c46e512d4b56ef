package ridgeline.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Sensor.Format;

/** Reads the messages by which devices introduce themselves to Home Assistant (MQTT discovery), long or abbreviated. */
final class HomeAssistant {
    /** Members of the payload, by dot or by bracket; anything cleverer is left to people. */
    private static final Pattern TEMPLATE =
            Pattern.compile("\\{\\{\\s*value_json((?:\\.\\w+|\\[(?:'[^']+'|\"[^\"]+\"|[0-9]+)])+)\\s*(?:\\|[^{}]*)?}}");

    private static final Pattern STEP = Pattern.compile("\\.(\\w+)|\\['([^']+)']|\\[\"([^\"]+)\"]|\\[([0-9]+)]");

    private HomeAssistant() {}

    /** Null when it introduces nothing that is measured here. */
    static @Nullable String entry(JsonNode root, String venue) {
        String topic = topic(root, "state_topic", "stat_t");
        if (topic.isEmpty() || topic.matches(".*[{}+#\\p{Cntrl}].*")) return null;
        Lexicon.Meaning meaning = meaning(root, topic);
        String at = place(text(root, "value_template", "val_tpl"));
        if (meaning == null || at == null) return null;
        String unit = text(root, "unit_of_measurement", "unit_of_meas");
        String shown = Suggestion.quoted(unit.isEmpty() ? meaning.unit() : unit);
        String name = text(root, "unique_id", "uniq_id");
        String availability = topic(root, "availability_topic", "avty_t");
        String rest = (availability.isEmpty() || availability.matches(".*[{}+#\\p{Cntrl}].*")
                        ? ""
                        : "  availability: {topic: " + Suggestion.quoted(availability) + "}\n")
                + "  readings:\n" + Suggestion.reading(meaning.quantity(), at, shown);
        return Suggestion.entry(
                name.isEmpty() ? topic : name, topic, venue, at.isEmpty() ? Format.NUMBER : Format.JSON, rest);
    }

    private static Lexicon.@Nullable Meaning meaning(JsonNode root, String topic) {
        String kind = text(root, "device_class", "dev_cla");
        String unit = text(root, "unit_of_measurement", "unit_of_meas");
        double usual = kind.equals("signal_strength") ? -60 : 1;
        Lexicon.Meaning named = Lexicon.of(kind.equals("signal_strength") ? "rssi" : kind, usual);
        if (named == null && !unit.isEmpty()) named = Lexicon.of(text(root, "name", "name"), usual);
        return named == null && !unit.isEmpty() ? Lexicon.of(topic.substring(topic.lastIndexOf('/') + 1), 1) : named;
    }

    private static String topic(JsonNode root, String name, String brief) {
        String topic = text(root, name, brief);
        String base = root.path("~").asText("");
        if (topic.startsWith("~")) return base + topic.substring(1);
        return topic.endsWith("~") ? topic.substring(0, topic.length() - 1) + base : topic;
    }

    private static String text(JsonNode root, String name, String brief) {
        return root.path(name).asText(root.path(brief).asText(""));
    }

    /** Empty where the payload is the value, null where a template asks for more than a member. */
    private static @Nullable String place(String template) {
        if (template.isBlank() || template.matches("\\{\\{\\s*value\\s*(\\|[^{}]*)?}}")) return "";
        Matcher whole = TEMPLATE.matcher(template.strip());
        if (!whole.matches()) return null;
        StringBuilder at = new StringBuilder();
        Matcher steps = STEP.matcher(whole.group(1));
        while (steps.find()) {
            for (int i = 1; i <= 4; i++)
                if (steps.group(i) != null) at.append('/').append(Leaves.escaped(steps.group(i)));
        }
        return at.toString();
    }
}
