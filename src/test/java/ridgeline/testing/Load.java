package ridgeline.testing;

import java.net.URI;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import ridgeline.feed.Outbox;

/** Publishes numbered messages at a steady rate, as far as the test allows. */
public final class Load implements AutoCloseable {
    private static final long TICK_NANOS = 2_000_000;

    private final IntFunction<Message> messages;
    private final int perSecond;
    private final Thread thread;
    private volatile int allowed;
    private volatile int sent;
    private volatile boolean closed;

    /** What to publish where. */
    public record Message(String topic, byte[] payload) {}

    public Load(URI broker, int perSecond, IntFunction<Message> messages) {
        this.messages = messages;
        this.perSecond = perSecond;
        thread = new Thread(() -> publish(broker), "load");
        thread.setDaemon(true);
        thread.start();
    }

    /** Lets the messages up to this number, itself excluded, go out. */
    public Load allow(int upTo) {
        allowed = upTo;
        return this;
    }

    /** How many were handed to the broker so far. */
    public int sent() {
        return sent;
    }

    private void publish(URI broker) {
        try (Outbox outbox = new Outbox(broker, "load")) {
            double due = 0;
            long last = System.nanoTime();
            while (!closed) {
                long now = System.nanoTime();
                due = Math.min(perSecond, due + (now - last) * 1e-9 * perSecond);
                last = now;
                for (; due >= 1 && sent < allowed && !closed; due--) {
                    Message message = messages.apply(sent);
                    outbox.send(message.topic(), message.payload());
                    sent++;
                }
                LockSupport.parkNanos(TICK_NANOS);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends once the broker has acknowledged what is out. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join(20_000);
    }
}
