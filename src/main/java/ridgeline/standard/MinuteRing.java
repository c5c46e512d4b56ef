package ridgeline.standard;

import java.util.Arrays;
import ridgeline.domain.Averaging;
import ridgeline.domain.MinuteSum;

/**
 * The last hour of one series, minute by minute, for limits on ten minutes and for the trend. Confined to the thread
 * that judges.
 */
final class MinuteRing {
    static final long MINUTE_MS = 60_000;
    static final int MINUTES = 64;
    /** The trend of fewer minutes says nothing. */
    private static final int FEWEST_OF_A_TREND = 20;

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final Averaging averaging;
    private final double[] sums = new double[MINUTES];
    private final double[] highs = new double[MINUTES];
    private final int[] counts = new int[MINUTES];
    private long newest = NEVER;

    MinuteRing(Averaging averaging) {
        this.averaging = averaging;
    }

    static long minuteOf(long t) {
        return Math.floorDiv(t, MINUTE_MS);
    }

    void add(long t, double value) {
        long minute = minuteOf(t);
        if (minute <= newest - MINUTES) return;
        int slot = claim(minute);
        sums[slot] += averaging.addend(value);
        highs[slot] = counts[slot] == 0 ? value : Math.max(highs[slot], value);
        counts[slot]++;
    }

    /** Takes over what the store holds of a minute, in place of what was added. */
    void restore(MinuteSum sum) {
        if (sum.minute() <= newest - MINUTES) return;
        int slot = claim(sum.minute());
        sums[slot] = sum.sum();
        highs[slot] = sum.high();
        counts[slot] = (int) Math.min(Integer.MAX_VALUE, sum.n());
    }

    /** Sets a minute's mean, for a series that is worked out from others. */
    void set(long minute, double mean) {
        if (minute <= newest - MINUTES) return;
        int slot = claim(minute);
        sums[slot] = averaging.addend(mean);
        highs[slot] = mean;
        counts[slot] = 1;
    }

    void clear(long minute) {
        if (has(minute)) counts[slot(minute)] = 0;
    }

    boolean has(long minute) {
        return minute <= newest && minute > newest - MINUTES;
    }

    /** The mean of a minute, NaN without any reading. */
    double mean(long minute) {
        int slot = slot(minute);
        return has(minute) && counts[slot] > 0 ? averaging.mean(sums[slot] / counts[slot]) : Double.NaN;
    }

    /** The mean of minutes with {@code from <= minute < to}: of those that have a reading; NaN without any. */
    double mean(long from, long to) {
        double sum = 0;
        int n = 0;
        for (long minute = from; minute < to; minute++) {
            int slot = slot(minute);
            if (!has(minute) || counts[slot] == 0) continue;
            sum += sums[slot] / counts[slot];
            n++;
        }
        return n == 0 ? Double.NaN : averaging.mean(sum / n);
    }

    double high(long from, long to) {
        double high = Double.NaN;
        for (long minute = from; minute < to; minute++) {
            int slot = slot(minute);
            if (!has(minute) || counts[slot] == 0) continue;
            high = Double.isNaN(high) ? highs[slot] : Math.max(high, highs[slot]);
        }
        return high;
    }

    /** How many of the minutes a reading stands for: its own and the {@code span - 1} after it. */
    int covered(long from, long to, int span) {
        int covered = 0;
        long last = NEVER;
        for (long minute = from - span + 1; minute < to; minute++) {
            if (has(minute) && counts[slot(minute)] > 0) last = minute;
            if (minute >= from && minute - last < span) covered++;
        }
        return covered;
    }

    /** Change per millisecond over the hour before a minute, by least squares; NaN when too little is known. */
    double trend(long to) {
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (long minute = to - 60; minute < to; minute++) {
            double y = mean(minute);
            if (Double.isNaN(y)) continue;
            double x = minute - to;
            n++;
            sumX += x;
            sumY += y;
            sumXx += x * x;
            sumXy += x * y;
        }
        double spread = n * sumXx - sumX * sumX;
        return n < FEWEST_OF_A_TREND || spread == 0 ? Double.NaN : (n * sumXy - sumX * sumY) / spread / MINUTE_MS;
    }

    private int claim(long minute) {
        if (minute > newest) {
            if (minute - newest >= MINUTES) Arrays.fill(counts, 0);
            for (long fresh = Math.max(newest + 1, minute - MINUTES + 1); fresh <= minute; fresh++) {
                counts[slot(fresh)] = 0;
                sums[slot(fresh)] = 0;
            }
            newest = minute;
        }
        return slot(minute);
    }

    private static int slot(long minute) {
        return (int) Math.floorMod(minute, (long) MINUTES);
    }
}
