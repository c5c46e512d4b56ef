package ridgeline.domain;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sensor's id with {@code {captures}}, of which {@code {name?}} may be missing together with the hyphen before it. */
public record IdTemplate(String text) {
    /** Any text that a capture may become. */
    public static final String ANY = "[A-Za-z0-9_-]+";

    private static final Pattern CAPTURE = Pattern.compile("\\{(\\w+)(\\?)?}");

    /**
     * All ids that it may become.
     *
     * @param known expressions for what captures became, by name; the others may have become anything
     */
    public Pattern ids(Map<String, String> known) {
        StringBuilder pattern = new StringBuilder();
        Matcher captures = CAPTURE.matcher(text);
        int from = 0;
        for (; captures.find(); from = captures.end()) {
            String before = text.substring(from, captures.start());
            String captured = known.getOrDefault(captures.group(1), ANY);
            boolean optional = captures.group(2) != null && !known.containsKey(captures.group(1));
            boolean joined = optional && before.endsWith("-");
            pattern.append(Pattern.quote(joined ? before.substring(0, before.length() - 1) : before))
                    .append(joined ? "(-" + captured + ")?" : optional ? "(" + captured + ")?" : captured);
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(text.substring(from))).toString());
    }
}
