package ridgeline.config;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Dialect;
import ridgeline.domain.Dialect.Pairs;
import ridgeline.domain.Dialect.Unpacking;
import ridgeline.domain.Sensor.Format;

/** Reads what a sensor's payload needs beyond its format. */
final class DialectYaml {
    static final List<String> KEYS = List.of(
            "unpack", "accept", "trust", "capture", "decimal", "pattern", "pairs", "separator", "header", "checksum");

    private static final String A_DECIMAL_SIGN = "a point or a comma, in quotes";
    private static final String A_SIGN = "one character that is no letter, digit or quote, or tab";

    private DialectYaml() {}

    static Dialect read(Yaml sensor, @Nullable Format format, PlaceYaml places) {
        boolean text = format == null || format == Format.TEXT;
        boolean csv = format == null || format == Format.CSV;
        boolean summed = format == null || format == Format.HJ212 || format == Format.BYTES;
        only(text, sensor.at("pattern"), "text");
        only(text, sensor.at("pairs"), "text");
        only(csv, sensor.at("separator"), "csv");
        only(csv, sensor.at("header"), "csv");
        only(summed, sensor.at("checksum"), "hj212 or bytes");
        if (format == Format.TEXT
                && sensor.at("pattern").isPresent() == sensor.at("pairs").isPresent())
            sensor.at("format").problem("is text, allowed: together with either pattern or pairs");
        Boolean checksum = truth(sensor.at("checksum"));
        return new Dialect(
                unpack(sensor.at("unpack")),
                places.guards(sensor.at("accept")),
                places.guards(sensor.at("trust")),
                capture(sensor.at("capture"), places),
                Syntax.or(decimal(sensor.at("decimal")), '.'),
                patterns(sensor.at("pattern")),
                pairs(sensor.at("pairs")),
                Syntax.or(separator(sensor.at("separator")), ','),
                Syntax.or(truth(sensor.at("header")), false),
                checksum == null ? format != Format.BYTES : checksum);
    }

    private static void only(boolean fits, Yaml place, String formats) {
        if (!fits && place.isPresent()) place.problem("is given, allowed: only with format " + formats);
    }

    private static List<Unpacking> unpack(Yaml place) {
        List<Unpacking> steps = new ArrayList<>();
        for (Yaml one : place.isList() ? place.items() : List.of(place)) {
            Unpacking step = one.oneOf(Unpacking.class);
            if (step != null) steps.add(step);
        }
        return steps;
    }

    private static Map<String, List<String>> capture(Yaml place, PlaceYaml places) {
        Map<String, List<String>> captures = new LinkedHashMap<>();
        place.entries().forEach((name, at) -> {
            if (!name.matches("\\w+")) at.problem("has a name that is not made of letters, digits and _");
            captures.put(name, places.oneOrMore(at));
        });
        return captures;
    }

    private static @Nullable Character decimal(Yaml place) {
        String sign = place.raw(A_DECIMAL_SIGN);
        if (sign == null) return null;
        if (sign.equals(".") || sign.equals(",")) return sign.charAt(0);
        place.refuse(A_DECIMAL_SIGN);
        return null;
    }

    private static @Nullable Character separator(Yaml place) {
        String sign = place.raw(A_SIGN);
        if (sign == null) return null;
        if (sign.equals("tab")) return '\t';
        if (sign.length() == 1 && !Character.isLetterOrDigit(sign.charAt(0)) && "\"\n\r".indexOf(sign) < 0)
            return sign.charAt(0);
        place.refuse(A_SIGN);
        return null;
    }

    private static List<String> patterns(Yaml place) {
        List<String> patterns = new ArrayList<>();
        for (Yaml one : place.isList() ? place.items() : List.of(place)) {
            String pattern = one.text();
            if (pattern == null) continue;
            try {
                if (com.google.re2j.Pattern.compile(pattern).namedGroups().isEmpty())
                    one.problem("holds no named group, allowed: at least one such as (?P<value>\\S+)");
                patterns.add(pattern);
            } catch (PatternSyntaxException wrong) {
                one.problem("is no regular expression (" + wrong.getDescription() + "), allowed: RE2 syntax");
            }
        }
        return patterns;
    }

    private static @Nullable Pairs pairs(Yaml place) {
        if (!place.isPresent()) return null;
        place.onlyKeys("between", "key");
        String between = place.at("between").required().raw("the text between two pairs");
        String key = place.at("key").required().raw("the text between key and value");
        if ("".equals(between) || "".equals(key)) place.problem("has an empty sign, allowed: a text");
        return between == null || key == null ? null : new Pairs(between, key);
    }

    private static @Nullable Boolean truth(Yaml place) {
        String word = place.scalar("true or false");
        if (word == null) return null;
        if (word.equals("true") || word.equals("false")) return Boolean.valueOf(word);
        place.refuse("true or false");
        return null;
    }
}
