package ridgeline.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Absence;
import ridgeline.domain.Availability;
import ridgeline.domain.IdTemplate;
import ridgeline.domain.Pointer;
import ridgeline.domain.Sensor;

/** What one topic says of whether the devices of one sensor are there. Confined to the decoding thread. */
final class Presence {
    /** Stands in a topic for any text. */
    static final char ANY = '\u0001';

    /** Where the word stands in an object unless it is said: so does Zigbee2MQTT. */
    private static final Pointer USUAL = Pointer.of("/state");

    private final Availability availability;
    private final Pattern sensorIds;
    private final Pointer at;

    Presence(Sensor sensor, Availability availability, Map<String, String> captured) {
        this.availability = availability;
        sensorIds = ids(sensor, captured);
        at = availability.at() == null ? USUAL : Pointer.of(availability.at());
    }

    /** The ids that a sensor has on a topic, as far as its captures say. */
    static Pattern ids(Sensor sensor, Map<String, String> captured) {
        Map<String, String> known = new HashMap<>();
        captured.forEach((name, text) -> known.put(name, expression(text)));
        return new IdTemplate(sensor.id()).ids(known);
    }

    private static String expression(String text) {
        int any = text.indexOf(ANY);
        if (any < 0) return Pattern.quote(Name.safe(text));
        return (any == 0 ? "" : Pattern.quote(Name.safe(text.substring(0, any)))) + IdTemplate.ANY;
    }

    /** Gone, or ignored with the reason. */
    Decoded read(byte[] payload, long arrived) {
        String word;
        try {
            word = word(payload, arrived);
        } catch (IOException notJson) {
            return new Decoded.Rejected("availability: not JSON: " + Shown.line(notJson.getMessage()));
        }
        Boolean isThere = availability.isThere(word);
        if (isThere == null)
            return new Decoded.Ignored("availability: '" + Shown.text(word) + "' says neither online nor offline");
        if (isThere) return new Decoded.Ignored("availability: online");
        return new Decoded.Gone("availability: offline", java.util.List.of(new Absence(sensorIds, arrived)));
    }

    private String word(byte[] payload, long arrived) throws IOException {
        String text = PlainNumber.trimmed(new String(payload, StandardCharsets.UTF_8));
        if (availability.at() == null && !text.startsWith("{")) return text;
        JsonNode root = new Tree().tree(payload, arrived);
        @Nullable JsonNode found = new Walk(root).first(at);
        return found == null ? "" : found.asText();
    }
}
