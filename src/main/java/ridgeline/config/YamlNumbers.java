package ridgeline.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Numbers of the YAML 1.2 core schema: decimal, {@code 0o17}, {@code 0x1f}; {@code .inf} and {@code .nan} are refused. */
final class YamlNumbers {
    /** Longer than any number a person writes; keeps a digit flood cheap. */
    private static final int LONGEST = 64;

    private YamlNumbers() {}

    static @Nullable Double number(Yaml place, @Nullable Node node) {
        if (node == null) return null;
        if (node instanceof ScalarNode scalar && scalar.getValue().length() <= LONGEST) {
            double value = valueOf(scalar);
            if (Double.isFinite(value)) return value;
        }
        place.refuse("a number" + unquoted(node));
        return null;
    }

    static @Nullable Double within(Yaml place, @Nullable Double number, double low, double high) {
        if (number == null || (number >= low && number <= high)) return number;
        place.refuse("a number from " + plain(low) + " to " + plain(high));
        return null;
    }

    static @Nullable Integer integer(Yaml place, @Nullable Node node, int low, int high) {
        if (node == null) return null;
        if (node instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.INT)
                && scalar.getValue().length() <= LONGEST) {
            double value = valueOf(scalar);
            if (value >= low && value <= high) return (int) value;
        }
        place.refuse("a whole number from " + low + " to " + high + unquoted(node));
        return null;
    }

    /** A number as a person writes it: {@code 60}, not {@code 60.0}. */
    static String plain(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String unquoted(Node node) {
        boolean looksRight = node instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.STR)
                && !scalar.isPlain()
                && scalar.getValue().strip().matches("[-+]?[0-9.]+");
        return looksRight ? " without quotes" : "";
    }

    /** NaN for what is no number. */
    private static double valueOf(ScalarNode scalar) {
        boolean numeric = scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT);
        if (!numeric) return Double.NaN;
        String digits = scalar.getValue();
        try {
            if (digits.startsWith("0x")) return new BigInteger(digits.substring(2), 16).doubleValue();
            if (digits.startsWith("0o")) return new BigInteger(digits.substring(2), 8).doubleValue();
            return new BigDecimal(digits).doubleValue();
        } catch (NumberFormatException e) {
            return Double.NaN; // .inf, .nan, or a tag that lies
        }
    }
}
