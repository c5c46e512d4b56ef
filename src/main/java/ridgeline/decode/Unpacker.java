package ridgeline.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import ridgeline.domain.Dialect.Unpacking;

/** Undoes what a sender wrapped its payload in; what comes out is bounded like a payload itself. */
final class Unpacker {
    private Unpacker() {}

    static byte[] unpack(byte[] payload, List<Unpacking> steps) throws Unreadable {
        byte[] bytes = payload;
        for (Unpacking step : steps) {
            try {
                bytes = unpack(bytes, step);
            } catch (IOException | IllegalArgumentException notPacked) {
                throw Unreadable.wrong("not " + step.name().toLowerCase(Locale.ROOT));
            }
            if (bytes.length > Decoder.LARGEST_PAYLOAD)
                throw Unreadable.wrong("unpacked to more than " + Decoder.LARGEST_PAYLOAD + " bytes");
        }
        return bytes;
    }

    private static byte[] unpack(byte[] bytes, Unpacking step) throws IOException {
        return switch (step) {
            case GZIP -> inflated(new GZIPInputStream(new ByteArrayInputStream(bytes)));
            case ZLIB -> inflated(new InflaterInputStream(new ByteArrayInputStream(bytes)));
            case BASE64 -> Base64.getMimeDecoder().decode(bytes);
            case HEX ->
                HexFormat.of().parseHex(new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[\\s\0]", ""));
        };
    }

    private static byte[] inflated(InputStream packed) throws IOException {
        try (packed) {
            return packed.readNBytes(Decoder.LARGEST_PAYLOAD + 1);
        }
    }

    /** Whether it looks packed, for a message that says why the format does not fit. */
    static String hint(byte[] payload) {
        byte[] start = Arrays.copyOf(payload, 2);
        if (start[0] == 0x1F && start[1] == (byte) 0x8B) return " (it is packed: unpack: gzip)";
        if (start[0] == 0x78 && (start[1] == 0x01 || start[1] == (byte) 0x9C || start[1] == (byte) 0xDA))
            return " (it may be packed: unpack: zlib)";
        return "";
    }
}
