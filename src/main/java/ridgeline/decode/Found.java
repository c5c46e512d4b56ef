package ridgeline.decode;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What stood at each place that was looked for in one payload. Reused from message to message on the thread that decodes.
 */
final class Found {
    enum Kind {
        ABSENT,
        NULL,
        NUMBER,
        TEXT,
        OTHER
    }

    private final Kind[] kinds;
    private final double[] numbers;
    private final @Nullable String[] texts;

    Found(int places) {
        kinds = new Kind[places];
        numbers = new double[places];
        texts = new String[places];
    }

    void clear() {
        Arrays.fill(kinds, Kind.ABSENT);
        Arrays.fill(texts, null);
    }

    void number(int place, double value, @Nullable String exact) {
        kinds[place] = Kind.NUMBER;
        numbers[place] = value;
        texts[place] = exact;
    }

    void text(int place, String value) {
        kinds[place] = Kind.TEXT;
        texts[place] = value;
    }

    void truth(int place, boolean value) {
        kinds[place] = Kind.OTHER;
        texts[place] = Boolean.toString(value);
    }

    void other(int place, Kind kind) {
        kinds[place] = kind;
    }

    Kind kind(int place) {
        return kinds[place];
    }

    double number(int place) {
        return numbers[place];
    }

    boolean isThere(int place) {
        return kinds[place] != Kind.ABSENT && kinds[place] != Kind.NULL;
    }

    /** The text of a string, of true and false, or of a number that was asked for exactly. */
    String text(int place) {
        String text = texts[place];
        return text == null ? "" : text;
    }
}
