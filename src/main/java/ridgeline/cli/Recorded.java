package ridgeline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * One line of a file of recorded messages: {@code {"offset_ms":0,"topic":"…","payload":"…"}} or {@code payload_b64}.
 *
 * @param offsetMs since the recording began
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes on their way from a file to the decoder or the broker
record Recorded(long offsetMs, String topic, byte[] payload, boolean retained) {
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
                    node.path("retained").asBoolean(false));
        } catch (JsonProcessingException notJson) {
            throw new Ridgeline.BadInput("not JSON: " + notJson.getOriginalMessage());
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
