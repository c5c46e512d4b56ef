package ridgeline.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ridgeline.lane.Lane;

/**
 * Writes the PUBACKs (MQTT 5, section 3.4) of one connection, a batch at a time and past Paho: Paho makes a token, a properties
 * object and a system call of each, which at a flood costs more than storing the message; and an acknowledgement that reaches
 * Paho between two lives of a client wedges it for ever. Told on the writer lane, which never waits; writes on its own lane.
 */
final class Acknowledger implements Arrival.Acknowledgement, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Acknowledger.class);
    private static final byte PUBACK = 0x40;
    private static final int BYTES = 4;
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final Lane lane = new Lane("acknowledge");
    private final OutputStream wire;
    private byte[] packets = new byte[1024];
    private int used;

    /** @param wire takes whole packets, also while others write to it */
    Acknowledger(OutputStream wire) {
        this.wire = wire;
    }

    @Override
    public void send(int packetId) {
        if (used + BYTES > packets.length) packets = Arrays.copyOf(packets, 2 * packets.length);
        packets[used++] = PUBACK;
        packets[used++] = 2;
        packets[used++] = (byte) (packetId >> 8);
        packets[used++] = (byte) packetId;
    }

    @Override
    public void flush() {
        if (used == 0) return;
        byte[] batch = Arrays.copyOf(packets, used);
        used = 0;
        lane.execute(() -> write(batch));
    }

    private void write(byte[] batch) {
        try {
            wire.write(batch);
            wire.flush();
        } catch (IOException gone) {
            LOG.debug(
                    "{} acknowledgements were not sent; their messages come again: {}",
                    batch.length / BYTES,
                    gone.toString());
        }
    }

    /** What was flushed still goes out, unless the broker does not take it. */
    @Override
    public void close() {
        try {
            lane.submit(() -> true).get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException stuck) {
            LOG.debug("the broker takes no acknowledgement", stuck);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** After the socket is closed, so that a write which hangs on it ends. */
    void end() {
        lane.close();
    }
}
