package ridgeline.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.domain.Sensor.Format;

/**
 * A sensor entry in YAML that reads a message nobody is configured for, as far as names and sizes say what it means. It is made
 * for a person to check; it always is an entry that the configuration accepts.
 */
public final class Suggestion {
    private static final int LONGEST_ID = 100;

    private final String topic;
    private final String venue;
    private final StringBuilder readings = new StringBuilder();
    private final Map<Quantity, String> taken = new EnumMap<>(Quantity.class);
    private String time = "";

    private Suggestion(String topic, String venue) {
        this.topic = topic;
        this.venue = venue;
    }

    /**
     * Empty when nothing in the message is recognised.
     *
     * @param venue whose sensor it may be
     * @param arrived when it came (epoch ms)
     */
    public static Optional<String> of(String topic, byte[] payload, String venue, long arrived) {
        boolean odd = topic.matches(".*[{}+#\\p{Cntrl}].*") || payload.length == 0;
        if (odd || payload.length > Decoder.LARGEST_PAYLOAD) return Optional.empty();
        Suggestion made = new Suggestion(topic, venue);
        return Optional.ofNullable(made.entry(payload, arrived));
    }

    private @Nullable String entry(byte[] payload, long arrived) {
        if (topic.endsWith("/config")) {
            JsonNode root = tree(new Tree(), payload, arrived);
            return root == null ? null : HomeAssistant.entry(root, venue);
        }
        String text = PlainNumber.trimmed(new String(payload, StandardCharsets.UTF_8));
        double number = PlainNumber.read(text, '.');
        if (!Double.isNaN(number)) return number(number);
        if (topic.startsWith("spBv1.0/"))
            return rows(Format.SPARKPLUG, new SparkplugForm(topic, new Births()), payload, arrived);
        if (text.startsWith("##")) return rows(Format.HJ212, new Hj212Form(true), payload, arrived);
        String senml = rows(Format.SENML, new SenmlForm(), payload, arrived);
        if (senml != null) return senml;
        JsonNode root = tree(new Tree(), payload, arrived);
        if (root == null) return rows(Format.INFLUX, new InfluxForm(), payload, arrived);
        return root.isContainerNode() ? json(root, arrived) : null;
    }

    private static @Nullable JsonNode tree(Form form, byte[] payload, long arrived) {
        try {
            return form.tree(payload, arrived);
        } catch (IOException notThis) {
            return null;
        }
    }

    private @Nullable String number(double value) {
        String[] levels = topic.split("/", -1);
        for (int i = levels.length - 1; i >= 0; i--) {
            Lexicon.Meaning meaning = Lexicon.of(levels[i], value);
            if (meaning == null) continue;
            add(meaning, "", quoted(meaning.unit()));
            return whole(Format.NUMBER);
        }
        return null;
    }

    /** What formats with rows call their values; where they carry units of their own none is said. */
    private @Nullable String rows(Format format, Form form, byte[] payload, long arrived) {
        JsonNode rows = tree(form, payload, arrived);
        if (rows == null) return null;
        for (JsonNode row : rows) {
            for (Map.Entry<String, JsonNode> field : row.properties()) {
                String name = field.getKey();
                double value = value(field.getValue());
                if (Double.isNaN(value) || List.of("t", "v", "value", "time").contains(name)) continue;
                Lexicon.Meaning meaning = Lexicon.of(name, value);
                boolean unitComes = format == Format.SENML || (format == Format.SPARKPLUG && row.has("engUnit"));
                if (meaning != null) add(meaning, name, unitComes ? "" : quoted(meaning.unit()));
            }
        }
        return whole(format);
    }

    private @Nullable String json(JsonNode root, long arrived) {
        Map<String, Leaves.Leaf> leaves = Leaves.of(root);
        time = TimeGuess.of(leaves, arrived);
        leaves.forEach((at, leaf) -> {
            double value = value(leaf.value());
            Lexicon.Meaning meaning = Double.isNaN(value) ? null : Lexicon.of(leaf.name(), value);
            if (meaning != null) add(meaning, at, unit(meaning, leaf, root));
        });
        return whole(Format.JSON);
    }

    private static String unit(Lexicon.Meaning meaning, Leaves.Leaf leaf, JsonNode root) {
        String at = leaf.unitAt();
        if (meaning.quantity() == Quantity.TEMPERATURE && root.has("TempUnit")) at = "/TempUnit";
        if (meaning.quantity() == Quantity.PRESSURE && root.has("PressureUnit")) at = "/PressureUnit";
        String unit = quoted(meaning.unit());
        return at == null ? unit : "{at: " + quoted(at) + ", otherwise: " + unit + "}";
    }

    private static double value(JsonNode node) {
        if (node.isNumber()) return node.doubleValue();
        return node.isTextual() ? PlainNumber.read(PlainNumber.trimmed(node.textValue()), '.') : Double.NaN;
    }

    /** Of several of one quantity the first is suggested: the others may be other sensors, or the same again. */
    private void add(Lexicon.Meaning meaning, String at, String unit) {
        if (taken.putIfAbsent(meaning.quantity(), at) == null) readings.append(reading(meaning.quantity(), at, unit));
    }

    static String reading(Quantity quantity, String at, String unit) {
        return "    - {quantity: " + quantity.id() + (at.isEmpty() ? "" : ", at: " + quoted(at))
                + (unit.isEmpty() ? "" : ", unit: " + unit) + "}\n";
    }

    private @Nullable String whole(Format format) {
        return readings.isEmpty() ? null : entry(topic, topic, venue, format, time + "  readings:\n" + readings);
    }

    static String entry(String name, String topic, String venue, Format format, String rest) {
        return "- id: " + id(name) + "\n  venue: " + venue + "\n  topic: " + quoted(topic) + "\n  format: "
                + format.name().toLowerCase(Locale.ROOT) + "\n" + rest;
    }

    private static String id(String name) {
        String safe =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-").replaceAll("^[-_]+|-+$", "");
        String id = safe.isEmpty() ? "sensor" : safe.substring(Math.max(0, safe.length() - LONGEST_ID));
        return quoted(id.replaceAll("^[-_]+", ""));
    }

    /** As a text of JSON, which is one of YAML too. */
    static String quoted(String text) {
        return Tree.NODES.textNode(text).toString();
    }
}
