package ridgeline.decode;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Sensor;

/** Which value of a JSON payload seems to say when it was measured. */
final class TimeGuess {
    private static final Set<String> NAMES = Set.of(
            "ts",
            "t",
            "time",
            "timestamp",
            "datetime",
            "date_time",
            "epoch",
            "unixtime",
            "recorded_at",
            "received_at",
            "published_at",
            "measured_at",
            "event_time",
            "eventtime",
            "phenomenontime",
            "local_time",
            "_timestamp",
            "utc");

    private TimeGuess() {}

    /** The line of YAML, empty where there is none. */
    static String of(Map<String, Leaves.Leaf> leaves, long arrived) {
        for (Map.Entry<String, Leaves.Leaf> one : leaves.entrySet()) {
            String at = one.getKey();
            String last = at.substring(at.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            if (!NAMES.contains(last) || at.indexOf('[') >= 0) continue;
            String unit = unit(one.getValue().value().asText(), arrived);
            if (unit != null) return "  time: {at: " + Suggestion.quoted(at) + ", unit: " + unit + "}\n";
        }
        return "";
    }

    private static @Nullable String unit(String text, long arrived) {
        double count = PlainNumber.read(PlainNumber.trimmed(text), '.');
        if (Double.isNaN(count)) return isIso(text, arrived) ? "iso8601" : null;
        if (count > 1e8 && count < 1e11) return "s";
        if (count > 1e11 && count < 1e14) return "ms";
        if (count > 1e14 && count < 1e17) return "us";
        return count > 1e17 && count < 1e20 ? "ns" : null;
    }

    private static boolean isIso(String text, long arrived) {
        Found found = new Found(1);
        found.clear();
        found.text(0, text);
        Sensor.TimeSource source = new Sensor.TimeSource("/", Sensor.TimeUnitOf.ISO8601, null, null);
        return new TimeReader(source, java.time.ZoneOffset.UTC)
                .read(found, 0, arrived)
                .isPresent();
    }
}
