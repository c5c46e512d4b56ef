package ridgeline.standard;

/**
 * A mean over a window, whether or not it is complete.
 *
 * @param value rounded to billionths, so that the order of a sum does not show; NaN when there is no valid part at all
 * @param share of the least data the standard asks for, 0 to 1; 1 = complete
 * @param from epoch milliseconds, included
 * @param to epoch milliseconds, excluded
 */
record Average(double value, double share, long from, long to) {
    static Average of(double value, int valid, int minimum, long fromHour, long toHour) {
        double share = Math.min(1.0, valid / (double) minimum);
        double rounded = Math.rint(value * 1e9) / 1e9;
        return new Average(rounded, share, fromHour * HourRing.HOUR_MS, toHour * HourRing.HOUR_MS);
    }

    boolean isComplete() {
        return share >= 1 && !Double.isNaN(value);
    }

    /** The instant whose edition judges the window: its last one. */
    long date() {
        return to - 1;
    }
}
