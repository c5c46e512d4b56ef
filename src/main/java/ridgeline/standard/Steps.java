package ridgeline.standard;

/**
 * How a concentration becomes a whole number of steps of a table's last decimal. From there on everything is whole
 * numbers.
 *
 * @param decimals how many the table has
 * @param perUnit how many of the quantity's units one unit of the table is: 1 where they are the same
 * @param truncated whether further decimals are cut off; else they are rounded half to even (GB/T 8170)
 */
public record Steps(int decimals, double perUnit, boolean truncated) {
    /** The finest that counts: what is below it is binary noise, so that 0.15 in tenths is a tie and not a bit above. */
    private static final long PARTS = 1_000_000;

    public Steps {
        if (decimals < 0 || decimals > 6) throw new IllegalArgumentException("decimals are 0 to 6, not " + decimals);
        if (!(perUnit > 0)) throw new IllegalArgumentException("a unit is more than 0 of another, not " + perUnit);
    }

    /** Steps of a table in the quantity's own unit. */
    public static Steps of(int decimals, boolean truncated) {
        return new Steps(decimals, 1, truncated);
    }

    /** @param value in the quantity's unit */
    long of(double value) {
        long parts = (long) Math.rint(value * Math.pow(10, decimals) * PARTS / perUnit);
        long below = Math.floorDiv(parts, PARTS);
        if (truncated) return below;
        long twice = 2 * Math.floorMod(parts, PARTS);
        boolean up = twice > PARTS || (twice == PARTS && below % 2 != 0);
        return up ? below + 1 : below;
    }

    /** The value of so many steps in the quantity's unit. */
    double value(long steps) {
        return steps * perUnit / Math.pow(10, decimals);
    }
}
