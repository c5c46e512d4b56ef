package ridgeline.feed;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import ridgeline.store.ReadingLog;
import ridgeline.testing.Keeping;

/** Stores what the feed brings, ledger and all, on a disk that may take its time before it lets anything be acknowledged. */
final class SlowStore implements AutoCloseable {
    private final ReadingLog log;
    private final Inbox inbox;
    private final long slowestMs;
    private final Random random;
    private final List<String> stored = new ArrayList<>();
    private final Thread thread;
    private volatile boolean closed;

    SlowStore(Path database, Inbox inbox, Duration slowest, long seed) {
        this.inbox = inbox;
        slowestMs = slowest.toMillis();
        random = new Random(seed);
        log = ReadingLog.open(database, Keeping.everything(ZoneOffset.UTC));
        thread = new Thread(this::work, "slow store");
        thread.start();
    }

    private void work() {
        List<Arrival> batch = new ArrayList<>();
        while (!closed) {
            batch.clear();
            inbox.drainTo(batch, 200);
            if (batch.isEmpty()) {
                LockSupport.parkNanos(1_000_000);
                continue;
            }
            for (Arrival arrival : batch) take(arrival);
            log.commit();
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextLong(slowestMs + 1)).toNanos());
            for (Arrival arrival : batch) if (arrival instanceof Arrival.Message message) message.acknowledge();
        }
    }

    private void take(Arrival arrival) {
        if (arrival instanceof Arrival.Opened opened) {
            log.opened(opened.sessionPresent(), 0);
        } else if (arrival instanceof Arrival.Message m
                && !log.isRedelivered(m.packetId(), m.topic(), m.payload(), m.repeated())) {
            synchronized (stored) {
                stored.add(new String(m.payload(), StandardCharsets.UTF_8));
            }
        }
    }

    /** The payloads it has stored, in order. */
    List<String> stored() {
        synchronized (stored) {
            return List.copyOf(stored);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
        log.close();
    }
}
