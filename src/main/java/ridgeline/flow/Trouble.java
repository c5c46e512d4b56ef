package ridgeline.flow;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ridgeline.store.StoreException;

/**
 * Whether the line can store, and how long to wait before it tries again: doubling from 1 s to 30 s. Written on the writer lane,
 * its status read by anyone; logs the beginning and the end of a trouble, not each attempt.
 */
final class Trouble {
    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final InstantSource clock;
    private Duration wait = FIRST;
    private volatile LineStatus status;

    Trouble(InstantSource clock) {
        this.clock = clock;
        status = new LineStatus(null, clock.millis());
    }

    LineStatus status() {
        return status;
    }

    /** How long to wait when what failed was not a failure to store. */
    Duration pause() {
        return wait;
    }

    /** Notes a failure and answers how long to wait. */
    Duration failed(StoreException failure) {
        Duration now = wait;
        if (status.isGood()) LOG.error("nothing can be stored; trying again in {}", now, failure);
        status = new LineStatus(failure.getMessage(), status.isGood() ? clock.millis() : status.since());
        wait = wait.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : wait.multipliedBy(2);
        return now;
    }

    void over() {
        if (status.isGood()) return;
        LOG.info("storing again");
        status = new LineStatus(null, clock.millis());
        wait = FIRST;
    }
}
