package ridgeline.feed;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What has come off the wire and waits for the writer lane, bounded by bytes. Offered to from Paho's thread, drained by the
 * writer lane alone.
 *
 * <p>Two bounds. Above the crowd mark the reader of the socket pauses a while, so that the broker feels it and keeps the rest;
 * that also keeps the messages in flight far below the 65,535 packet ids there are, which Mosquitto 2.0.11 does not do by
 * itself. At the limit it refuses, and the connection answers by disconnecting.
 */
public final class Inbox {
    private static final int CROWD = 16_384;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final long POLL_NANOS = 200_000;

    private final ConcurrentLinkedQueue<Arrival> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger count = new AtomicInteger();
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
        count.incrementAndGet();
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
            count.decrementAndGet();
            taken.add(next);
        }
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** How many wait. */
    public int size() {
        return count.get();
    }

    public long bytes() {
        return bytes.get();
    }

    private boolean isCrowded() {
        return count.get() > CROWD || bytes.get() > limit / 4;
    }

    /** Waits until the crowd has thinned out, {@link #PAUSE} at most: the socket's reader must see a PINGRESP in time. */
    void awaitRoom() {
        if (!isCrowded()) return;
        long start = System.nanoTime();
        while (isCrowded() && System.nanoTime() - start < PAUSE.toNanos()) LockSupport.parkNanos(POLL_NANOS);
    }

    /** Whether enough has been worked off to take a new connection's messages. */
    boolean hasRoom() {
        return bytes.get() <= limit / 4;
    }
}
