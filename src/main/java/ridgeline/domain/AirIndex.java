package ridgeline.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An air quality index of one air station.
 *
 * @param period {@code 1h} (real-time) or {@code 24h} (daily)
 * @param aqi null when the standard does not allow one to be given
 * @param category id of the category ({@code excellent} … {@code severe}), null without an index
 * @param level 1 to 6, 0 without an index
 * @param colour {@code #RRGGBB}, null without an index
 * @param primary the primary pollutants, empty up to 50
 * @param iaqi individual index per pollutant that has one
 * @param completeness share of the pollutants the standard asks for that have a valid average, 0 to 1
 * @param from start of the averaging window (epoch ms)
 * @param to its end, the hour's label (epoch ms)
 */
public record AirIndex(
        String venueId,
        String sensorId,
        String standard,
        String clause,
        String period,
        @Nullable Integer aqi,
        @Nullable String category,
        int level,
        @Nullable String colour,
        List<Quantity> primary,
        Map<Quantity, Integer> iaqi,
        double completeness,
        long from,
        long to) {
    public AirIndex {
        primary = List.copyOf(primary);
        iaqi = Map.copyOf(iaqi);
    }

    /** What tells one index from another, whatever it says. */
    public String key() {
        return standard + "/" + period + "/" + sensorId;
    }
}
