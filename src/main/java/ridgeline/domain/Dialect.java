package ridgeline.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sensor's payload needs beyond its format.
 *
 * @param unpack what is undone before the format is read, in order
 * @param accept conditions without which nothing is read
 * @param trust conditions without which a value is kept but not believed
 * @param capture names for use in the sensor's id, each with the places where its text may stand, the first that is there
 * @param decimal the decimal sign, a point unless something else is configured
 * @param pattern with format text: regular expressions (RE2) with named groups, the first that matches counts
 * @param pairs with format text: instead of patterns, the signs between pairs and between key and value
 * @param separator with format csv
 * @param header with format csv: whether the first line names the columns
 * @param checksum false where a wrong checksum is forgiven
 */
public record Dialect(
        List<Unpacking> unpack,
        List<Guard> accept,
        List<Guard> trust,
        Map<String, List<String>> capture,
        char decimal,
        List<String> pattern,
        @Nullable Pairs pairs,
        char separator,
        boolean header,
        boolean checksum) {
    public static final Dialect PLAIN =
            new Dialect(List.of(), List.of(), List.of(), Map.of(), '.', List.of(), null, ',', false, true);

    public Dialect {
        unpack = List.copyOf(unpack);
        accept = List.copyOf(accept);
        trust = List.copyOf(trust);
        capture = Map.copyOf(capture);
        pattern = List.copyOf(pattern);
    }

    public enum Unpacking {
        GZIP,
        ZLIB,
        BASE64,
        HEX
    }

    /**
     * Text such as {@code t=21.5;h=40}.
     *
     * @param between stands between two pairs
     * @param key stands between a key and its value, where it is met first
     */
    public record Pairs(String between, String key) {}
}
