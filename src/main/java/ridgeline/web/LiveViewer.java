package ridgeline.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.function.Supplier;

/**
 * One open screen. Confined to the event loop. There is no queue per viewer: one that cannot take an event is behind, and gets
 * the whole picture again once it can; one that stays behind is closed.
 */
final class LiveViewer {
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Supplier<Buffer> snapshot;
    private long behindSince;
    private boolean behind;

    LiveViewer(HttpServerRequest request, Supplier<Buffer> snapshot) {
        this.request = request;
        response = request.response();
        this.snapshot = snapshot;
    }

    void send(Buffer event) {
        if (behind) return;
        if (response.writeQueueFull()) {
            behind = true;
            behindSince = System.nanoTime();
            response.drainHandler(drained -> {
                behind = false;
                send(snapshot.get());
            });
            return;
        }
        write(event);
    }

    boolean isStuck(long nanos, long patienceNanos) {
        return behind && nanos - behindSince > patienceNanos;
    }

    /**
     * Ends the stream; the browser comes back by itself. Vert.x's own close and reset wait until all is written, which a viewer
     * who does not read never lets happen, so the channel itself is closed.
     */
    void close() {
        var unused = ((HttpServerConnection) request.connection())
                .channelHandlerContext()
                .close();
    }

    void end() {
        if (!response.ended()) response.end().onFailure(gone -> {});
    }

    private void write(Buffer event) {
        if (!response.ended() && !response.closed()) response.write(event).onFailure(gone -> {});
    }
}
