package ridgeline.decode;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows what often shares a wildcard topic with measurements, and is no damaged measurement: pictures, and words of presence. */
final class Foreign {
    private static final Map<String, String> SIGNATURES = Map.of(
            "ffd8ff", "a JPEG picture", "89504e47", "a PNG picture", "47494638", "a GIF picture", "25504446", "a PDF");
    private static final Set<String> PRESENCE = Set.of("online", "offline", "connected", "disconnected");
    private static final int LONGEST_WORD = 16;

    private Foreign() {}

    /** What it is, null when it is nothing that is known. */
    static @Nullable String of(byte[] payload) {
        if (payload.length <= LONGEST_WORD) {
            String word = PlainNumber.trimmed(new String(payload, StandardCharsets.UTF_8));
            if (PRESENCE.contains(word.toLowerCase(Locale.ROOT))) return "the word '" + word + "', no measurement";
        }
        String start = HexFormat.of().formatHex(payload, 0, Math.min(4, payload.length));
        for (Map.Entry<String, String> signature : SIGNATURES.entrySet())
            if (start.startsWith(signature.getKey())) return signature.getValue() + ", no measurement";
        return null;
    }
}
