package ridgeline.flow;

import java.time.Duration;

/**
 * When to commit next. Each commit costs an fsync, a flash card's life and every viewer's attention: so they are 15 ms apart at
 * least, and up to 100 ms while only a few messages wait, which nobody sees. Told of commits on the writer lane, asked by anyone.
 */
final class Pace {
    private static final long SHORTEST = Duration.ofMillis(15).toNanos();
    private static final long LONGEST = Duration.ofMillis(100).toNanos();

    /** Enough to be worth a commit: half of what 1,000 messages a second bring in the shortest pause. */
    private static final int COMPANY = 8;

    /** More than this waiting, and waiting for company makes no sense. */
    private static final int CROWD = 1000;

    private volatile long last = System.nanoTime() - LONGEST;

    /** How long to wait before it is worth looking again; zero or less: commit now. */
    long nanosLeft(int waiting) {
        long passed = System.nanoTime() - last;
        if (passed >= LONGEST || waiting >= CROWD) return 0;
        long left = SHORTEST - passed;
        return left > 0 || waiting >= COMPANY ? left : SHORTEST;
    }

    void committed() {
        last = System.nanoTime();
    }
}
