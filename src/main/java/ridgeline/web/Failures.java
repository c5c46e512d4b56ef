package ridgeline.web;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failed request into {@code application/problem+json} (RFC 9457); the only place that logs one. */
final class Failures implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** A request that cannot be answered as it is; the detail says what to change. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int status;

        Refusal(int status, String detail) {
            super(detail, null, false, false);
            this.status = status;
        }
    }

    private final Router router;

    Failures(Router router) {
        this.router = router;
    }

    @Override
    public void handle(RoutingContext context) {
        Throwable cause = unwrap(context.failure());
        if (context.statusCode() == 405) {
            Methods.refuse(router, context);
        } else if (cause instanceof Refusal refusal) {
            answer(context, refusal.status, refusal.getMessage());
        } else if (cause == null || (context.statusCode() >= 400 && context.statusCode() < 500)) {
            answer(context, context.statusCode() < 400 ? 500 : context.statusCode(), null);
        } else {
            LOG.error(
                    "{} {} failed",
                    context.request().method(),
                    context.request().path(),
                    cause);
            answer(context, 500, "An unexpected error; it was logged.");
        }
    }

    private static @Nullable Throwable unwrap(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    static void answer(RoutingContext context, int status, @Nullable String detail) {
        answer(context, status, detail, json -> {});
    }

    /** @param more further fields of the problem */
    static void answer(RoutingContext context, int status, @Nullable String detail, Json.Body more) {
        if (context.response().ended()) return;
        if (context.response().headWritten()) {
            context.response().reset();
            return;
        }
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(Json.of(json -> {
                    json.writeStartObject();
                    json.writeStringField("type", "about:blank");
                    json.writeStringField(
                            "title", HttpResponseStatus.valueOf(status).reasonPhrase());
                    json.writeNumberField("status", status);
                    if (detail != null) json.writeStringField("detail", detail);
                    json.writeStringField("instance", context.request().path());
                    more.write(json);
                    json.writeEndObject();
                }));
    }
}
