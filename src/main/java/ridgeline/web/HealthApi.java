package ridgeline.web;

import io.vertx.ext.web.Router;
import java.util.List;
import java.util.function.Supplier;
import ridgeline.live.Health;

/** Whether the process lives, whether it does all of its work, and what it has counted. */
final class HealthApi {
    private final Supplier<Health> health;
    private final Supplier<String> metrics;

    /** @param metrics Prometheus text format 0.0.4 */
    HealthApi(Supplier<Health> health, Supplier<String> metrics) {
        this.health = health;
        this.metrics = metrics;
    }

    void mount(Router router) {
        router.get("/healthz")
                .handler(context -> StateApi.send(context, Json.of(json -> {
                    json.writeStartObject();
                    json.writeStringField("status", "alive");
                    json.writeEndObject();
                })));
        router.get("/readyz").handler(context -> {
            List<String> reasons = health.get().reasons();
            context.response().setStatusCode(reasons.isEmpty() ? 200 : 503).putHeader("Cache-Control", "no-store");
            StateApi.send(context, Json.of(json -> {
                json.writeStartObject();
                json.writeBooleanField("ready", reasons.isEmpty());
                json.writeArrayFieldStart("reasons");
                for (String reason : reasons) json.writeString(reason);
                json.writeEndArray();
                json.writeEndObject();
            }));
        });
        router.get("/metrics").handler(context -> context.response()
                .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .end(metrics.get()));
    }
}
