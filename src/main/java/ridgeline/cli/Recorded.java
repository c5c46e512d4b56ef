package ridgeline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file of recorded messages: {@code {"offset_ms":0,"topic":"…","payload":"…"}} or {@code payload_b64}.
 *
 * @param offsetMs since the recording began
 * @param arrival when it came (epoch ms), null where the recording does not say
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes on their way from a file to the decoder or the broker
record Recorded(
        long offsetMs,
        String topic,
        byte[] payload,
        boolean retained,
        @Nullable Long arrival) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** @throws Ridgeline.BadInput when the line is no such object; the message says what is wrong */
    static Recorded read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node == null || !node.isObject()) throw new Ridgeline.BadInput("not a JSON object");
            JsonNode topic = node.path("topic");
            if (!topic.isTextual() || topic.asText().isEmpty())
                throw new Ridgeline.BadInput("topic: missing, empty or not text");
            JsonNode offset = node.path("offset_ms");
            if (!offset.isMissingNode() && !(offset.isIntegralNumber() && offset.canConvertToLong())) {
                throw new Ridgeline.BadInput("offset_ms: not a whole number");
            }
            return new Recorded(
                    offset.asLong(0),
                    topic.asText(),
                    payload(node),
                    node.path("retained").asBoolean(false),
                    arrival(node.path("arrival")));
        } catch (JsonProcessingException notJson) {
            throw new Ridgeline.BadInput("not JSON: " + notJson.getOriginalMessage());
        }
    }

    private static @Nullable Long arrival(JsonNode arrival) {
        if (arrival.isMissingNode()) return null;
        try {
            return Instant.parse(arrival.asText()).toEpochMilli();
        } catch (DateTimeException | ArithmeticException wrong) {
            throw new Ridgeline.BadInput("arrival: not a time such as 2026-11-24T04:00:00Z");
        }
    }

    private static byte[] payload(JsonNode node) {
        if (node.path("payload").isTextual())
            return node.path("payload").asText().getBytes(StandardCharsets.UTF_8);
        if (!node.path("payload_b64").isTextual()) throw new Ridgeline.BadInput("payload or payload_b64: missing");
        try {
            return Base64.getDecoder().decode(node.path("payload_b64").asText());
        } catch (IllegalArgumentException wrong) {
            throw new Ridgeline.BadInput("payload_b64: not base64");
        }
    }
}
