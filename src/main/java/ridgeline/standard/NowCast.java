package ridgeline.standard;

/**
 * The NowCast of particles: a mean of the last twelve hours that weighs recent hours the more, the more they vary.
 * Source: EPA-454/B-24-002, section IV.
 */
final class NowCast {
    private static final int RECENT = 3;
    private static final double LEAST_WEIGHT = 0.5;

    private NowCast() {}

    /**
     * @param newestFirst hourly means, NaN where an hour is not valid
     * @param minimum how many of the latest three must be valid
     */
    static Average of(double[] newestFirst, int minimum, Window window) {
        int recent = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < newestFirst.length; i++) {
            if (Double.isNaN(newestFirst[i])) continue;
            if (i < RECENT) recent++;
            low = Math.min(low, newestFirst[i]);
            high = Math.max(high, newestFirst[i]);
        }
        double weight = high > 0 ? Math.max(LEAST_WEIGHT, low / high) : 1;
        double sum = 0;
        double weights = 0;
        double each = 1;
        for (double mean : newestFirst) {
            if (!Double.isNaN(mean)) {
                sum += each * mean;
                weights += each;
            }
            each *= weight;
        }
        return Average.of(weights == 0 ? Double.NaN : sum / weights, recent, minimum, window);
    }
}
