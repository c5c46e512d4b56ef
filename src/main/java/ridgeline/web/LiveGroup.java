package ridgeline.web;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The viewers that asked for the same thing, and the events they were sent lately, encoded once for all. Confined to the event
 * loop.
 */
final class LiveGroup {
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int MOST_EVENTS = 4000;

    private final @Nullable String venue;
    private final Set<LiveViewer> viewers = new LinkedHashSet<>();
    private final ArrayDeque<Sent> recent = new ArrayDeque<>();
    private int recentBytes;
    private long forgotten;
    private long emptySince;

    private record Sent(long id, Buffer event) {}

    /** @param from id of the last event before this group existed */
    LiveGroup(@Nullable String venue, long from) {
        this.venue = venue;
        forgotten = from;
    }

    @Nullable
    String venue() {
        return venue;
    }

    Set<LiveViewer> viewers() {
        return viewers;
    }

    void join(LiveViewer viewer) {
        viewers.add(viewer);
    }

    void leave(LiveViewer viewer, long nanos) {
        viewers.remove(viewer);
        emptySince = nanos;
    }

    /** Kept for a while without viewers, so that one who reconnects misses nothing. */
    boolean isForgettable(long nanos, long keepNanos) {
        return viewers.isEmpty() && nanos - emptySince > keepNanos;
    }

    void send(long id, Buffer event) {
        recent.addLast(new Sent(id, event));
        recentBytes += event.length();
        while (recentBytes > MOST_BYTES || recent.size() > MOST_EVENTS) {
            Sent oldest = recent.removeFirst();
            recentBytes -= oldest.event().length();
            forgotten = oldest.id();
        }
        for (LiveViewer viewer : List.copyOf(viewers)) viewer.send(event);
    }

    /** The events after {@code id}, or null when some of them are forgotten. */
    @Nullable
    List<Buffer> after(long id) {
        if (id < forgotten) return null;
        List<Buffer> missed = new ArrayList<>();
        for (Sent sent : recent) if (sent.id() > id) missed.add(sent.event());
        return missed;
    }
}
