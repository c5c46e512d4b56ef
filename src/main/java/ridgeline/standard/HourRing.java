package ridgeline.standard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ridgeline.domain.HourSum;
import ridgeline.domain.Series;

/**
 * The last fifty hours of one series as running sums. Confined to the writer lane.
 *
 * <p>How many readings each minute has is kept too: only so can a correction that makes a reading uncountable clear
 * its minute. A minute with 127 readings or more, or restored without their number, stays set for good.
 */
final class HourRing {
    static final long HOUR_MS = 3_600_000;
    /** Yesterday, today and a little: what a natural day still needs on its last hour. */
    static final int HOURS = 50;

    private static final long NEVER = Long.MIN_VALUE / 2;
    private static final int FOR_GOOD = Byte.MAX_VALUE;

    private final long[] hours = new long[HOURS];
    private final double[] sums = new double[HOURS];
    private final long[] counts = new long[HOURS];
    private final long[] masks = new long[HOURS];
    private final byte[] perMinute = new byte[HOURS * 60];
    private long newest = NEVER;

    HourRing() {
        Arrays.fill(hours, NEVER);
    }

    static long hourOf(long t) {
        return Math.floorDiv(t, HOUR_MS);
    }

    /** Takes a reading in; one older than the ring is left out. */
    void add(long t, double value) {
        long hour = hourOf(t);
        if (hour <= newest - HOURS) return;
        int slot = claim(hour);
        int minute = minuteOf(t, hour);
        sums[slot] += value;
        counts[slot]++;
        masks[slot] |= 1L << minute;
        int at = slot * 60 + minute;
        if (perMinute[at] < FOR_GOOD) perMinute[at]++;
    }

    /** Takes a reading out again that was added before, here or ahead of a restart. */
    void remove(long t, double value) {
        long hour = hourOf(t);
        int slot = slot(hour);
        if (hours[slot] != hour || counts[slot] == 0) return;
        counts[slot]--;
        sums[slot] = counts[slot] == 0 ? 0 : sums[slot] - value;
        int minute = minuteOf(t, hour);
        int at = slot * 60 + minute;
        if (perMinute[at] < FOR_GOOD && perMinute[at] > 0) perMinute[at]--;
        if (perMinute[at] == 0 || counts[slot] == 0) masks[slot] &= ~(1L << minute);
    }

    void restore(HourSum sum) {
        if (sum.hour() <= newest - HOURS || sum.n() == 0) return;
        int slot = claim(sum.hour());
        sums[slot] = sum.sum();
        counts[slot] = sum.n();
        masks[slot] = sum.minutes();
        byte each = (byte) (Long.bitCount(sum.minutes()) == sum.n() ? 1 : FOR_GOOD);
        for (int minute = 0; minute < 60; minute++) {
            perMinute[slot * 60 + minute] = (sum.minutes() >>> minute & 1) == 1 ? each : 0;
        }
    }

    List<HourSum> sums(Series series) {
        List<HourSum> all = new ArrayList<>();
        for (int i = 0; i < HOURS; i++) {
            if (counts[i] > 0) all.add(new HourSum(series, hours[i], sums[i], counts[i], masks[i]));
        }
        return all;
    }

    /** Minutes of the hour that have a reading. */
    long minutes(long hour) {
        int slot = slot(hour);
        return hours[slot] == hour ? masks[slot] : 0;
    }

    /** The arithmetic mean of the hour's readings, NaN without any. */
    double mean(long hour) {
        int slot = slot(hour);
        return hours[slot] == hour && counts[slot] > 0 ? sums[slot] / counts[slot] : Double.NaN;
    }

    private int claim(long hour) {
        int slot = slot(hour);
        if (hours[slot] != hour) {
            hours[slot] = hour;
            sums[slot] = 0;
            counts[slot] = 0;
            masks[slot] = 0;
            Arrays.fill(perMinute, slot * 60, slot * 60 + 60, (byte) 0);
            newest = Math.max(newest, hour);
        }
        return slot;
    }

    private static int slot(long hour) {
        return (int) Math.floorMod(hour, (long) HOURS);
    }

    private static int minuteOf(long t, long hour) {
        return (int) ((t - hour * HOUR_MS) / 60_000);
    }
}
