package ridgeline.flow;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What the line has counted since start. Added to on the writer lane, read by anyone. */
public final class Tally {
    final LongAdder stored = new LongAdder();
    final LongAdder redelivered = new LongAdder();
    final LongAdder rejected = new LongAdder();
    final LongAdder partial = new LongAdder();
    final LongAdder ignored = new LongAdder();
    final LongAdder unmatched = new LongAdder();
    final LongAdder readings = new LongAdder();
    final LongAdder corrections = new LongAdder();
    final LongAdder commits = new LongAdder();
    final LongAdder commitNanos = new LongAdder();
    final LongAdder failures = new LongAdder();

    /** How many messages ended how. */
    public Map<String, LongAdder> messages() {
        return Map.of(
                "stored", stored,
                "partial", partial,
                "redelivered", redelivered,
                "rejected", rejected,
                "ignored", ignored,
                "unmatched", unmatched);
    }

    /** Readings committed. */
    public long readings() {
        return readings.sum();
    }

    /** Readings that replaced a different value of the same series and time. */
    public long corrections() {
        return corrections.sum();
    }

    public long commits() {
        return commits.sum();
    }

    /** Time spent in commits, the wait for the disk included. */
    public long commitNanos() {
        return commitNanos.sum();
    }

    /** Batches that could not be stored and were tried again. */
    public long failures() {
        return failures.sum();
    }
}
