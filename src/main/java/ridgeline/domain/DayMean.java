package ridgeline.domain;

/**
 * What one natural day of one series comes to: enough to form months and years.
 *
 * @param day days since 1970-01-01 in the calendar of the kiosk's zone
 * @param mean of the day's valid hourly means, in the quantity's unit
 * @param hours how many hourly means are valid
 * @param high8 highest valid eight-hour mean that lies wholly within the day; NaN without any
 * @param eights how many eight-hour means are valid
 */
public record DayMean(Series series, long day, double mean, int hours, double high8, int eights) {}
