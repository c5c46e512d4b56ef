package ridgeline.standard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Averaging;
import ridgeline.domain.HourSum;
import ridgeline.domain.Series;

/**
 * The last fifty hours of one series as running sums. Confined to the thread that judges.
 *
 * <p>A correction cannot be taken out of a sum without keeping every minute's count, which would be most of a series'
 * memory; the store counts its hour again, and the ring takes that over.
 */
final class HourRing {
    static final long HOUR_MS = 3_600_000;
    /** Yesterday, today and a little: what a natural day still needs on its last hour. */
    static final int HOURS = 50;

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final Averaging averaging;
    private final double[] sums = new double[HOURS];
    private final int[] counts = new int[HOURS];
    private final long[] masks = new long[HOURS];
    /** Only sound has limits on single highest values. */
    private final double @Nullable [] highs;

    private long newest = NEVER;

    HourRing(Averaging averaging) {
        this.averaging = averaging;
        highs = averaging == Averaging.ENERGY ? new double[HOURS] : null;
    }

    static long hourOf(long t) {
        return Math.floorDiv(t, HOUR_MS);
    }

    /** Whether it reaches back to an hour. */
    boolean holds(long hour) {
        return hour > newest - HOURS;
    }

    /** Takes a reading in; one older than the ring is left out. */
    void add(long t, double value) {
        long hour = hourOf(t);
        if (!holds(hour)) return;
        int slot = claim(hour);
        sums[slot] += averaging.addend(value);
        counts[slot]++;
        masks[slot] |= 1L << (int) ((t - hour * HOUR_MS) / 60_000);
        if (highs != null) highs[slot] = counts[slot] == 1 ? value : Math.max(highs[slot], value);
    }

    /** Takes over what the store holds of an hour, in place of what was added. */
    void restore(HourSum sum) {
        if (!holds(sum.hour())) return;
        int slot = claim(sum.hour());
        sums[slot] = sum.sum();
        counts[slot] = (int) Math.min(Integer.MAX_VALUE, sum.n());
        masks[slot] = sum.minutes();
        if (highs != null) highs[slot] = sum.high();
    }

    /** Forgets an hour, since nothing that counts is left of it. */
    void clear(long hour) {
        if (hour <= newest && holds(hour)) clearSlot(slot(hour));
    }

    List<HourSum> sums(Series series) {
        List<HourSum> all = new ArrayList<>();
        for (long hour = newest - HOURS + 1; hour <= newest; hour++) {
            int slot = slot(hour);
            if (counts[slot] == 0) continue;
            double high = highs == null ? Double.NaN : highs[slot];
            all.add(new HourSum(series, hour, sums[slot], counts[slot], masks[slot], high));
        }
        return all;
    }

    /** Minutes of the hour that have a reading. */
    long minutes(long hour) {
        return has(hour) ? masks[slot(hour)] : 0;
    }

    /** The mean of the hour's addends, NaN without any. */
    double mean(long hour) {
        int slot = slot(hour);
        return has(hour) && counts[slot] > 0 ? sums[slot] / counts[slot] : Double.NaN;
    }

    /** The hour's highest value, NaN when it is not kept. */
    double high(long hour) {
        int slot = slot(hour);
        return highs != null && has(hour) && counts[slot] > 0 ? highs[slot] : Double.NaN;
    }

    private boolean has(long hour) {
        return hour <= newest && holds(hour);
    }

    private int claim(long hour) {
        if (hour > newest) {
            long first = Math.max(newest + 1, hour - HOURS + 1);
            for (long fresh = first; fresh <= hour; fresh++) clearSlot(slot(fresh));
            if (first > newest + 1) clearAll();
            newest = hour;
        }
        return slot(hour);
    }

    private void clearAll() {
        Arrays.fill(counts, 0);
        Arrays.fill(sums, 0);
        Arrays.fill(masks, 0);
    }

    private void clearSlot(int slot) {
        counts[slot] = 0;
        sums[slot] = 0;
        masks[slot] = 0;
    }

    private static int slot(long hour) {
        return (int) Math.floorMod(hour, (long) HOURS);
    }
}
