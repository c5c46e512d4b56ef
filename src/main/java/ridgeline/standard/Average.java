package ridgeline.standard;

/**
 * A mean, or what a period asks for instead, over a window, whether or not it is complete.
 *
 * @param value rounded to billionths, so that the order of a sum does not show; NaN when there is no valid part at all
 * @param share of the least data the standard asks for, 0 to 1; 1 = complete
 */
record Average(double value, double share, Window window) {
    static Average of(double value, int valid, int minimum, Window window) {
        return new Average(Math.rint(value * 1e9) / 1e9, Math.min(1.0, valid / (double) minimum), window);
    }

    /** The same, less complete. */
    Average atMost(double other) {
        return other < share ? new Average(value, other, window) : this;
    }

    boolean isComplete() {
        return share >= 1 && !Double.isNaN(value);
    }
}
