package ridgeline.web;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ridgeline.config.Settings;
import ridgeline.domain.Committed;
import ridgeline.domain.Site;
import ridgeline.lane.Lane;
import ridgeline.live.Board;
import ridgeline.live.Freshness;
import ridgeline.live.Health;
import ridgeline.standard.Judge;
import ridgeline.standard.Standards;
import ridgeline.store.History;

/** The HTTP server on one event loop of its own. Opened and closed by the root; {@link #show} may be called from any thread. */
public final class WebServer implements AutoCloseable {
    private static final int SEND_BUFFER = 64 * 1024;
    private static final int IDLE_SECONDS = 30;
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none';"
                    + " base-uri 'none'; form-action 'self'";

    private final Vertx vertx;
    private final Context loop;
    private final LiveStream live;
    private final HttpServer server;
    private final Router router;
    private final RehearsalApi rehearsals;
    private final int port;

    /** What the pages and the API are about. */
    public record Content(
            Settings settings,
            Site site,
            Standards standards,
            Judge.Ground ground,
            Freshness freshness,
            String version,
            double rate) {}

    /** Where what is not in memory comes from. */
    public record Sources(Lane reader, History history, Supplier<Health> health, Supplier<String> metrics) {}

    /** Listens when it returns; throws when the port is taken. */
    public WebServer(Content content, Sources sources, InstantSource clock) {
        vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        loop = vertx.getOrCreateContext();
        Catalogue catalogue = new Catalogue(
                content.settings().kiosk(),
                content.site(),
                content.standards(),
                content.ground(),
                content.freshness(),
                content.version(),
                content.rate());
        Board board = new Board(content.freshness());
        LiveEvents events = new LiveEvents(catalogue, board, sources.health(), clock);
        live = new LiveStream(catalogue, board, events, clock.millis());
        Questions questions = new Questions(sources.reader(), sources.history());
        rehearsals = new RehearsalApi(questions, catalogue, clock);
        router = router(catalogue, board, sources, questions, clock);
        server = vertx.createHttpServer(options(content.settings().http())).requestHandler(router);
        Settings.Http http = content.settings().http();
        try {
            port = await(server.listen(http.port(), http.host())).actualPort();
        } catch (RuntimeException failure) {
            await(vertx.close());
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new IllegalStateException(
                    "cannot listen on " + http.host() + ":" + http.port() + ": " + cause.getMessage(), cause);
        }
        vertx.setPeriodic(LiveStream.TICK.toMillis(), timer -> loop.runOnContext(tick -> live.tick()));
    }

    private Router router(Catalogue catalogue, Board board, Sources sources, Questions questions, InstantSource clock) {
        Router router = Router.router(vertx);
        router.route().handler(WebServer::secure).failureHandler(new Failures(router));
        router.route().handler(Methods::check);
        router.route().handler(new Assets());
        new HealthApi(sources.health(), sources.metrics()).mount(router);
        new StateApi(catalogue, board, clock).mount(router);
        rehearsals.mount(router);
        new IndexApi(questions, catalogue, board, clock).mount(router);
        new HistoryApi(questions, catalogue, clock).mount(router);
        router.get("/api/v1/live").handler(live);
        for (int status : new int[] {400, 404, 413, 415}) {
            router.errorHandler(status, context -> Failures.answer(context, status, null));
        }
        router.errorHandler(405, context -> Methods.refuse(router, context));
        return router;
    }

    private static void secure(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        context.next();
    }

    private static HttpServerOptions options(Settings.Http http) {
        HttpServerOptions options = new HttpServerOptions()
                .setCompressionSupported(true)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(16 * 1024);
        options.setSendBufferSize(SEND_BUFFER);
        Settings.@Nullable HttpTls tls = http.tls();
        if (tls != null) {
            options.setSsl(true)
                    .setUseAlpn(true)
                    .setKeyCertOptions(new PemKeyCertOptions()
                            .setCertPath(tls.cert().toString())
                            .setKeyPath(tls.key().toString()));
        }
        return options;
    }

    public int port() {
        return port;
    }

    /** The calls there are, each as {@code GET /path}. */
    Set<String> calls() {
        return router.getRoutes().stream()
                .filter(route -> route.getPath() != null && route.methods() != null)
                .flatMap(route -> route.methods().stream().map(method -> method + " " + route.getPath()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many live streams are open; from any thread. */
    public int viewers() {
        return live.viewers();
    }

    /** How many series have fallen silent, as of the last tick; from any thread. */
    public int staleSeries() {
        return live.staleSeries();
    }

    /** The one crossing from the writer lane to the event loop. */
    public void show(Committed committed) {
        loop.runOnContext(ignored -> live.show(committed));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(failure.getCause());
        }
    }

    @Override
    public void close() {
        loop.runOnContext(ignored -> live.close());
        rehearsals.close();
        await(server.close());
        await(vertx.close());
    }
}
