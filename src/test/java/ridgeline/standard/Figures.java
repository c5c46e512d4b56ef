package ridgeline.standard;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ridgeline.config.StandardFile;

/** The shipped standards and the public vectors they are checked with. */
public final class Figures {
    public static final Standards STANDARDS = StandardFile.builtIn().standards();
    public static final IndexStandard HJ633_2012 = index("hj633-2012");
    public static final IndexStandard HJ633_2026 = index("hj633-2026");

    private Figures() {}

    public static IndexStandard index(String id) {
        return STANDARDS.indices().stream()
                .filter(standard -> standard.edition().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The rows of a file without its head; quoted fields may hold commas. */
    public static List<List<String>> rows(String file) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        Path path = Path.of(Figures.class.getResource("/standards/" + file).toURI());
        for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) rows.add(fields(line));
        return rows.subList(1, rows.size());
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else field.append(c);
        }
        fields.add(field.toString());
        return fields;
    }
}
