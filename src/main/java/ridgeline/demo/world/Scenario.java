package ridgeline.demo.world;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** What happens around the venues while the demo runs. */
public enum Scenario {
    /** Ordinary winter days. */
    CALM,
    /** Weak wind and a lid over the valley: particles build up from day to day. */
    STAGNATION,
    /** Fireworks at the village every evening from 20:00. */
    FIREWORKS,
    /** Gusts up to 28 m/s, snow, low visibility. */
    STORM,
    /** Ordinary weather, but instruments that fail in every way seen in the field. */
    SENSOR_FAULTS;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The name on the command line, for example {@code sensor-faults}. */
    public String id() {
        return id;
    }

    /**
     * Finds a scenario by its id.
     *
     * @throws IllegalArgumentException when there is none; the message names the nearest and all there are
     */
    public static Scenario of(String id) {
        for (Scenario scenario : values()) if (scenario.id.equals(id)) return scenario;
        Scenario nearest = Arrays.stream(values())
                .min(Comparator.comparingInt(scenario -> edits(scenario.id, id)))
                .orElseThrow();
        String all = String.join(", ", Arrays.stream(values()).map(Scenario::id).toList());
        throw new IllegalArgumentException(
                "no scenario '" + id + "', did you mean '" + nearest.id + "'? There are: " + all);
    }

    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
