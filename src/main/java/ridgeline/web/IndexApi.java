package ridgeline.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.AirIndex;
import ridgeline.live.Board;
import ridgeline.store.History;
import ridgeline.web.Failures.Refusal;

/** The air quality indices: those that stand now from memory, those of the past worked out again from the stored hours. */
final class IndexApi {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    /** A daily index of the day before, asked for at the end of a day, and the hours that carry into it. */
    private static final long HOURS_BEFORE = 50;

    private final Questions questions;
    private final Catalogue catalogue;
    private final Board board;
    private final InstantSource clock;

    IndexApi(Questions questions, Catalogue catalogue, Board board, InstantSource clock) {
        this.questions = questions;
        this.catalogue = catalogue;
        this.board = board;
        this.clock = clock;
    }

    void mount(Router router) {
        router.get("/api/v1/aqi").handler(this::indices);
    }

    private void indices(RoutingContext context) {
        Query query = Query.of(context);
        String venue = catalogue.venueIn(query);
        Long at = query.time("at");
        if (at == null) {
            StateApi.send(context, Json.array(board.indices(venue), JudgedRows::index));
            return;
        }
        if (at > clock.millis()) throw new Refusal(400, "at: lies ahead of the kiosk's clock");
        questions
                .ask(context, history -> Json.array(asOf(history, at, venue), JudgedRows::index))
                .onSuccess(answer -> StateApi.send(context, answer));
    }

    private List<AirIndex> asOf(History history, long at, @Nullable String venue) {
        long hour = Math.floorDiv(at, HOUR);
        return catalogue
                .standards()
                .indicesAt(at, history.sums().hours(hour - HOURS_BEFORE, hour), catalogue.ground())
                .stream()
                .filter(index -> venue == null || index.venueId().equals(venue))
                .toList();
    }
}
