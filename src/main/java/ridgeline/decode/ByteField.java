package ridgeline.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Pointer;

/** Takes a number out of bytes, or out of the hex or base64 text that stands for them. */
final class ByteField {
    private ByteField() {}

    /** Null where the bytes end before; a text node, which is no number, where the text is not of the coding. */
    static @Nullable JsonNode read(JsonNode node, Pointer.Bytes field) {
        byte[] bytes;
        try {
            bytes = bytes(node, field.coding());
        } catch (IllegalArgumentException | IOException notCoded) {
            return Tree.NODES.textNode("not " + field.coding());
        }
        int width = Integer.parseInt(field.type().substring(1)) / Byte.SIZE;
        if (bytes == null || field.from() + width > bytes.length) return null;
        long raw = 0;
        for (int i = 0; i < width; i++) {
            int at = field.from() + (field.littleEndian() ? width - 1 - i : i);
            raw = (raw << Byte.SIZE) | (bytes[at] & 0xFF);
        }
        if (field.mask() >= 0) raw &= field.mask();
        int unused = Long.SIZE - width * Byte.SIZE;
        return switch (field.type().charAt(0)) {
            case 's' -> Tree.NODES.numberNode((raw << unused) >> unused);
            case 'u' -> Tree.NODES.numberNode(raw);
            default ->
                Tree.NODES.numberNode(width == 4 ? Float.intBitsToFloat((int) raw) : Double.longBitsToDouble(raw));
        };
    }

    private static byte @Nullable [] bytes(JsonNode node, @Nullable String coding) throws IOException {
        if (coding == null) return node.isBinary() ? node.binaryValue() : null;
        if (!node.isTextual()) return null;
        String text = node.asText().replaceAll("\\s", "");
        return coding.equals("hex")
                ? HexFormat.of().parseHex(text)
                : Base64.getDecoder().decode(text);
    }
}
