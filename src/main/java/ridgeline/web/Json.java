package ridgeline.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON (RFC 8259) straight into bytes. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    interface Row<T> {
        void write(JsonGenerator json, T row) throws IOException;
    }

    static Buffer of(Body body) {
        return Buffer.buffer(bytes(body));
    }

    static byte[] bytes(Body body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            body.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing JSON into memory", impossible);
        }
        return out.toByteArray();
    }

    static <T> void array(JsonGenerator json, Iterable<T> rows, Row<T> row) throws IOException {
        json.writeStartArray();
        for (T one : rows) row.write(json, one);
        json.writeEndArray();
    }

    static <T> Buffer array(Iterable<T> rows, Row<T> row) {
        return of(json -> array(json, rows, row));
    }

    static void text(JsonGenerator json, String field, @Nullable String value) throws IOException {
        if (value == null) json.writeNullField(field);
        else json.writeStringField(field, value);
    }

    static void number(JsonGenerator json, String field, @Nullable Double value) throws IOException {
        if (value == null) json.writeNullField(field);
        else json.writeNumberField(field, value);
    }

    static void texts(JsonGenerator json, String field, Map<String, String> values) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> entry : values.entrySet())
            json.writeStringField(entry.getKey(), entry.getValue());
        json.writeEndObject();
    }
}
