package ridgeline.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import ridgeline.domain.Reading;
import ridgeline.domain.Sensor;
import ridgeline.domain.Venue;
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
        Json.number(json, "altitude", venue.altitude());
        Json.text(json, "profile", venue.profile());
        Json.texts(json, "classes", venue.classes());
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
}
