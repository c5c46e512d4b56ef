package ridgeline.decode;

import java.util.Map;

/** Fills {@code {name}} in a sensor's id with what its topic captured. */
final class Captures {
    private Captures() {}

    /** What may stand in an id stays; everything else, and nothing at all, becomes a hyphen: a series id is safe in any URL. */
    static String fill(String template, Map<String, String> captured) {
        String id = template;
        for (Map.Entry<String, String> capture : captured.entrySet()) {
            String text = capture.getValue().replaceAll("[^A-Za-z0-9_-]", "-");
            id = id.replace("{" + capture.getKey() + "}", text.isEmpty() ? "-" : text);
        }
        return id;
    }
}
