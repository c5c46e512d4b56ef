package ridgeline.decode;

import java.util.ArrayList;
import java.util.List;

/** A JSON Pointer (RFC 6901) as its unescaped tokens; the empty pointer has none and means the whole document. */
final class Pointer {
    private Pointer() {}

    static List<String> tokens(String pointer) {
        if (pointer.isEmpty()) return List.of();
        if (!pointer.startsWith("/")) throw new IllegalArgumentException("a JSON Pointer starts with '/': " + pointer);
        List<String> tokens = new ArrayList<>();
        for (String token : pointer.substring(1).split("/", -1)) {
            tokens.add(token.replace("~1", "/").replace("~0", "~"));
        }
        return List.copyOf(tokens);
    }
}
