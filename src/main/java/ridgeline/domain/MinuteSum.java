package ridgeline.domain;

/**
 * What one minute of one series adds up to; only readings whose quality counts are in it.
 *
 * @param minute minutes since the epoch
 * @param sum of the values, or of what the quantity adds instead ({@link Averaging#addend})
 * @param high the highest value
 */
public record MinuteSum(Series series, long minute, double sum, long n, double high) {}
