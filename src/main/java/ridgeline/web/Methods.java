package ridgeline.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Which methods a path knows: {@code HEAD} is a {@code GET} without its body, anything else unknown is told what is allowed. */
final class Methods {
    private static final Set<String> ENDLESS = Set.of("/api/v1/live", "/api/v1/export");

    private Methods() {}

    /** Before every other handler. */
    static void check(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (HttpMethod.TRACE.equals(method)) context.fail(405);
        else if (HttpMethod.HEAD.equals(method)
                && !ENDLESS.contains(context.request().path()))
            context.reroute(HttpMethod.GET, context.request().uri());
        else context.next();
    }

    /** The answer to a method that the path does not know. */
    static void refuse(Router router, RoutingContext context) {
        String path = context.request().path();
        Set<String> known = new TreeSet<>();
        router.getRoutes().stream()
                .filter(route -> Objects.equals(path, route.getPath()) && route.methods() != null)
                .forEach(route -> route.methods().forEach(method -> known.add(method.name())));
        if (known.isEmpty()) known.add("GET");
        if (known.contains("GET") && !ENDLESS.contains(path)) known.add("HEAD");
        context.response().putHeader("Allow", String.join(", ", known));
        Failures.answer(context, 405, null);
    }
}
