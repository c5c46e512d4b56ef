package ridgeline.live;

import java.util.Arrays;

/**
 * The last distances between the readings of one series, from which its interval is learned where the configuration does not say
 * it. The middle one counts, so that neither an outage nor a burst makes a difference. Confined to the event loop.
 */
final class Gaps {
    private static final int KEPT = 9;
    private static final int FEWEST = 3;
    /** The judge counts by minutes; less would only make a screen flicker. */
    private static final long SHORTEST_MS = 60_000;

    private static final long LONGEST_MS = 24 * 3_600_000L;

    private final long[] gaps = new long[KEPT];
    private int count;

    void add(long gap) {
        gaps[count++ % KEPT] = gap;
    }

    /** The interval in milliseconds, 0 while too little is known. */
    long interval() {
        int known = Math.min(count, KEPT);
        if (known < FEWEST) return 0;
        long[] sorted = Arrays.copyOf(gaps, known);
        Arrays.sort(sorted);
        return Math.max(SHORTEST_MS, Math.min(LONGEST_MS, sorted[known / 2]));
    }
}
