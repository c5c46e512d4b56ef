package ridgeline.domain;

import org.jspecify.annotations.Nullable;

/**
 * One series against one rule.
 *
 * @param value the average that was judged, in the quantity's unit; null when there is none
 * @param completeness share of the data the standard asks for that is there, 0 to 1 (1 = the minimum is met)
 * @param since when the status became what it is (epoch ms)
 * @param from start of the averaging window (epoch ms, included)
 * @param to end of the averaging window (epoch ms, excluded)
 * @param revised whether late or corrected readings changed it after it was first given
 * @param crossesAt when the bound will be crossed, in or out, if the last hour's trend goes on (epoch ms); null when
 *     there is no such trend
 */
public record Verdict(
        String venueId,
        Rule rule,
        @Nullable Double value,
        Status status,
        double completeness,
        long since,
        String seriesId,
        long from,
        long to,
        boolean revised,
        @Nullable Long crossesAt) {
    private static final long LONGEST_OF_NOW = 36 * 3_600_000L;

    /** What it judges, whatever the outcome: the same key, the same question. */
    public String key() {
        return key(rule.standard(), rule.period(), seriesId);
    }

    public static String key(String standard, String period, String seriesId) {
        return standard + "/" + period + "/" + seriesId;
    }

    /** Whether it speaks of more than a day or two, so that it does not tell how things stand now. */
    public boolean isLongTerm() {
        return to - from > LONGEST_OF_NOW;
    }

    public String standard() {
        return rule.standard();
    }

    public Quantity quantity() {
        return rule.quantity();
    }

    public String period() {
        return rule.period();
    }

    /** The end of the bound that the value is beyond or nearer to. */
    public double limit() {
        return rule.bound().nearest(value);
    }
}
