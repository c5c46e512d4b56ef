package ridgeline.web;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ridgeline.store.ExportFormat;
import ridgeline.store.History;

/**
 * Readings of any length to one client, page by page: the next page is read when the client has taken the last one, each in a
 * read transaction of its own. Confined to the event loop.
 */
final class ExportStream {
    private static final int PAGE = 5000;

    private final RoutingContext context;
    private final HttpServerResponse response;
    private final Questions questions;
    private final ExportFormat format;
    private final List<String> ids;
    private final long from;
    private final long to;

    ExportStream(
            RoutingContext context, Questions questions, ExportFormat format, List<String> ids, long from, long to) {
        this.context = context;
        this.questions = questions;
        this.format = format;
        this.ids = ids;
        this.from = from;
        this.to = to;
        response = context.response();
    }

    void start() {
        response.setChunked(true)
                .putHeader("Content-Type", format.contentType())
                .putHeader("Content-Disposition", "attachment; filename=\"ridgeline." + format.extension() + "\"");
        response.write(format.header());
        next(0, null);
    }

    private void next(int index, @Nullable Long after) {
        if (response.closed()) return;
        if (index == ids.size()) {
            response.end();
            return;
        }
        questions
                .ask(context, history -> history.page(ids.get(index), from, to, after, PAGE))
                .onSuccess(page -> write(page, index));
    }

    private void write(History.Page page, int index) {
        StringBuilder text = new StringBuilder(PAGE * 64);
        page.readings().forEach(reading -> format.append(text, reading));
        if (text.length() > 0) response.write(text.toString());
        Runnable onward = page.next() == null ? () -> next(index + 1, null) : () -> next(index, page.next());
        if (!response.writeQueueFull()) onward.run();
        else response.drainHandler(drained -> onward.run());
    }
}
