package ridgeline.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import ridgeline.domain.Series;
import ridgeline.store.ExportFormat;
import ridgeline.store.History;
import ridgeline.store.QuarantineEntry;
import ridgeline.web.Failures.Refusal;

/** Questions to the database; each is asked on the reader lane and answered on the event loop. */
final class HistoryApi {
    private static final int MOST_SERIES = 50;
    private static final int MOST_READINGS = 100_000;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Questions questions;
    private final Catalogue catalogue;
    private final InstantSource clock;

    HistoryApi(Questions questions, Catalogue catalogue, InstantSource clock) {
        this.questions = questions;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    void mount(Router router) {
        router.get("/api/v1/history").handler(this::history);
        router.get("/api/v1/readings").handler(this::readings);
        router.get("/api/v1/export").handler(this::export);
        router.get("/api/v1/quarantine").handler(this::quarantine);
    }

    /** A half-open range of time. */
    private record Range(long from, long to) {}

    private Range range(Query query) {
        long to = query.time("to", clock.millis() + 1);
        long from = query.time("from", to - DAY);
        if (from >= to) throw new Refusal(400, "from: must lie before to");
        return new Range(from, to);
    }

    private void history(RoutingContext context) {
        Query query = Query.of(context);
        List<String> ids = query.list("series", MOST_SERIES);
        int points = query.integer("points", 600, 1, History.MOST_POINTS);
        Range range = range(query);
        questions
                .ask(context, history -> {
                    List<History.Trend> trends = new ArrayList<>();
                    for (String id : ids) {
                        History.Trend trend = history.trend(id, range.from(), range.to(), points);
                        trends.add(trend != null ? trend : new History.Trend(known(history, id), 0, List.of()));
                    }
                    return Json.array(trends, HistoryApi::trend);
                })
                .onSuccess(answer -> StateApi.send(context, answer));
    }

    /** A series that is stored, or configured and still without a reading. */
    private Series known(History history, String id) {
        Series stored = history.series(id);
        if (stored != null) return stored;
        return catalogue.configuredSeries().stream()
                .filter(series -> series.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "series: there is no '" + id + "'"));
    }

    private static void trend(JsonGenerator json, History.Trend trend) throws IOException {
        json.writeStartObject();
        json.writeStringField("series", trend.series().id());
        json.writeStringField("unit", trend.series().quantity().unit());
        json.writeNumberField("resolution_ms", trend.resolution());
        json.writeFieldName("points");
        Json.array(json, trend.points(), (out, point) -> {
            out.writeStartArray();
            out.writeNumber(point.t());
            out.writeNumber(rounded(point.low()));
            out.writeNumber(rounded(point.mean()));
            out.writeNumber(rounded(point.high()));
            out.writeNumber(point.n());
            out.writeEndArray();
        });
        json.writeEndObject();
    }

    /** A mean's seventeenth digit says nothing and costs most of the answer. */
    private static double rounded(double value) {
        return Math.abs(value) < 1e9 ? Math.rint(value * 1e6) / 1e6 : value;
    }

    private void readings(RoutingContext context) {
        Query query = Query.of(context);
        String id = query.list("series", 1).get(0);
        Long after = query.time("after");
        int limit = query.integer("limit", 10_000, 1, MOST_READINGS);
        Range range = range(query);
        questions
                .ask(context, history -> {
                    known(history, id);
                    return page(history.page(id, range.from(), range.to(), after, limit));
                })
                .onSuccess(answer -> StateApi.send(context, answer));
    }

    private static Buffer page(History.Page page) {
        return Json.of(json -> {
            json.writeStartObject();
            json.writeFieldName("readings");
            Json.array(json, page.readings(), (out, reading) -> {
                out.writeStartArray();
                out.writeNumber(reading.t());
                out.writeNumber(reading.value());
                out.writeString(reading.quality().id());
                out.writeEndArray();
            });
            if (page.next() != null) json.writeNumberField("next", page.next());
            json.writeEndObject();
        });
    }

    private void export(RoutingContext context) {
        Query query = Query.of(context);
        List<String> ids = query.list("series", MOST_SERIES);
        Range range = range(query);
        String format = query.oneOf("format", "csv", List.of("csv", "json"));
        questions
                .ask(context, history -> {
                    ids.forEach(id -> known(history, id));
                    return ids;
                })
                .onSuccess(known -> new ExportStream(
                                context,
                                questions,
                                new ExportFormat(format, catalogue.kiosk().zone()),
                                known,
                                range.from(),
                                range.to())
                        .start());
    }

    private void quarantine(RoutingContext context) {
        int limit = Query.of(context).integer("limit", 200, 1, 1000);
        questions
                .ask(context, history -> Json.array(history.quarantine(limit), HistoryApi::entry))
                .onSuccess(answer -> StateApi.send(context, answer));
    }

    private static void entry(JsonGenerator json, QuarantineEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("topic", entry.topic());
        json.writeNumberField("count", entry.count());
        json.writeStringField("reason", entry.reason());
        json.writeNumberField("first_t", entry.firstT());
        json.writeNumberField("last_t", entry.lastT());
        json.writeNumberField("bytes", entry.bytes());
        json.writeStringField("payload", new String(entry.payload(), StandardCharsets.UTF_8));
        json.writeStringField("payload_b64", java.util.Base64.getEncoder().encodeToString(entry.payload()));
        json.writeEndObject();
    }
}
