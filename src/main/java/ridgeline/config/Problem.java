package ridgeline.config;

/**
 * One mistake in a configuration file, at the place where it is to be mended.
 *
 * @param file as it was named to the reader
 * @param line from 1
 * @param column in characters (code points), from 1
 * @param field path of keys and list places, for example {@code sensors[0].readings[1].unit}; {@code document} for the
 *     file as a whole
 * @param text what is wrong, what is allowed
 */
public record Problem(String file, int line, int column, String field, String text) {
    /** {@code FILE:LINE:COLUMN: FIELD: what is wrong, what is allowed}, always one line and printable. */
    @Override
    public String toString() {
        return escaped(file + ":" + line + ":" + column + ": " + field + ": " + text);
    }

    /** Control, format and unpaired characters as {@code \\u001b}: a file must not write on the reader's terminal. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isPrintable(c)) safe.appendCodePoint(c);
            else if (Character.isBmpCodePoint(c)) safe.append(String.format("\\u%04x", c));
            else safe.append(String.format("\\U%08x", c));
        });
        return safe.toString();
    }

    static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
