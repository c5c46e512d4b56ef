package ridgeline.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a standard raised over some days, next to what it would have raised after an edit.
 *
 * @param from windows that end after it count (epoch ms)
 * @param to and up to it (epoch ms)
 * @param fresh exceedances of the edited standard that none of today's meets
 * @param gone exceedances of today's that none of the edited standard meets
 * @param left periods with limits that were not rehearsed
 */
public record Rehearsed(
        long from, long to, Side today, Side edited, List<Exceedance> fresh, List<Exceedance> gone, List<Period> left) {
    public Rehearsed {
        fresh = List.copyOf(fresh);
        gone = List.copyOf(gone);
        left = List.copyOf(left);
    }

    /**
     * One of the two.
     *
     * @param exceedances in the order in which they were raised
     * @param judged how many series it judges at all
     * @param insufficient hours of which too little was known, summed over series and limits; they are no exceedance
     */
    public record Side(List<Exceedance> exceedances, int judged, double insufficient) {
        public Side {
            exceedances = List.copyOf(exceedances);
        }

        /** How many series had an exceedance. */
        public long series() {
            return exceedances.stream().map(Exceedance::seriesId).distinct().count();
        }

        /** Hours in exceedance, summed over series and limits. */
        public double hours() {
            return exceedances.stream().mapToDouble(Exceedance::hours).sum();
        }

        List<Exceedance> without(Side other) {
            Map<String, List<Exceedance>> bySeries = new HashMap<>();
            for (Exceedance each : other.exceedances)
                bySeries.computeIfAbsent(each.seriesId(), id -> new ArrayList<>())
                        .add(each);
            return exceedances.stream()
                    .filter(each -> bySeries.getOrDefault(each.seriesId(), List.of()).stream()
                            .noneMatch(each::meets))
                    .toList();
        }
    }
}
