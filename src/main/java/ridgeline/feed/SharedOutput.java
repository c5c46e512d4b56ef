package ridgeline.feed;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The way to the broker, for Paho's sender and for our acknowledgements. Each call writes whole packets: Paho buffers a packet and
 * flushes it in one, since none of ours comes near its buffer of 8 KiB. That is why a lock is enough, the only one of this program.
 */
final class SharedOutput extends OutputStream {
    private @Nullable OutputStream wire;

    /** Called when the connection is made; before that, writing fails. */
    synchronized OutputStream over(OutputStream connected) {
        wire = connected;
        return this;
    }

    private OutputStream wire() throws IOException {
        if (wire == null) throw new IOException("not connected");
        return wire;
    }

    @Override
    public synchronized void write(int one) throws IOException {
        wire().write(one);
    }

    @Override
    public synchronized void write(byte[] packets, int offset, int length) throws IOException {
        wire().write(packets, offset, length);
    }

    @Override
    public synchronized void flush() throws IOException {
        wire().flush();
    }

    @Override
    public void close() throws IOException {
        OutputStream open = wire;
        if (open != null) open.close();
    }
}
