package ridgeline.domain;

/**
 * One measured value of one series at one instant, in the quantity's canonical unit.
 *
 * @param t UTC epoch milliseconds
 * @param ownTime whether {@code t} came with the payload; otherwise it is the arrival time, and two readings of one
 *     series that arrive in the same millisecond are two readings
 */
public record Reading(Series series, long t, double value, Quality quality, boolean ownTime) {
    public Reading {
        if (!Double.isFinite(value)) throw new IllegalArgumentException("value is not finite: " + value);
    }

    public Reading at(long otherT) {
        return new Reading(series, otherT, value, quality, ownTime);
    }
}
