package ridgeline.decode;

import java.util.Map;

/** Fills {@code {name}} in a sensor's id with what its topic captured. */
final class Captures {
    private Captures() {}

    /** What may stand in an id stays; everything else becomes a hyphen, so that a series id is safe in any URL. */
    static String fill(String template, Map<String, String> captured) {
        String id = template;
        for (Map.Entry<String, String> capture : captured.entrySet()) {
            id = id.replace("{" + capture.getKey() + "}", capture.getValue().replaceAll("[^A-Za-z0-9_-]", "-"));
        }
        return id;
    }
}
