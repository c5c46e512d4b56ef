package ridgeline.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The water class of a river section (断面) over one period: that of its worst factor.
 *
 * @param period {@code 24h} or {@code month}
 * @param reached the class, {@code worse} beyond the last one, null when too little is known
 * @param target the class the section is to keep
 * @param factors those that have a valid mean, the worst first
 * @param completeness share of the section's factors that have a valid mean, 0 to 1
 * @param from start of the window (epoch ms)
 * @param to its end (epoch ms)
 * @param monthsReached months of this calendar year, closed or open, that keep the target
 * @param monthsJudged months of this calendar year with enough data to say so
 */
public record SectionClass(
        String venueId,
        String standard,
        String clause,
        @Nullable String profile,
        String period,
        @Nullable String reached,
        String target,
        Status status,
        List<Factor> factors,
        double completeness,
        long from,
        long to,
        int monthsReached,
        int monthsJudged) {
    public SectionClass {
        factors = List.copyOf(factors);
    }

    /**
     * One indicator of the section.
     *
     * @param value its mean, in the quantity's unit
     * @param reached the class it alone would give
     * @param excess how many times over the target's limit (超标倍数); null when it keeps it or has none by custom
     */
    public record Factor(
            Quantity quantity,
            String seriesId,
            double value,
            String reached,
            boolean meetsTarget,
            @Nullable Double excess) {}

    public String key() {
        return standard + "/" + period + "/" + venueId;
    }
}
