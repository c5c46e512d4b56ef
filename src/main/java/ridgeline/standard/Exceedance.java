package ridgeline.standard;

import ridgeline.domain.Rule;

/**
 * A run of windows of one series that all exceed one rule, without a judged window between them that does not.
 *
 * @param from start of the first window (epoch ms)
 * @param to end of the last one (epoch ms)
 * @param worst the value farthest beyond the bound, in the quantity's unit
 * @param windows how many; a day that is judged anew with each of its hours is one
 * @param raised when the judge first said so (epoch ms)
 * @param ended when it said something else (epoch ms); the end of what was rehearsed when it still stood then
 */
public record Exceedance(
        String venueId,
        String seriesId,
        Rule rule,
        long from,
        long to,
        double worst,
        int windows,
        long raised,
        long ended) {
    /** Over how many hours it stood. */
    public double hours() {
        return (ended - raised) / (double) HourRing.HOUR_MS;
    }

    /** The end of the bound that the worst value is beyond. */
    public double limit() {
        return rule.bound().nearest(worst);
    }

    /** Whether both tell of the same mean of the same series at the same time, whatever the figure behind each. */
    boolean meets(Exceedance other) {
        return seriesId.equals(other.seriesId)
                && rule.period().equals(other.rule.period())
                && raised < other.ended
                && other.raised < ended;
    }
}
