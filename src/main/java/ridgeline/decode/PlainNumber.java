package ridgeline.decode;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A payload that is one number as text. Stricter than {@link Double#parseDouble}, which also takes {@code NaN}, {@code 21.5f}
 * and {@code 0x1p3}; blanks, line ends and trailing NULs around it are forgiven.
 */
final class PlainNumber {
    private static final int LONGEST = 64;
    private static final Pattern GRAMMAR = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");

    private PlainNumber() {}

    static OptionalDouble read(byte[] payload, int from, int length) {
        int start = from;
        int end = from + length;
        while (start < end && isPadding(payload[start])) start++;
        while (end > start && isPadding(payload[end - 1])) end--;
        if (end == start || end - start > LONGEST) return OptionalDouble.empty();
        String text = new String(payload, start, end - start, StandardCharsets.ISO_8859_1);
        if (!GRAMMAR.matcher(text).matches()) return OptionalDouble.empty();
        return OptionalDouble.of(Double.parseDouble(text));
    }

    private static boolean isPadding(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == 0;
    }
}
