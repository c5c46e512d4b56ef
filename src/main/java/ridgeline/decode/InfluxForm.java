package ridgeline.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * InfluxDB line protocol: a row for each line with its fields and tags by name, {@code measurement} and {@code time}. A field
 * hides a tag of its name. Numbers may end in i or u; text and truth values are kept as what they are.
 */
final class InfluxForm implements Form {
    static final String TIME = "time";
    private static final String MEASUREMENT = "measurement";

    private String text = "";
    private int at;
    private int values;

    @Override
    public JsonNode tree(byte[] payload, long arrived) throws Unreadable {
        text = PlainNumber.trimmed(new String(payload, StandardCharsets.UTF_8));
        at = 0;
        values = 0;
        ArrayNode rows = Tree.NODES.arrayNode();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r' || c == ' ') at++;
            else if (c == '#') skipLine();
            else rows.add(row());
        }
        return rows;
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    private ObjectNode row() throws Unreadable {
        ObjectNode row = Tree.NODES.objectNode();
        String measurement = word(", ");
        if (measurement.isEmpty()) throw wrong("a measurement");
        row.put(MEASUREMENT, measurement);
        values++;
        while (is(',')) {
            String tag = word("=, ");
            if (!is('=')) throw wrong("= after the tag '" + Shown.text(tag) + "'");
            row.put(tag, word(", "));
        }
        if (!is(' ')) throw wrong("a blank before the fields");
        while (is(' ')) {}
        do field(row);
        while (is(','));
        while (is(' ')) {}
        String time = word("");
        if (!time.isEmpty()) row.put(TIME, time);
        if (!time.isEmpty() && Double.isNaN(PlainNumber.read(time, '.'))) throw wrong("a time");
        is('\r');
        if (at < text.length() && !is('\n')) throw wrong("the end of the line");
        return row;
    }

    private void field(ObjectNode row) throws Unreadable {
        String name = word("=, ");
        if (name.isEmpty() || !is('=')) throw wrong("name=value");
        if (++values > Tree.MOST_VALUES) throw Unreadable.wrong("more than " + Tree.MOST_VALUES + " values");
        if (at < text.length() && text.charAt(at) == '"') {
            row.put(name, quoted());
            return;
        }
        String value = word(", ");
        boolean suffixed = value.endsWith("i") || value.endsWith("u");
        String digits = suffixed ? value.substring(0, value.length() - 1) : value;
        if (!Double.isNaN(PlainNumber.read(digits, '.'))) row.put(name, digits);
        else if (value.matches("(?i)t|true|f|false"))
            row.put(name, value.toLowerCase(java.util.Locale.ROOT).startsWith("t"));
        else throw wrong("a value for " + Shown.text(name) + " instead of '" + Shown.text(value) + "'");
    }

    /** Up to one of some signs that is not escaped, or to the end of the line. */
    private String word(String ends) {
        StringBuilder word = new StringBuilder();
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && ",= \\".indexOf(text.charAt(at + 1)) >= 0)
                word.append(text.charAt(++at));
            else if (c == '\n' || c == '\r' || c == ' ' || ends.indexOf(c) >= 0) break;
            else word.append(c);
        }
        return word.toString();
    }

    private String quoted() throws Unreadable {
        StringBuilder word = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && "\"\\".indexOf(text.charAt(at + 1)) >= 0) {
                word.append(text.charAt(++at));
            } else if (c == '"') {
                at++;
                return word.toString();
            } else word.append(c);
        }
        throw wrong("the end of a quoted text");
    }

    private boolean is(char c) {
        if (at >= text.length() || text.charAt(at) != c) return false;
        at++;
        return true;
    }

    private Unreadable wrong(String wanted) {
        return Unreadable.wrong("not line protocol: at character " + (at + 1) + " " + wanted + " is missing");
    }
}
