package ridgeline.domain;

/**
 * What one hour of one series adds up to: enough to form every longer mean again. Only readings whose quality counts
 * are in it.
 *
 * @param hour hours since the epoch ({@code t / 3,600,000} rounded down)
 * @param sum of the values, or of what the quantity adds instead ({@link Averaging#addend})
 * @param n how many readings
 * @param minutes bit m is set when minute m of the hour has a reading
 * @param high the highest value
 */
public record HourSum(Series series, long hour, double sum, long n, long minutes, double high) {}
