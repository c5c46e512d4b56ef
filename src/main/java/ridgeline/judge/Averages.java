package ridgeline.judge;

import java.util.OptionalDouble;
import java.util.function.LongToDoubleFunction;
import ridgeline.domain.Averaging;
import ridgeline.domain.Bound;
import ridgeline.standard.Breakpoints;
import ridgeline.standard.Edition;
import ridgeline.standard.Edition.Validity;
import ridgeline.standard.Period;

/** Means of one series over the periods of a standard, by its completeness rules. */
final class Averages {
    private final Watched watched;
    private final Edition edition;
    private final Past past;
    private final Averaging averaging;
    private final int minutesAsked;

    /** @param past for the days of months and years */
    Averages(Watched watched, Edition edition, Past past) {
        this.watched = watched;
        this.edition = edition;
        this.past = past;
        this.averaging = watched.series().quantity().averaging();
        this.minutesAsked = edition.validityOf(Period.HOUR).minimum();
    }

    Average over(Period period, Window window) {
        return switch (period) {
            case TEN_MINUTES, MAX_TEN_MINUTES -> minutes(period, window);
            case HOUR -> hour(window);
            case EIGHT_HOURS, SLIDING_DAY, DAY, DAYTIME, NIGHT -> mean(period, window);
            case NOWCAST -> nowCast(window);
            case DAILY_MAX_HOUR -> highest(period, window, this::hourlyMean);
            case NIGHT_MAX -> highest(period, window, watched.ring()::high);
            case DAILY_MAX_8H -> highestOfEight(window);
            case MONTH, YEAR, YEAR_P90, YEAR_P95, YEAR_P98, YEAR_P99, PEAK_SEASON ->
                new DailyValues(watched.series(), edition, past).over(period, window);
        };
    }

    private Average minutes(Period period, Window window) {
        long from = MinuteRing.minuteOf(window.from());
        long to = MinuteRing.minuteOf(window.to());
        MinuteRing ring = watched.recent();
        double value = period == Period.TEN_MINUTES ? ring.mean(from, to) : ring.high(from, to);
        return Average.of(value, ring.covered(from, to, watched.spanMinutes()), minimum(period), window);
    }

    private Average hour(Window window) {
        long hour = window.fromHour();
        return Average.of(hourlyMean(hour), watched.coveredMinutes(hour), minutesAsked, window);
    }

    private Average mean(Period period, Window window) {
        double sum = 0;
        int valid = 0;
        for (long hour = window.fromHour(); hour < window.toHour(); hour++) {
            if (!isValid(hour)) continue;
            sum += watched.ring().mean(hour);
            valid++;
        }
        return Average.of(valid == 0 ? Double.NaN : averaging.mean(sum / valid), valid, minimum(period), window);
    }

    private Average highest(Period period, Window window, LongToDoubleFunction valueOf) {
        double highest = Double.NaN;
        int valid = 0;
        for (long hour = window.fromHour(); hour < window.toHour(); hour++) {
            double value = valueOf.applyAsDouble(hour);
            if (!isValid(hour) || Double.isNaN(value)) continue;
            highest = valid++ == 0 ? value : Math.max(highest, value);
        }
        return Average.of(highest, valid, minimum(period), window);
    }

    private Average highestOfEight(Window window) {
        double highest = Double.NaN;
        int valid = 0;
        for (long end = window.fromHour() + 8; end <= window.toHour(); end++) {
            Window eight = new Window((end - 8) * HourRing.HOUR_MS, end * HourRing.HOUR_MS);
            Average mean = mean(Period.EIGHT_HOURS, eight);
            if (!mean.isComplete()) continue;
            highest = valid++ == 0 ? mean.value() : Math.max(highest, mean.value());
        }
        return Average.of(highest, valid, minimum(Period.DAILY_MAX_8H), window);
    }

    private Average nowCast(Window window) {
        double[] newestFirst = new double[Period.NOWCAST.parts()];
        for (int i = 0; i < newestFirst.length; i++) {
            long hour = window.toHour() - 1 - i;
            newestFirst[i] = isValid(hour) ? hourlyMean(hour) : Double.NaN;
        }
        return NowCast.of(newestFirst, minimum(Period.NOWCAST), window);
    }

    private double hourlyMean(long hour) {
        return averaging.mean(watched.ring().mean(hour));
    }

    private boolean isValid(long hour) {
        return watched.coveredMinutes(hour) >= minutesAsked;
    }

    private int minimum(Period period) {
        return edition.validityOf(period).minimum();
    }

    /**
     * What enters an index, empty without enough data. An index over 100 is what exceeding the limit of class 2 means: the
     * tables are made so.
     */
    OptionalDouble indexable(Period period, Average average, Breakpoints column) {
        return isEnough(period, average, Bound.upTo(column.at(100)))
                ? OptionalDouble.of(average.value())
                : OptionalDouble.empty();
    }

    /** Whether a window with too little data counts all the same because its value is out of bounds. */
    boolean isEnough(Period period, Average average, Bound bound) {
        if (average.isComplete()) return true;
        Validity validity = edition.validityOf(period);
        return validity.orExceeded() && !Double.isNaN(average.value()) && !bound.holds(average.value());
    }
}
