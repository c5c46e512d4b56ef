package ridgeline.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Guard;
import ridgeline.domain.Pointer;
import ridgeline.domain.Sensor.Format;

/** Reads where something stands in a payload, and the conditions on what stands there. */
final class PlaceYaml {
    private static final String A_POINTER =
            "a JSON Pointer (RFC 6901) such as /pm25, where ~ is written ~0 and / in a key ~1";
    private static final String A_COLUMN = "the name of a value such as temp, or a column from 1";
    private static final Pattern CAPTURE = Pattern.compile("\\{\\w+}");

    private final @Nullable Format format;
    /** What the topic captures, for conditions on it. */
    private final Set<String> captured;

    PlaceYaml(@Nullable Format format, Set<String> captured) {
        this.format = format;
        this.captured = captured;
    }

    /** Null when there is none, or when it is no place. */
    @Nullable
    String one(Yaml at) {
        if (format != null && format.hasColumns()) return at.scalar(A_COLUMN);
        String text = at.raw(A_POINTER);
        return text == null || isPlace(at, text) ? text : null;
    }

    private static boolean isPlace(Yaml at, String text) {
        try {
            Pointer.of(text);
            return true;
        } catch (IllegalArgumentException wrong) {
            boolean begins = text.startsWith("/") && !text.matches("(?s).*~([^0-4].*|)");
            if (begins) at.problem("is " + at.shown() + " (" + wrong.getMessage() + "), allowed: " + A_POINTER);
            else at.refuse(A_POINTER);
            return false;
        }
    }

    /** One place, or several of which the first that is there counts; empty when there is none. */
    List<String> oneOrMore(Yaml at) {
        List<String> places = new ArrayList<>();
        if (at.isList()) {
            for (Yaml item : at.items()) add(one(item), places);
            if (at.items().isEmpty()) at.problem("is empty, allowed: a place or a list of places");
        } else {
            add(one(at), places);
        }
        return places;
    }

    private static void add(@Nullable String place, List<String> places) {
        if (place != null) places.add(place);
    }

    /** {@code {place: value}} or {@code {place: [value, value]}}; null as a value stands for nothing there. */
    List<Guard> guards(Yaml conditions) {
        List<Guard> guards = new ArrayList<>();
        for (Map.Entry<String, Yaml> entry : conditions.entries().entrySet()) {
            String at = entry.getKey();
            Yaml value = entry.getValue();
            if (!isKnown(at, value)) continue;
            Set<String> values = new LinkedHashSet<>();
            boolean orAbsent = false;
            for (Yaml one : value.isList() ? value.items() : List.of(value)) {
                String text = one.scalar("a text, a number, true, false, null, or a list of them");
                if (text == null) orAbsent = true;
                else values.add(text.startsWith("0x") ? decimal(one, text) : text);
            }
            guards.add(new Guard(at, values, orAbsent));
        }
        return guards;
    }

    /** Bytes are compared with hexadecimal numbers, which YAML knows too. */
    private static String decimal(Yaml place, String hex) {
        return hex.matches("0x[0-9A-Fa-f]{1,12}") && !place.shown().startsWith("the text")
                ? Long.toString(Long.parseLong(hex.substring(2), 16))
                : hex;
    }

    private boolean isKnown(String at, Yaml value) {
        if (CAPTURE.matcher(at).matches()) {
            String name = at.substring(1, at.length() - 1);
            if (captured.contains(name)) return true;
            value.problem("asks for " + at + ", which topic does not capture"
                    + (captured.isEmpty() ? "" : ", allowed: {" + String.join("}, {", captured) + "}"));
            return false;
        }
        return (format != null && format.hasColumns()) || isPlace(value, at);
    }
}
