package ridgeline.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.Schema;

/** Turns a file or a text into a checked {@link Yaml} root; what cannot be parsed is one problem at its place. */
final class YamlText {
    static final int MOST_BYTES = 4 << 20;

    /** The reader copies what it holds of a long word once a buffer; small buffers make a word of megabytes slow. */
    private static final int BUFFER = 1 << 17;

    private final String file;
    private final Problems problems;

    private YamlText(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reads a file; every failure is a problem, and then the root is absent and silent. */
    static Yaml read(Path path, Problems problems) {
        YamlText source = new YamlText(path.toString(), problems);
        byte[] bytes = source.bytes(path);
        return bytes == null ? Yaml.unusable(source.file, problems) : parse(source.file, bytes, problems);
    }

    static Yaml parse(String file, byte[] bytes, Problems problems) {
        YamlText source = new YamlText(file, problems);
        String text = source.decoded(bytes);
        return text == null ? Yaml.unusable(file, problems) : source.parsed(text);
    }

    static Yaml parse(String file, String text, Problems problems) {
        return parse(file, text.getBytes(StandardCharsets.UTF_8), problems);
    }

    private byte @Nullable [] bytes(Path path) {
        try {
            if (Files.isDirectory(path)) return refuse("is a folder, allowed: a YAML file");
            try (InputStream in = Files.newInputStream(path)) {
                return in.readNBytes(MOST_BYTES + 1);
            }
        } catch (NoSuchFileException e) {
            return refuse("is missing, allowed: a readable YAML file of this name");
        } catch (AccessDeniedException e) {
            return refuse("may not be read, allowed: a file this user has the right to read");
        } catch (IOException e) {
            return refuse("cannot be read (" + e.getMessage() + "), allowed: a readable YAML file");
        }
    }

    private byte @Nullable [] refuse(String text) {
        report(1, 1, text);
        return null;
    }

    private @Nullable String decoded(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            report(1, 1, "is larger than 4 MiB, allowed: at most 4 MiB");
            return null;
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            report(1, 1, "is UTF-16, allowed: UTF-8");
            return null;
        }
        int mark = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        CharBuffer out = CharBuffer.allocate(bytes.length - mark + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (!result.isError()) return text;
        String bad = String.format("0x%02X", bytes[in.position()]);
        reportEnd(text, "the byte " + bad + " is not UTF-8, allowed: UTF-8 text");
        return null;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) return false;
        for (int i = 0; i < start.length; i++) if ((bytes[i] & 0xFF) != start[i]) return false;
        return true;
    }

    private Yaml parsed(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new CoreWithoutMerge())
                .setAllowDuplicateKeys(true) // YamlShape reports them all, with the line of the first
                .setMaxAliasesForCollections(Integer.MAX_VALUE) // YamlShape bounds what aliases add
                .setCodePointLimit(MOST_BYTES)
                .setBufferSize(BUFFER)
                .build();
        StreamReader reader = new StreamReader(settings, text);
        try {
            var parser = new BoundedParser(new ParserImpl(settings, reader));
            Node root = new Composer(settings, parser).getSingleNode().orElse(null);
            if (root == null) report(1, 1, "is empty, allowed: keys and values");
            else if (new YamlShape(file, problems).isSound(root)) return Yaml.root(file, problems, root);
        } catch (MarkedYamlEngineException e) {
            reportSyntax(e);
        } catch (ReaderException e) {
            String before = text.substring(0, text.offsetByCodePoints(0, Math.min(e.getPosition(), length(text))));
            String character = String.format("U+%04X", e.getCodePoint());
            reportEnd(before, "the character " + character + " is not allowed in YAML, allowed: printable text");
        } catch (RuntimeException e) {
            // The library lets some of its own slip, such as NumberFormatException for "\\UFFFFFFFF".
            report(reader.getLine() + 1, reader.getColumn() + 1, "is not YAML (near here), allowed: YAML 1.2");
        }
        return Yaml.unusable(file, problems);
    }

    private void reportSyntax(MarkedYamlEngineException e) {
        Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
        String context = e.getContext() == null || e.getContext().isEmpty() ? "" : e.getContext() + ": ";
        String said = e.getProblem() == null ? "" : e.getProblem().replaceAll("\\. \\(Do not use .*", "");
        boolean unquoted = said.contains("cannot start any token") && !said.contains("TAB");
        report(
                mark == null ? 1 : mark.getLine() + 1,
                mark == null ? 1 : mark.getColumn() + 1,
                "is not YAML (" + context + said + "), allowed: YAML 1.2"
                        + (unquoted ? " (text that starts with a sign such as % or @ needs quotes)" : ""));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Reports at the place right behind a text that starts the file. */
    private void reportEnd(String before, String text) {
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = 1 + length(before.substring(before.lastIndexOf('\n') + 1));
        report(line, column, text);
    }

    private void report(int line, int column, String text) {
        problems.add(new Problem(file, line, column, Yaml.DOCUMENT, text));
    }

    /**
     * YAML 1.2 has no merge keys; the library's core schema has. They copy entries while composing, so that a chain of
     * them grows with the square of its length.
     */
    private static final class CoreWithoutMerge implements Schema {
        @Override
        public ScalarResolver getScalarResolver() {
            return new CoreScalarResolver(false);
        }

        @Override
        public Map<Tag, ConstructNode> getSchemaTagConstructors() {
            return Map.of();
        }
    }
}
