package ridgeline.decode;

import org.jspecify.annotations.Nullable;

/** Text from a payload as it may stand in a message to a person: one line, short, without control characters. */
final class Shown {
    private static final int MOST = 40;

    private Shown() {}

    static String text(String text) {
        String line = line(text);
        return line.length() <= MOST ? line : line.substring(0, MOST) + "…";
    }

    static String line(@Nullable String text) {
        if (text == null) return "";
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        return first.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
