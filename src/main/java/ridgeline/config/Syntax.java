package ridgeline.config;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The small languages inside values: ids, captures, MQTT topic filters, JSON Pointers, time zones. */
final class Syntax {
    static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    static final String AN_ID = "up to 64 of a-z 0-9 _ -, the first a letter or digit";
    static final Pattern SENSOR_ID = Pattern.compile("(?=.{1,128}$)([a-z0-9]|\\{\\w+})([a-z0-9_-]|\\{\\w+\\??})*");
    static final String A_SENSOR_ID =
            "up to 128 of a-z 0-9 _ -, the first a letter or digit, and {captures} of the topic";

    private static final Pattern CAPTURE = Pattern.compile("\\{(\\w+)[#?]?}");
    private static final Pattern TAIL = Pattern.compile("\\{\\w+#}");
    /** Literal text and captures, no two captures side by side. */
    private static final Pattern MIXED = Pattern.compile("([^+#{}]|\\{\\w+}(?!\\{))*");

    private static final int LONGEST_TOPIC = 65_535;
    private static final String A_LEVEL =
            "+, # (last) and {capture#} (once) only as a whole level; {capture} (letters, digits, _) with text between two";

    private Syntax() {}

    /** The names of the {@code {captures}} in a text, in order. */
    static Set<String> captures(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = CAPTURE.matcher(text);
        while (matcher.find()) names.add(matcher.group(1));
        return names;
    }

    /** Makes ids equal that differ only in the names of their captures. */
    static String shape(String id) {
        return CAPTURE.matcher(id).replaceAll("{}");
    }

    /** An MQTT 5 topic filter (section 4.7), where {@code {name}} is a {@code +} with a name. */
    static @Nullable String topic(Yaml place) {
        String topic = place.text();
        if (topic == null) return null;
        String[] levels = topic.split("/", -1);
        if (topic.getBytes(StandardCharsets.UTF_8).length > LONGEST_TOPIC)
            place.problem("is too long, allowed: 65535 bytes");
        else if (levels[0].equals("$share"))
            place.problem("is a shared subscription, allowed: a filter of its own (a share would miss messages)");
        else if (!Arrays.stream(levels).limit(levels.length - 1L).allMatch(Syntax::isInnerLevel)
                || !isLastLevel(levels[levels.length - 1])
                || Arrays.stream(levels).filter(TAIL.asMatchPredicate()).count() > 1) place.refuse(A_LEVEL);
        else if (CAPTURE.matcher(topic).results().count() > captures(topic).size()) place.refuse("each {capture} once");
        else return topic;
        return null;
    }

    private static boolean isLastLevel(String level) {
        return level.equals("#") || isInnerLevel(level);
    }

    private static boolean isInnerLevel(String level) {
        return level.equals("+")
                || TAIL.matcher(level).matches()
                || MIXED.matcher(level).matches();
    }

    static @Nullable ZoneId zone(Yaml place) {
        String allowed = "a time zone of the IANA list such as Asia/Shanghai, or an offset such as +08:00";
        String name = place.text(Pattern.compile(".+"), allowed);
        if (name == null) return null;
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            place.problem(
                    "is " + place.shown() + Nearest.hint(name, ZoneId.getAvailableZoneIds()) + ", allowed: " + allowed);
            return null;
        }
    }

    /** A value, or a stand-in that is never used: where a value is missing there is a problem, and nothing is built. */
    static <T> T or(@Nullable T value, T standIn) {
        return value == null ? standIn : value;
    }
}
