package ridgeline.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How wide a history's buckets are and which stored resolution feeds them.
 *
 * @param step width of a bucket in milliseconds
 * @param source 0 for raw readings, else the rollup that is read
 */
record Resolution(long step, long source) {
    /** Round widths only, so that neighbouring requests share buckets. */
    private static final long[] STEPS = {
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        1_000,
        2_000,
        5_000,
        10_000,
        15_000,
        30_000,
        60_000,
        120_000,
        300_000,
        600_000,
        900_000,
        1_800_000,
        3_600_000,
        7_200_000,
        10_800_000,
        21_600_000,
        43_200_000,
        86_400_000L,
        2 * 86_400_000L,
        7 * 86_400_000L,
        14 * 86_400_000L,
        30 * 86_400_000L,
        90 * 86_400_000L,
        365 * 86_400_000L
    };

    /** Far beyond any calendar, and no sum of two of these overflows. */
    private static final long WIDEST = 1L << 60;

    /** The finest that needs no more than {@code points} buckets for {@code [from, to)}. */
    static Resolution finest(long from, long to, int points, ZoneId zone) {
        for (long step : STEPS) {
            Resolution resolution = new Resolution(step, sourceOf(step));
            if (resolution.count(from, to, zone) <= points) return resolution;
        }
        Resolution resolution = new Resolution(2 * STEPS[STEPS.length - 1], Buckets.DAY);
        while (resolution.count(from, to, zone) > points && resolution.step() < WIDEST) {
            resolution = new Resolution(2 * resolution.step(), Buckets.DAY);
        }
        return resolution;
    }

    /** How many buckets {@code [from, to)} touches; what lies before 1970 is never stored and not counted. */
    private long count(long from, long to, ZoneId zone) {
        if (to <= from) return 0;
        return number(Math.min(to, WIDEST) - 1, zone) - number(Math.max(from, 0), zone) + 1;
    }

    /** Start of the bucket that holds {@code t}: on the zone's clock for buckets of over an hour, else on UTC's. */
    long bucket(long t, ZoneId zone) {
        if (step <= Buckets.HOUR) return Buckets.floor(t, step);
        long local = number(t, zone) * step;
        LocalDateTime start = LocalDateTime.ofEpochSecond(Math.floorDiv(local, 1000), 0, ZoneOffset.UTC);
        return start.atZone(zone).toInstant().toEpochMilli();
    }

    private long number(long t, ZoneId zone) {
        long shift = step <= Buckets.HOUR
                ? 0
                : zone.getRules().getOffset(Instant.ofEpochMilli(t)).getTotalSeconds() * 1000L;
        return Math.floorDiv(t + shift, step);
    }

    private static long sourceOf(long step) {
        if (step < Buckets.MINUTE) return 0;
        if (step < Buckets.HOUR) return Buckets.MINUTE;
        return step < Buckets.DAY ? Buckets.HOUR : Buckets.DAY;
    }
}
