package ridgeline.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Dialect;

/**
 * Free text: one row, of the named groups of the first pattern that matches the whole text, or of its keys and values. The
 * patterns are of RE2, whose time is linear in the text, since payloads come from outside.
 */
final class TextForm implements Form {
    private static final int LONGEST = 4096;

    private final List<Pattern> patterns;
    private final Dialect.@Nullable Pairs pairs;

    TextForm(List<String> patterns, Dialect.@Nullable Pairs pairs) {
        this.patterns = patterns.stream()
                .map(one -> Pattern.compile(one, Pattern.DOTALL))
                .toList();
        this.pairs = pairs;
    }

    @Override
    public JsonNode tree(byte[] payload, long arrived) throws Unreadable {
        String text = PlainNumber.trimmed(new String(payload, StandardCharsets.UTF_8));
        if (text.isEmpty()) throw Unreadable.idle("empty text");
        if (text.length() > LONGEST) throw Unreadable.wrong("text of more than " + LONGEST + " characters");
        ObjectNode row = Tree.NODES.objectNode();
        if (pairs != null) split(text, pairs, row);
        else match(text, row);
        return Tree.NODES.arrayNode().add(row);
    }

    private void match(String text, ObjectNode row) throws Unreadable {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.matches()) continue;
            for (String group : pattern.namedGroups().keySet()) row.put(group, matcher.group(group));
            return;
        }
        throw Unreadable.wrong("text '" + Shown.text(text) + "' does not match the pattern");
    }

    private static void split(String text, Dialect.Pairs pairs, ObjectNode row) throws Unreadable {
        boolean wrapped = text.length() > 1 && "{[(<".indexOf(text.charAt(0)) >= 0;
        String inner = wrapped ? text.substring(1, text.length() - 1) : text;
        for (String pair : inner.split(java.util.regex.Pattern.quote(pairs.between()), Tree.MOST_VALUES)) {
            int key = pair.indexOf(pairs.key());
            if (key < 1) continue;
            row.put(
                    PlainNumber.trimmed(pair.substring(0, key)),
                    PlainNumber.trimmed(pair.substring(key + pairs.key().length())));
        }
        if (row.isEmpty())
            throw Unreadable.wrong("text '" + Shown.text(text) + "' holds no pair with '" + pairs.key() + "'");
    }
}
