package ridgeline.standard;

import ridgeline.standard.Edition.Validity;

/**
 * Means of one series over the periods of a standard, by its completeness rules. Windows are in hours since the epoch
 * and half-open.
 */
final class Averages {
    private final Watched watched;
    private final Edition edition;
    private final int minutesAsked;

    Averages(Watched watched, Edition edition) {
        this.watched = watched;
        this.edition = edition;
        this.minutesAsked = edition.validityOf(Period.HOUR).minimum();
    }

    /** The mean over a window: a natural day or a part of it, or for the sliding periods what ends at {@code to}. */
    Average over(Period period, long from, long to) {
        return switch (period) {
            case HOUR -> hour(to - 1);
            case EIGHT_HOURS, SLIDING_DAY -> mean(period, to - period.hours(), to);
            case DAY -> mean(period, from, to);
            case DAILY_MAX_HOUR -> highestHour(from, to);
            case DAILY_MAX_8H -> highestOfEight(from, to);
        };
    }

    private Average hour(long hour) {
        return Average.of(watched.ring().mean(hour), watched.coveredMinutes(hour), minutesAsked, hour, hour + 1);
    }

    private Average mean(Period period, long from, long to) {
        double sum = 0;
        int valid = 0;
        for (long hour = from; hour < to; hour++) {
            if (!isValid(hour)) continue;
            sum += watched.ring().mean(hour);
            valid++;
        }
        return Average.of(valid == 0 ? Double.NaN : sum / valid, valid, minimum(period), from, to);
    }

    private Average highestHour(long from, long to) {
        double highest = Double.NaN;
        int valid = 0;
        for (long hour = from; hour < to; hour++) {
            if (!isValid(hour)) continue;
            double mean = watched.ring().mean(hour);
            highest = valid++ == 0 ? mean : Math.max(highest, mean);
        }
        return Average.of(highest, valid, minimum(Period.DAILY_MAX_HOUR), from, to);
    }

    private Average highestOfEight(long from, long to) {
        double highest = Double.NaN;
        int valid = 0;
        for (long end = from + 8; end <= to; end++) {
            Average eight = mean(Period.EIGHT_HOURS, end - 8, end);
            if (!eight.isComplete()) continue;
            highest = valid++ == 0 ? eight.value() : Math.max(highest, eight.value());
        }
        return Average.of(highest, valid, minimum(Period.DAILY_MAX_8H), from, to);
    }

    private boolean isValid(long hour) {
        return watched.coveredMinutes(hour) >= minutesAsked;
    }

    private int minimum(Period period) {
        return edition.validityOf(period).minimum();
    }

    /** Whether a window with too little data counts all the same because its value is over the limit. */
    boolean isEnough(Period period, Average average, double limit) {
        if (average.isComplete()) return true;
        Validity validity = edition.validityOf(period);
        return validity.orExceeded() && Math.round(average.value() * 1e6) > Math.round(limit * 1e6);
    }
}
