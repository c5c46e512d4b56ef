package ridgeline.domain;

import java.util.Map;

/** One text in several languages, keyed by language code ({@code zh}, {@code en}, {@code fr}). */
public record Words(Map<String, String> byLanguage) {
    public Words {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** The text in a language, else in English, else in any language there is, else empty. */
    public String in(String language) {
        String text = byLanguage.get(language);
        if (text == null) text = byLanguage.get("en");
        if (text == null)
            text = byLanguage.values().stream().sorted().findFirst().orElse("");
        return text;
    }
}
