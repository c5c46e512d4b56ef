package ridgeline.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.AirIndex;
import ridgeline.domain.Bound;
import ridgeline.domain.Quantity;
import ridgeline.domain.Rule;
import ridgeline.domain.SectionClass;
import ridgeline.domain.Stagnation;
import ridgeline.domain.Verdict;

/** The shape in JSON of what the standards say, the same in every answer and event. */
final class JudgedRows {
    private JudgedRows() {}

    static void verdict(JsonGenerator json, Verdict verdict) throws IOException {
        Rule rule = verdict.rule();
        json.writeStartObject();
        json.writeStringField("key", verdict.key());
        json.writeStringField("venue", verdict.venueId());
        json.writeStringField("standard", rule.standard());
        json.writeStringField("class", rule.classId());
        Json.text(json, "profile", rule.profile());
        json.writeStringField("clause", rule.clause());
        json.writeStringField("certainty", rule.certainty().id());
        json.writeBooleanField("advisory", rule.advisory());
        json.writeStringField("quantity", rule.quantity().id());
        json.writeStringField("period", rule.period());
        Json.number(json, "value", verdict.value());
        json.writeNumberField("limit", verdict.limit());
        bound(json, "min", "max", rule.bound());
        bound(json, "warn_min", "warn_max", rule.warn());
        json.writeStringField("unit", rule.quantity().unit());
        json.writeStringField("status", verdict.status().id());
        json.writeNumberField("completeness", verdict.completeness());
        Json.number(
                json, "excess", verdict.value() == null ? null : rule.bound().excess(verdict.value()));
        json.writeNumberField("since", verdict.since());
        json.writeFieldName("crosses_at");
        if (verdict.crossesAt() == null) json.writeNull();
        else json.writeNumber(verdict.crossesAt());
        json.writeStringField("series", verdict.seriesId());
        json.writeNumberField("from", verdict.from());
        json.writeNumberField("to", verdict.to());
        json.writeBooleanField("revised", verdict.revised());
        json.writeStringField("readings", readings(verdict.seriesId(), verdict.from(), verdict.to()));
        json.writeEndObject();
    }

    /** Where the readings behind a window are found. Wind chill is worked out: its readings are temperature and wind. */
    private static String readings(String seriesId, long from, long to) {
        String chill = "." + Quantity.WIND_CHILL.id();
        String stored = seriesId.endsWith(chill) ? seriesId.replace(chill, "." + Quantity.TEMPERATURE.id()) : seriesId;
        return "/api/v1/readings?series=" + stored + "&from=" + from + "&to=" + to;
    }

    private static void bound(JsonGenerator json, String low, String high, Bound bound) throws IOException {
        Json.number(json, low, bound.min());
        Json.number(json, high, bound.max());
    }

    static void index(JsonGenerator json, AirIndex index) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", index.key());
        json.writeStringField("venue", index.venueId());
        json.writeStringField("sensor", index.sensorId());
        json.writeStringField("standard", index.standard());
        json.writeStringField("clause", index.clause());
        json.writeStringField("period", index.period());
        number(json, "aqi", index.aqi());
        Json.text(json, "category", index.category());
        json.writeNumberField("level", index.level());
        Json.text(json, "colour", index.colour());
        json.writeArrayFieldStart("primary");
        for (Quantity quantity : index.primary()) json.writeString(quantity.id());
        json.writeEndArray();
        json.writeObjectFieldStart("iaqi");
        Map<Quantity, Integer> inOrder = new TreeMap<>(index.iaqi());
        for (Map.Entry<Quantity, Integer> one : inOrder.entrySet())
            json.writeNumberField(one.getKey().id(), one.getValue());
        json.writeEndObject();
        json.writeNumberField("completeness", index.completeness());
        json.writeNumberField("from", index.from());
        json.writeNumberField("to", index.to());
        json.writeEndObject();
    }

    static void section(JsonGenerator json, SectionClass section) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", section.key());
        json.writeStringField("venue", section.venueId());
        json.writeStringField("standard", section.standard());
        json.writeStringField("clause", section.clause());
        Json.text(json, "profile", section.profile());
        json.writeStringField("period", section.period());
        Json.text(json, "class", section.reached());
        json.writeStringField("target", section.target());
        json.writeStringField("status", section.status().id());
        json.writeFieldName("factors");
        Json.array(json, section.factors(), JudgedRows::factor);
        json.writeNumberField("completeness", section.completeness());
        json.writeNumberField("from", section.from());
        json.writeNumberField("to", section.to());
        json.writeNumberField("months_reached", section.monthsReached());
        json.writeNumberField("months_judged", section.monthsJudged());
        json.writeEndObject();
    }

    private static void factor(JsonGenerator json, SectionClass.Factor factor) throws IOException {
        json.writeStartObject();
        json.writeStringField("quantity", factor.quantity().id());
        json.writeStringField("series", factor.seriesId());
        json.writeNumberField("value", factor.value());
        json.writeStringField("unit", factor.quantity().unit());
        json.writeStringField("class", factor.reached());
        json.writeBooleanField("meets_target", factor.meetsTarget());
        Json.number(json, "excess", factor.excess());
        json.writeEndObject();
    }

    static void stagnation(JsonGenerator json, Stagnation stagnation) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", stagnation.key());
        json.writeStringField("venue", stagnation.venueId());
        json.writeStringField("standard", stagnation.standard());
        json.writeStringField("clause", stagnation.clause());
        json.writeStringField("certainty", stagnation.certainty().id());
        json.writeNumberField("score", stagnation.score());
        json.writeNumberField("of", stagnation.of());
        json.writeBooleanField("stagnant", stagnation.stagnant());
        json.writeNumberField("since", stagnation.since());
        json.writeFieldName("conditions");
        Json.array(json, stagnation.conditions(), JudgedRows::condition);
        Json.text(json, "would_meet", stagnation.criterion());
        json.writeFieldName("days");
        Json.array(json, stagnation.persistence(), (out, day) -> {
            out.writeStartObject();
            out.writeNumberField("from", day.from());
            out.writeNumberField("to", day.to());
            number(out, "aqi", day.aqi());
            out.writeEndObject();
        });
        json.writeNumberField("t", stagnation.t());
        json.writeEndObject();
    }

    private static void condition(JsonGenerator json, Stagnation.Condition condition) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", condition.id());
        Json.number(json, "value", condition.value());
        json.writeStringField("unit", condition.unit());
        bound(json, "min", "max", condition.bound());
        json.writeFieldName("met");
        if (condition.met() == null) json.writeNull();
        else json.writeBoolean(condition.met());
        json.writeArrayFieldStart("series");
        for (String series : condition.series()) json.writeString(series);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String field, @Nullable Integer value) throws IOException {
        if (value == null) json.writeNullField(field);
        else json.writeNumberField(field, value);
    }
}
