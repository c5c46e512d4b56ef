package ridgeline.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.AirIndex;
import ridgeline.domain.Reading;
import ridgeline.domain.SectionClass;
import ridgeline.domain.Stagnation;
import ridgeline.domain.Verdict;
import ridgeline.live.Board;
import ridgeline.live.Health;

/** Encodes the events of the live stream (server-sent events, WHATWG HTML section 9.2). Confined to the event loop. */
final class LiveEvents {
    private final Catalogue catalogue;
    private final Board board;
    private final Supplier<Health> health;
    private final InstantSource clock;

    LiveEvents(Catalogue catalogue, Board board, Supplier<Health> health, InstantSource clock) {
        this.catalogue = catalogue;
        this.board = board;
        this.health = health;
        this.clock = clock;
    }

    /** Everything a screen needs to start. */
    Buffer snapshot(String id, @Nullable String venue) {
        return event(id, "snapshot", json -> {
            json.writeStartObject();
            now(json);
            json.writeStringField("version", catalogue.version());
            kiosk(json);
            json.writeFieldName("venues");
            Json.array(
                    json,
                    catalogue.site().venues().stream()
                            .filter(one -> venue == null || one.id().equals(venue))
                            .toList(),
                    Rows::venue);
            json.writeFieldName("sensors");
            Json.array(
                    json,
                    catalogue.site().sensors().stream()
                            .filter(one -> venue == null || one.venueId().equals(venue))
                            .toList(),
                    Rows::sensor);
            json.writeFieldName("latest");
            Json.array(json, board.latest(venue, clock.millis()), Rows::latest);
            json.writeFieldName("verdicts");
            Json.array(json, board.verdicts(venue), JudgedRows::verdict);
            json.writeFieldName("aqi");
            Json.array(json, board.indices(venue), JudgedRows::index);
            json.writeFieldName("sections");
            Json.array(json, board.sections(venue), JudgedRows::section);
            json.writeFieldName("stagnation");
            Json.array(json, board.stagnations(venue), JudgedRows::stagnation);
            status(json);
            json.writeEndObject();
        });
    }

    Buffer readings(String id, List<Reading> readings) {
        return event(id, "readings", json -> Json.array(json, readings, Rows::reading));
    }

    Buffer verdicts(String id, List<Verdict> verdicts) {
        return event(id, "verdicts", json -> Json.array(json, verdicts, JudgedRows::verdict));
    }

    Buffer indices(String id, List<AirIndex> indices) {
        return event(id, "aqi", json -> Json.array(json, indices, JudgedRows::index));
    }

    Buffer sections(String id, List<SectionClass> sections) {
        return event(id, "sections", json -> Json.array(json, sections, JudgedRows::section));
    }

    Buffer stagnations(String id, List<Stagnation> stagnations) {
        return event(id, "stagnation", json -> Json.array(json, stagnations, JudgedRows::stagnation));
    }

    /** Keys of what no rule gives any more. */
    Buffer ended(String id, List<String> keys) {
        return event(id, "ended", json -> Json.array(json, keys, JsonGenerator::writeString));
    }

    /** The clock, the kiosk's own health and who has fallen silent; a comment line with it keeps proxies awake. */
    Buffer tick(String id, @Nullable String venue) {
        Buffer event = event(id, "tick", json -> {
            json.writeStartObject();
            now(json);
            status(json);
            json.writeArrayFieldStart("stale");
            for (String series : board.stale(venue, clock.millis())) json.writeString(series);
            json.writeEndArray();
            json.writeEndObject();
        });
        return Buffer.buffer(": tick\n").appendBuffer(event);
    }

    /** Ids of the series that have fallen silent, in all venues. */
    List<String> stale() {
        return board.stale(null, clock.millis());
    }

    private void now(JsonGenerator json) throws IOException {
        json.writeNumberField("now", clock.millis());
        json.writeNumberField("rate", catalogue.rate());
    }

    private void kiosk(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("kiosk");
        json.writeStringField("id", catalogue.kiosk().id());
        json.writeStringField("venue", catalogue.kiosk().venue());
        json.writeArrayFieldStart("languages");
        for (String language : catalogue.kiosk().languages()) json.writeString(language);
        json.writeEndArray();
        json.writeStringField("zone", catalogue.kiosk().zone().getId());
        json.writeEndObject();
    }

    private void status(JsonGenerator json) throws IOException {
        Health now = health.get();
        json.writeObjectFieldStart("status");
        json.writeStringField("feed", now.feed());
        json.writeStringField("store", now.storeProblem() == null ? "good" : "failing");
        json.writeArrayFieldStart("problems");
        for (String reason : now.reasons()) json.writeString(reason);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static Buffer event(String id, String name, Json.Body body) {
        byte[] data = Json.bytes(body);
        return Buffer.buffer(data.length + 64)
                .appendString("id: " + id + "\nevent: " + name + "\ndata: ")
                .appendBytes(data)
                .appendString("\n\n");
    }
}
