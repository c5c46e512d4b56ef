package ridgeline.standard;

import java.util.List;
import ridgeline.domain.DayMean;
import ridgeline.domain.Judged;

/**
 * What became different since the last time the judge was asked.
 *
 * @param days days that ended, or whose readings were completed or corrected; to be stored for months and years
 */
public record Judgement(Judged judged, List<DayMean> days) {
    static final Judgement NOTHING = new Judgement(Judged.NOTHING, List.of());

    public Judgement {
        days = List.copyOf(days);
    }
}
