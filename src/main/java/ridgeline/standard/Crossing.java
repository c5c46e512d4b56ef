package ridgeline.standard;

import org.jspecify.annotations.Nullable;
import ridgeline.domain.Bound;

/** When a value will pass a bound if its trend goes on: for a jury that must plan, not a forecast. */
final class Crossing {
    private static final long FARTHEST_MS = 12 * HourRing.HOUR_MS;
    private static final long STEP_MS = 10 * MinuteRing.MINUTE_MS;

    private Crossing() {}

    /**
     * @param trend change per millisecond, NaN when unknown
     * @param t the instant of the value
     * @return epoch milliseconds, rounded to ten minutes so that it does not flicker; null when it is not in sight
     */
    static @Nullable Long at(Bound bound, double value, double trend, long t) {
        if (Double.isNaN(trend) || trend == 0) return null;
        Double end = ahead(bound, value, trend);
        if (end == null) return null;
        double wait = (end - value) / trend;
        if (!(wait > 0) || wait > FARTHEST_MS) return null;
        return Math.round((t + wait) / STEP_MS) * STEP_MS;
    }

    /** The end of the bound that lies ahead: going out of it when within, coming back when beyond. */
    private static @Nullable Double ahead(Bound bound, double value, double trend) {
        Double min = bound.min();
        Double max = bound.max();
        if (max != null && value > max) return trend < 0 ? max : null;
        if (min != null && value < min) return trend > 0 ? min : null;
        return trend > 0 ? max : min;
    }
}
