package ridgeline.web;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.AirIndex;
import ridgeline.domain.Committed;
import ridgeline.domain.Judged;
import ridgeline.domain.Reading;
import ridgeline.domain.SectionClass;
import ridgeline.domain.Stagnation;
import ridgeline.domain.Verdict;
import ridgeline.live.Board;
import ridgeline.web.Failures.Refusal;

/**
 * {@code GET /api/v1/live}: snapshot, then stream. Confined to the event loop, so no reading falls between the two.
 *
 * <p>An event's id is {@code <start of the process>-<number>}: a viewer that returns with an id of this process gets what it
 * missed while that is remembered, any other a new snapshot.
 */
final class LiveStream implements Handler<RoutingContext> {
    static final Duration TICK = Duration.ofSeconds(2);
    private static final int MOST_VIEWERS = 2000;
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();
    private static final long KEEP_EMPTY = Duration.ofMinutes(2).toNanos();

    private final Catalogue catalogue;
    private final Board board;
    private final LiveEvents events;
    private final String boot;
    private final Map<String, LiveGroup> groups = new HashMap<>();
    private long number;
    private final AtomicInteger viewers = new AtomicInteger();
    private volatile int staleSeries;

    LiveStream(Catalogue catalogue, Board board, LiveEvents events, long startedAt) {
        this.catalogue = catalogue;
        this.board = board;
        this.events = events;
        boot = Long.toString(startedAt, 36);
    }

    @Override
    public void handle(RoutingContext context) {
        String venue = catalogue.venueIn(Query.of(context));
        if (viewers.get() >= MOST_VIEWERS) {
            context.response().putHeader("Retry-After", "10");
            throw new Refusal(503, "too many viewers");
        }
        HttpServerResponse response = context.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream; charset=utf-8")
                .putHeader("Content-Encoding", "identity")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        LiveGroup group = groups.computeIfAbsent(venue == null ? "" : venue, key -> new LiveGroup(venue, number));
        LiveViewer viewer = new LiveViewer(context.request(), () -> events.snapshot(id(), venue));
        int spread = Math.floorMod(617 * viewers.incrementAndGet(), 2000);
        viewer.send(Buffer.buffer("retry: " + (1000 + spread) + "\n\n"));
        List<Buffer> missed = missed(group, context.request().getHeader("Last-Event-ID"));
        if (missed == null) viewer.send(events.snapshot(id(), venue));
        else missed.forEach(viewer::send);
        group.join(viewer);
        response.closeHandler(closed -> left(group, viewer));
        response.exceptionHandler(gone -> left(group, viewer));
    }

    private void left(LiveGroup group, LiveViewer viewer) {
        if (!group.viewers().contains(viewer)) return;
        group.leave(viewer, System.nanoTime());
        viewers.decrementAndGet();
    }

    private @Nullable List<Buffer> missed(LiveGroup group, @Nullable String lastId) {
        if (lastId == null || !lastId.matches(boot + "-[0-9]{1,18}")) return null;
        long last = Long.parseLong(lastId.substring(boot.length() + 1));
        return last > number ? null : group.after(last);
    }

    private String id() {
        return boot + "-" + number;
    }

    int viewers() {
        return viewers.get();
    }

    int staleSeries() {
        return staleSeries;
    }

    /** Shows a commit on the board and sends it on to whoever watches. */
    void show(Committed committed) {
        board.show(committed);
        for (LiveGroup group : groups.values()) {
            List<Reading> readings =
                    of(group, committed.readings(), reading -> reading.series().venueId());
            Judged judged = of(group, committed.judged());
            if (!readings.isEmpty()) send(group, id -> events.readings(id, readings));
            if (!judged.ended().isEmpty()) send(group, id -> events.ended(id, judged.ended()));
            if (!judged.verdicts().isEmpty()) send(group, id -> events.verdicts(id, judged.verdicts()));
            if (!judged.indices().isEmpty()) send(group, id -> events.indices(id, judged.indices()));
            if (!judged.sections().isEmpty()) send(group, id -> events.sections(id, judged.sections()));
            if (!judged.stagnations().isEmpty()) send(group, id -> events.stagnations(id, judged.stagnations()));
        }
    }

    private void send(LiveGroup group, Function<String, Buffer> encode) {
        number++;
        group.send(number, encode.apply(id()));
    }

    private static Judged of(LiveGroup group, Judged judged) {
        return new Judged(
                of(group, judged.verdicts(), Verdict::venueId),
                of(group, judged.indices(), AirIndex::venueId),
                of(group, judged.sections(), SectionClass::venueId),
                of(group, judged.stagnations(), Stagnation::venueId),
                judged.ended());
    }

    private static <T> List<T> of(LiveGroup group, List<T> all, Function<T, String> venueOf) {
        String venue = group.venue();
        if (venue == null) return all;
        return all.stream().filter(one -> venueOf.apply(one).equals(venue)).toList();
    }

    /** Every {@link #TICK}: the clock for everyone, an end for who is stuck, a farewell to groups nobody is in. */
    void tick() {
        long nanos = System.nanoTime();
        staleSeries = events.stale().size();
        groups.values().removeIf(group -> group.isForgettable(nanos, KEEP_EMPTY));
        for (LiveGroup group : groups.values()) {
            if (group.viewers().isEmpty()) continue;
            Buffer tick = events.tick(id(), group.venue());
            for (LiveViewer viewer : List.copyOf(group.viewers())) {
                if (viewer.isStuck(nanos, PATIENCE)) viewer.close();
                else viewer.send(tick);
            }
        }
    }

    void close() {
        groups.values().forEach(group -> List.copyOf(group.viewers()).forEach(LiveViewer::end));
    }
}
