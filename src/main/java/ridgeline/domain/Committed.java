package ridgeline.domain;

import java.util.List;

/**
 * What one commit changed: what screens may show from now on.
 *
 * @param t when it was committed (epoch ms)
 * @param readings new and corrected ones, in the order in which they were stored
 * @param verdicts those that changed
 * @param indices those that changed
 */
public record Committed(long t, List<Reading> readings, List<Verdict> verdicts, List<AirIndex> indices) {
    public Committed {
        readings = List.copyOf(readings);
        verdicts = List.copyOf(verdicts);
        indices = List.copyOf(indices);
    }

    public boolean isEmpty() {
        return readings.isEmpty() && verdicts.isEmpty() && indices.isEmpty();
    }
}
