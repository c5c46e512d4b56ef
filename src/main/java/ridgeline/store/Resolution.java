package ridgeline.store;

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

    /** The finest that needs no more than {@code points} buckets for {@code [from, to)}. */
    static Resolution finest(long from, long to, int points) {
        for (long step : STEPS) {
            if (count(from, to, step) <= points) return new Resolution(step, sourceOf(step));
        }
        long widest = STEPS[STEPS.length - 1];
        long step = widest * (long) Math.ceil((double) (to - from) / widest / Math.max(1, points - 1));
        return new Resolution(step, Buckets.DAY);
    }

    /** Buckets that {@code [from, to)} touches, one more for days, whose start depends on the zone. */
    private static long count(long from, long to, long step) {
        long touched = Math.floorDiv(to - 1, step) - Math.floorDiv(from, step) + 1;
        return step > Buckets.HOUR ? touched + 1 : touched;
    }

    private static long sourceOf(long step) {
        if (step < Buckets.MINUTE) return 0;
        if (step < Buckets.HOUR) return Buckets.MINUTE;
        return step < Buckets.DAY ? Buckets.HOUR : Buckets.DAY;
    }
}
