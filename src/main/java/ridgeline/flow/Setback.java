package ridgeline.flow;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ridgeline.store.StoreException;

/** Why nothing can be stored, and how long to wait before trying again. Confined to the writer lane, but for its status. */
final class Setback {
    private static final Logger LOG = LoggerFactory.getLogger(Setback.class);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final InstantSource clock;
    private Duration next = FIRST;
    private volatile LineStatus status;

    Setback(InstantSource clock) {
        this.clock = clock;
        status = new LineStatus(null, clock.millis());
    }

    /** May be asked from any thread. */
    LineStatus status() {
        return status;
    }

    /** Answers how long to wait: a second, and twice as long each time, up to half a minute. */
    Duration failed(StoreException failure) {
        Duration wait = next;
        String problem = failure.getMessage();
        if (status.isGood()) LOG.error("nothing can be stored: {}; trying again in {}", problem, wait, failure);
        status = new LineStatus(problem, status.isGood() ? clock.millis() : status.since());
        next = wait.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : wait.multipliedBy(2);
        return wait;
    }

    void recovered() {
        if (status.isGood()) return;
        LOG.info("storing again");
        status = new LineStatus(null, clock.millis());
        next = FIRST;
    }
}
