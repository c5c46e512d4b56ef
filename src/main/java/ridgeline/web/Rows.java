package ridgeline.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.AirIndex;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Sensor;
import ridgeline.domain.Venue;
import ridgeline.domain.Verdict;
import ridgeline.live.Board;

/** The shape of each thing in JSON, the same in every answer and event. Units as in the quantity, times in epoch ms. */
final class Rows {
    private Rows() {}

    static void venue(JsonGenerator json, Venue venue) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", venue.id());
        Json.texts(json, "name", venue.name().byLanguage());
        json.writeFieldName("location");
        if (venue.latitude() == null || venue.longitude() == null) {
            json.writeNull();
        } else {
            json.writeStartArray();
            json.writeNumber(venue.latitude());
            json.writeNumber(venue.longitude());
            json.writeEndArray();
        }
        Json.text(json, "profile", venue.profile());
        json.writeEndObject();
    }

    static void sensor(JsonGenerator json, Sensor sensor) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", sensor.id());
        json.writeStringField("venue", sensor.venueId());
        Json.texts(json, "name", sensor.name().byLanguage());
        json.writeStringField("topic", sensor.topic());
        json.writeStringField("format", id(sensor.format()));
        json.writeFieldName("every_ms");
        if (sensor.every() == null) json.writeNull();
        else json.writeNumber(sensor.every().toMillis());
        json.writeStringField("state", id(sensor.state()));
        json.writeArrayFieldStart("quantities");
        for (Sensor.Channel channel : sensor.channels())
            json.writeString(channel.quantity().id());
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** One row of the event with new readings. */
    static void reading(JsonGenerator json, Reading reading) throws IOException {
        json.writeStartObject();
        json.writeStringField("series", reading.series().id());
        json.writeNumberField("t", reading.t());
        json.writeNumberField("value", reading.value());
        json.writeStringField("unit", reading.series().quantity().unit());
        json.writeStringField("quality", reading.quality().id());
        json.writeEndObject();
    }

    static void latest(JsonGenerator json, Board.Latest latest) throws IOException {
        Reading reading = latest.reading();
        json.writeStartObject();
        json.writeStringField("series", reading.series().id());
        json.writeStringField("sensor", reading.series().sensorId());
        json.writeStringField("venue", reading.series().venueId());
        json.writeStringField("quantity", reading.series().quantity().id());
        json.writeNumberField("t", reading.t());
        json.writeNumberField("value", reading.value());
        json.writeStringField("unit", reading.series().quantity().unit());
        json.writeStringField("quality", reading.quality().id());
        json.writeNumberField("age_ms", latest.age());
        json.writeBooleanField("stale", latest.stale());
        Json.text(
                json,
                "verdict",
                latest.status() == null ? null : latest.status().id());
        json.writeEndObject();
    }

    static void verdict(JsonGenerator json, Verdict verdict) throws IOException {
        json.writeStartObject();
        json.writeStringField("venue", verdict.venueId());
        json.writeStringField("standard", verdict.standard());
        json.writeStringField("clause", verdict.clause());
        json.writeStringField("quantity", verdict.quantity().id());
        json.writeStringField("period", verdict.period());
        Json.number(json, "value", verdict.value());
        json.writeNumberField("limit", verdict.limit());
        json.writeStringField("unit", verdict.quantity().unit());
        json.writeStringField("status", verdict.status().id());
        json.writeNumberField("completeness", verdict.completeness());
        json.writeNumberField("since", verdict.since());
        json.writeStringField("series", verdict.seriesId());
        json.writeNumberField("from", verdict.from());
        json.writeNumberField("to", verdict.to());
        json.writeBooleanField("revised", verdict.revised());
        json.writeEndObject();
    }

    static void index(JsonGenerator json, AirIndex index) throws IOException {
        json.writeStartObject();
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

    private static void number(JsonGenerator json, String field, @Nullable Integer value) throws IOException {
        if (value == null) json.writeNullField(field);
        else json.writeNumberField(field, value);
    }
}
