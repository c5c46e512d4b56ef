package ridgeline.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import ridgeline.lane.Lane;
import ridgeline.store.History;

/** The one crossing from the event loop to the reader lane and back. */
final class Questions {
    private final Lane reader;
    private final History history;

    Questions(Lane reader, History history) {
        this.reader = reader;
        this.history = history;
    }

    interface Question<T> {
        T ask(History history);
    }

    /** For a lane of its own, which waits; never on the event loop. */
    <T> T await(Question<T> question) {
        return reader.submit(() -> question.ask(history)).join();
    }

    /** The answer comes on the event loop; a question that fails fails its request. */
    <T> Future<T> ask(RoutingContext context, Question<T> question) {
        return Future.fromCompletionStage(
                        reader.submit(() -> question.ask(history)),
                        context.vertx().getOrCreateContext())
                .onFailure(context::fail);
    }
}
