package ridgeline.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Series;
import ridgeline.domain.Words;
import ridgeline.live.Board;
import ridgeline.standard.IndexStandard.Category;
import ridgeline.standard.Standards;

/** What is configured and how it stands now: answered from memory, on the event loop. */
final class StateApi {
    private final Catalogue catalogue;
    private final Board board;
    private final InstantSource clock;

    StateApi(Catalogue catalogue, Board board, InstantSource clock) {
        this.catalogue = catalogue;
        this.board = board;
        this.clock = clock;
    }

    void mount(Router router) {
        router.get("/api/v1/venues")
                .handler(context -> send(context, Json.array(catalogue.site().venues(), Rows::venue)));
        router.get("/api/v1/sensors")
                .handler(context -> send(context, Json.array(catalogue.site().sensors(), Rows::sensor)));
        router.get("/api/v1/series").handler(context -> send(context, Json.array(allSeries(), this::series)));
        router.get("/api/v1/standards")
                .handler(context ->
                        send(context, Json.array(catalogue.standards().sheets(), this::standard)));
        router.get("/api/v1/latest").handler(context -> {
            List<Board.Latest> latest = board.latest(venue(context), clock.millis());
            send(context, Json.array(latest, Rows::latest));
        });
        router.get("/api/v1/verdicts")
                .handler(context -> send(context, Json.array(board.verdicts(venue(context)), JudgedRows::verdict)));
        router.get("/api/v1/sections")
                .handler(context -> send(context, Json.array(board.sections(venue(context)), JudgedRows::section)));
        router.get("/api/v1/stagnation")
                .handler(context ->
                        send(context, Json.array(board.stagnations(venue(context)), JudgedRows::stagnation)));
    }

    private @Nullable String venue(RoutingContext context) {
        return catalogue.venueIn(Query.of(context));
    }

    /** What is true now may be false a second later, so nobody keeps it. */
    static void send(RoutingContext context, Buffer json) {
        context.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(json);
    }

    /** The configured series and those that were heard under captured ids. */
    private List<Series> allSeries() {
        Map<String, Series> all = new LinkedHashMap<>();
        catalogue.configuredSeries().forEach(series -> all.put(series.id(), series));
        for (Board.Latest latest : board.latest(null, clock.millis())) {
            all.putIfAbsent(latest.reading().series().id(), latest.reading().series());
        }
        return new ArrayList<>(all.values());
    }

    private void series(JsonGenerator json, Series series) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", series.id());
        json.writeStringField("sensor", series.sensorId());
        json.writeStringField("venue", series.venueId());
        json.writeStringField("quantity", series.quantity().id());
        json.writeStringField("unit", series.quantity().unit());
        Json.texts(json, "name", catalogue.nameOf(series).byLanguage());
        json.writeEndObject();
    }

    private void standard(JsonGenerator json, Standards.Sheet sheet) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", sheet.edition().id());
        json.writeStringField("family", sheet.edition().family());
        json.writeBooleanField("advisory", sheet.edition().advisory());
        Json.texts(json, "title", sheet.edition().title().byLanguage());
        json.writeStringField("source", sheet.edition().source());
        json.writeStringField("certainty", sheet.edition().certainty().id());
        json.writeObjectFieldStart("in_force");
        Json.text(json, "from", text(sheet.edition().from()));
        Json.text(json, "to", text(sheet.edition().to()));
        json.writeEndObject();
        json.writeFieldName("limits");
        Json.array(json, sheet.limits(), this::limit);
        json.writeFieldName("categories");
        Json.array(json, sheet.categories(), StateApi::category);
        json.writeEndObject();
    }

    private static void category(JsonGenerator json, Category category) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", category.id());
        json.writeNumberField("level", category.level());
        Json.texts(json, "name", category.name().byLanguage());
        json.writeStringField("colour", category.colour());
        words(json, "effect", category.effect());
        words(json, "advice", category.advice());
        json.writeEndObject();
    }

    private static void words(JsonGenerator json, String field, @Nullable Words words) throws IOException {
        if (words == null) json.writeNullField(field);
        else Json.texts(json, field, words.byLanguage());
    }

    private void limit(JsonGenerator json, Standards.Line line) throws IOException {
        json.writeStartObject();
        json.writeStringField("quantity", line.quantity().id());
        json.writeStringField("period", line.period().id());
        json.writeStringField("class", line.classId());
        json.writeNumberField("limit", line.bound().nearest(null));
        Json.number(json, "min", line.bound().min());
        Json.number(json, "max", line.bound().max());
        json.writeArrayFieldStart("months");
        for (int month : line.months()) json.writeNumber(month);
        json.writeEndArray();
        json.writeStringField("unit", line.quantity().unit());
        json.writeStringField("clause", line.clause());
        json.writeStringField("certainty", line.certainty().id());
        Json.text(json, "from", text(line.from()));
        Json.text(json, "to", text(line.to()));
        json.writeEndObject();
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
