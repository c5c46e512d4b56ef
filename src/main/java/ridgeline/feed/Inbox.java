package ridgeline.feed;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What has come off the wire and waits for the writer lane, bounded by bytes. Offered to from Paho's thread, drained by the
 * writer lane alone. Neither side ever waits: a full inbox refuses, and the connection answers by disconnecting.
 */
public final class Inbox {
    private final ConcurrentLinkedQueue<Arrival> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong bytes = new AtomicLong();
    private final long limit;
    private volatile Runnable wake = () -> {};

    public Inbox(long limitBytes) {
        limit = limitBytes;
    }

    /** Called after each arrival, on the thread that brought it; must return at once. */
    public void onArrival(Runnable listener) {
        wake = listener;
    }

    /** On the thread that brings arrivals off the wire, in their order. False when it is full: nothing was taken. */
    public boolean offer(Arrival arrival) {
        if (bytes.get() >= limit) return false;
        bytes.addAndGet(arrival.bytes());
        waiting.add(arrival);
        wake.run();
        return true;
    }

    /** Moves up to {@code most} arrivals into {@code taken}, oldest first. */
    public void drainTo(List<Arrival> taken, int most) {
        for (int i = 0; i < most; i++) {
            Arrival next = waiting.poll();
            if (next == null) return;
            bytes.addAndGet(-next.bytes());
            taken.add(next);
        }
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    public long bytes() {
        return bytes.get();
    }

    /** Whether enough has been worked off to take a new connection's messages. */
    boolean hasRoom() {
        return bytes.get() <= limit / 4;
    }
}
