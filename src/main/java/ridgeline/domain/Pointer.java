package ridgeline.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a payload that has the shape of a tree: a JSON Pointer (RFC 6901) and four more kinds of step.
 *
 * <ul>
 *   <li>{@code *} is every element of a list and every member of an object, {@code *#} the name of each instead;
 *   <li>{@code [key=text]} is the first element whose {@code key} is {@code text}; also right after a key, {@code list[key=text]};
 *   <li>{@code [/names/*=text]} is the element at the position that {@code text} has among {@code /names/*};
 *   <li>{@code <hex 4 s16>} at the end is a number in the bytes that stand there as hex or base64 text.
 * </ul>
 *
 * Where a key itself is {@code *} or holds {@code [} or {@code <}, these are written {@code ~2}, {@code ~3} and {@code ~4}.
 */
public record Pointer(String text, List<Step> steps) {
    private static final Pattern ESCAPE = Pattern.compile("~(.?)", Pattern.DOTALL);
    private static final String ESCAPED = "~/*[<";
    private static final Pattern BYTES =
            Pattern.compile("(?:(hex|base64) )?([0-9]{1,4}) ([su](?:8|16|24|32)|f32|f64)(le)?(?: & ([0-9]{1,10}))?");

    public Pointer {
        steps = List.copyOf(steps);
    }

    /** One step on the way. */
    public sealed interface Step {}

    /** A member by its name, or an element by its position. */
    public record Key(String name) implements Step {}

    /** Every element, or every member. */
    public record Each() implements Step {}

    /** The name of every member or the position of every element, instead of what stands there. */
    public record Name() implements Step {}

    /** The first element for which {@code at}, seen from the element, is {@code value}. */
    public record Where(Pointer at, String value) implements Step {}

    /** The element at the position of {@code value} among what {@code names} leads to from the root. */
    public record Beside(Pointer names, String value) implements Step {}

    /**
     * A number in bytes.
     *
     * @param coding {@code hex} or {@code base64}; null where the payload itself is the bytes
     * @param type {@code s} (signed), {@code u} (unsigned) or {@code f} (IEEE 754) and its bits
     * @param mask bits that count, -1 for all
     */
    public record Bytes(@Nullable String coding, int from, String type, boolean littleEndian, long mask)
            implements Step {}

    /** @throws IllegalArgumentException when the text is no place; the message says what is wrong */
    public static Pointer of(String text) {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < text.length() && text.charAt(at) == '/') {
            int end = endOfToken(text, at + 1);
            token(text.substring(at + 1, end), steps);
            at = end;
        }
        if (at < text.length()) {
            if (text.charAt(at) != '<') throw new IllegalArgumentException("a place starts with '/'");
            steps.add(bytes(text.substring(at)));
        }
        return new Pointer(text, steps);
    }

    /** A member of each row, for formats whose payload is rows of named values. */
    public static Pointer ofColumn(String name) {
        return new Pointer(name, List.of(new Each(), new Key(name)));
    }

    /** Whether it is a JSON Pointer and no more. */
    public boolean isPointer() {
        return steps.stream().allMatch(Key.class::isInstance);
    }

    /** Whether it may lead to several values. */
    public boolean fansOut() {
        return steps.stream().anyMatch(step -> step instanceof Each || step instanceof Name);
    }

    private static int endOfToken(String text, int from) {
        int open = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[') open++;
            else if (c == ']' && open > 0) open--;
            else if (open == 0 && (c == '/' || c == '<')) return i;
        }
        return text.length();
    }

    private static void token(String token, List<Step> steps) {
        int bracket = token.indexOf('[');
        String key = bracket < 0 ? token : token.substring(0, bracket);
        if (key.equals("*")) steps.add(new Each());
        else if (key.equals("*#")) steps.add(new Name());
        else if (bracket != 0) steps.add(new Key(unescaped(key)));
        for (int open = bracket; open >= 0 && open < token.length(); ) {
            int close = token.indexOf(']', open);
            if (token.charAt(open) != '[' || close < 0)
                throw new IllegalArgumentException("'[' needs its ']' and a literal one is written ~3");
            steps.add(selection(token.substring(open + 1, close)));
            open = close + 1;
        }
    }

    private static Step selection(String inner) {
        int equals = inner.indexOf('=');
        if (equals < 1) throw new IllegalArgumentException("[" + inner + "] is not of the form [key=text]");
        String left = inner.substring(0, equals);
        String value = unescaped(inner.substring(equals + 1));
        if (!left.startsWith("/")) return new Where(of("/" + left), value);
        Pointer names = of(left);
        return new Beside(names.fansOut() ? names : of(left + "/*"), value);
    }

    private static Bytes bytes(String text) {
        Matcher parts = BYTES.matcher(text.endsWith(">") ? text.substring(1, text.length() - 1) : "");
        if (!parts.matches())
            throw new IllegalArgumentException(text + " is not of the form <hex 4 s16> or <base64 0 u32le & 255>");
        long mask = parts.group(5) == null ? -1 : Long.parseLong(parts.group(5));
        return new Bytes(
                parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3), parts.group(4) != null, mask);
    }

    private static String unescaped(String token) {
        if (token.indexOf('~') < 0) return token;
        return ESCAPE.matcher(token).replaceAll(escape -> {
            int which = escape.group(1).isEmpty() ? -1 : "01234".indexOf(escape.group(1));
            if (which < 0) throw new IllegalArgumentException("~ is written ~0, / in a key ~1");
            return Matcher.quoteReplacement(ESCAPED.substring(which, which + 1));
        });
    }
}
