package ridgeline.domain;

import org.jspecify.annotations.Nullable;

/**
 * One series against one limit over one averaging period.
 *
 * @param standard id of the standard's file, for example {@code gb3095-2026}
 * @param clause where in the standard the limit stands
 * @param period {@code 1h} or {@code 24h}
 * @param value the average that was judged, in the quantity's unit; null when there is none
 * @param completeness share of the data the standard asks for that is there, 0 to 1 (1 = the minimum is met)
 * @param since when the status became what it is (epoch ms)
 * @param from start of the averaging window (epoch ms, included)
 * @param to end of the averaging window (epoch ms, excluded)
 * @param revised whether late or corrected readings changed it after it was first given
 */
public record Verdict(
        String venueId,
        String standard,
        String clause,
        Quantity quantity,
        String period,
        @Nullable Double value,
        double limit,
        Status status,
        double completeness,
        long since,
        String seriesId,
        long from,
        long to,
        boolean revised) {
    /** What it judges, whatever the outcome: the same key, the same question. */
    public String key() {
        return standard + "/" + period + "/" + seriesId;
    }
}
