package ridgeline.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** A payload format whose messages become a tree in which the configured places are looked up. */
interface Form {
    /**
     * @param payload unpacked, without byte order mark
     * @param arrived when it came (epoch ms)
     * @throws IOException when the payload is not in this format; an {@link Unreadable} says it in its own words
     */
    JsonNode tree(byte[] payload, long arrived) throws IOException;
}
