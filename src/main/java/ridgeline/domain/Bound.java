package ridgeline.domain;

import org.jspecify.annotations.Nullable;

/**
 * Between which values all is well, both ends included; an end that is null is open.
 *
 * <p>Millionths are compared, so that binary noise decides nothing.
 */
public record Bound(@Nullable Double min, @Nullable Double max) {
    public static final Bound OPEN = new Bound(null, null);

    public static Bound upTo(double max) {
        return new Bound(null, max);
    }

    public static Bound atLeast(double min) {
        return new Bound(min, null);
    }

    public boolean isOpen() {
        return min == null && max == null;
    }

    public boolean holds(double value) {
        long millionths = millionths(value);
        return (min == null || millionths >= millionths(min)) && (max == null || millionths <= millionths(max));
    }

    /** The end that a value is beyond or nearer to; NaN when both are open. */
    public double nearest(@Nullable Double value) {
        if (min == null) return max == null ? Double.NaN : max;
        if (max == null || value == null) return min;
        return value - min < max - value ? min : max;
    }

    /** How far an upper end is exceeded, as a share of it (超标倍数); null when it is not. */
    public @Nullable Double excess(double value) {
        if (max == null || max <= 0 || millionths(value) <= millionths(max)) return null;
        return (value - max) / max;
    }

    private static long millionths(double value) {
        return Math.round(value * 1e6);
    }
}
