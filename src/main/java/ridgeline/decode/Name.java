package ridgeline.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Dialect;

/** A sensor's id as it comes out for one message or element: its captures are filled in. Confined to the decoding thread. */
final class Name {
    private static final Pattern CAPTURE = Pattern.compile("\\{(\\w+)(\\?)?}");
    private static final int LONGEST = 200;

    private final String fixed;
    private final List<Part> parts = new ArrayList<>();

    /** What stands before a capture of the payload, and that capture. */
    private record Part(String before, String capture, boolean optional, List<Integer> places) {}

    Name(String template, Map<String, String> captured, Dialect dialect, Places places) {
        StringBuilder before = new StringBuilder();
        Matcher captures = CAPTURE.matcher(template);
        int from = 0;
        for (; captures.find(); from = captures.end()) {
            before.append(template, from, captures.start());
            String capture = captures.group(1);
            String ofTopic = captured.get(capture);
            List<String> ofPayload = dialect.capture().get(capture);
            if (ofTopic != null) before.append(safe(ofTopic));
            else if (ofPayload == null) before.append(captures.group());
            else {
                parts.add(new Part(before.toString(), capture, captures.group(2) != null, places.texts(ofPayload)));
                before.setLength(0);
            }
        }
        fixed = before.append(template.substring(from)).toString();
    }

    /** Null where the id depends on the payload. */
    @Nullable
    String constant() {
        return parts.isEmpty() ? fixed : null;
    }

    /** The id, or null when the payload lacks a part of it that is not optional. */
    @Nullable
    String of(Found found) {
        StringBuilder id = new StringBuilder();
        for (Part part : parts) {
            String text = text(part, found);
            if (text == null && !part.optional()) return null;
            id.append(part.before());
            if (text != null) id.append(safe(text));
            else if (id.length() > 0 && id.charAt(id.length() - 1) == '-') id.setLength(id.length() - 1);
        }
        return id.append(fixed).toString();
    }

    private static @Nullable String text(Part part, Found found) {
        for (int place : part.places()) {
            String text = found.isThere(place) ? PlainNumber.trimmed(found.text(place)) : "";
            if (!text.isEmpty() && text.length() <= LONGEST) return text;
        }
        return null;
    }

    /** The capture that is not there, for a message. */
    String lacking(Found found) {
        for (Part part : parts) if (!part.optional() && text(part, found) == null) return "{" + part.capture() + "}";
        return "";
    }

    /**
     * What may stand in an id stays; other ASCII, and nothing at all, becomes a hyphen; what is beyond is written by its code
     * point, so that two devices with Chinese names stay two. A series id is safe in any URL.
     */
    static String safe(String text) {
        StringBuilder id = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c > 0x7F) id.append('u').append(Integer.toHexString(c));
            else id.append(isSafe((char) c) ? (char) c : '-');
        });
        return id.isEmpty() ? "-" : id.toString();
    }

    private static boolean isSafe(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
