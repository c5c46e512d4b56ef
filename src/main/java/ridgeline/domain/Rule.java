package ridgeline.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a series is held against: one row of a standard for one class of place.
 *
 * @param standard id of the standard's file, for example {@code gb3095-2026}
 * @param classId the class of place, river, zone or discipline judged, in the standard's own word
 * @param profile the venue's profile that chose standard and class; null when none did
 * @param clause where in the standard the row stands
 * @param advisory whether it informs only: what it says does not make a venue fail
 * @param period over what the value is averaged, for example {@code 1h}
 * @param bound what meets the standard
 * @param warn what needs no warning; open when there is no warning before the bound
 */
public record Rule(
        String standard,
        String classId,
        @Nullable String profile,
        String clause,
        Certainty certainty,
        boolean advisory,
        Quantity quantity,
        String period,
        Bound bound,
        Bound warn) {

    /** How a complete value stands. It is compared whole, without rounding it first. */
    public Status statusOf(double value) {
        if (!bound.holds(value)) return Status.EXCEED;
        return warn.holds(value) ? Status.PASS : Status.WARN;
    }
}
