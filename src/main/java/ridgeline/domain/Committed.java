package ridgeline.domain;

import java.util.List;

/**
 * What one commit changed: what screens may show from now on.
 *
 * @param t when it was committed (epoch ms)
 * @param readings new and corrected ones, in the order in which they were stored
 * @param judged what became different by it
 */
public record Committed(long t, List<Reading> readings, Judged judged) {
    public Committed {
        readings = List.copyOf(readings);
    }

    public boolean isEmpty() {
        return readings.isEmpty() && judged.isEmpty();
    }
}
