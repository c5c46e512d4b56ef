package ridgeline.domain;

import java.util.List;

/**
 * What one commit changed: what screens may show from now on.
 *
 * @param t when it was committed (epoch ms)
 * @param readings new and corrected ones, in the order in which they were stored
 * @param judged what became different by it
 * @param gone devices that were said to be gone, in order
 */
public record Committed(long t, List<Reading> readings, Judged judged, List<Gone> gone) {
    public Committed {
        readings = List.copyOf(readings);
        gone = List.copyOf(gone);
    }

    public Committed(long t, List<Reading> readings, Judged judged) {
        this(t, readings, judged, List.of());
    }

    /** @param after how many of the readings came before it */
    public record Gone(Absence absence, int after) {}

    public boolean isEmpty() {
        return readings.isEmpty() && judged.isEmpty() && gone.isEmpty();
    }
}
