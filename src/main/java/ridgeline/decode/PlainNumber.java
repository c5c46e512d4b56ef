package ridgeline.decode;

import java.util.regex.Pattern;

/**
 * One number as text. Stricter than {@link Double#parseDouble}, which also takes {@code NaN}, {@code 21.5f} and {@code 0x1p3};
 * blanks, line ends and trailing NULs around it are forgiven.
 */
final class PlainNumber {
    private static final int LONGEST = 64;
    private static final Pattern GRAMMAR = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");

    private PlainNumber() {}

    /**
     * NaN when it is none.
     *
     * @param text without padding around it
     * @param decimal the decimal sign
     */
    static double read(String text, char decimal) {
        if (text.isEmpty() || text.length() > LONGEST) return Double.NaN;
        String number = text;
        if (decimal != '.') {
            if (text.indexOf('.') >= 0) return Double.NaN;
            number = text.replace(decimal, '.');
        }
        return GRAMMAR.matcher(number).matches() ? Double.parseDouble(number) : Double.NaN;
    }

    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isPadding(text.charAt(start))) start++;
        while (end > start && isPadding(text.charAt(end - 1))) end--;
        return text.substring(start, end);
    }

    private static boolean isPadding(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0;
    }
}
