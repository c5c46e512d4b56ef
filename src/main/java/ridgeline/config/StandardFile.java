package ridgeline.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ridgeline.standard.IndexStandard;
import ridgeline.standard.LimitStandard;
import ridgeline.standard.StagnationStandard;
import ridgeline.standard.Standards;

/** Reads the figures of {@code standards/*.yaml}: one file per standard, its name the standard's id. */
public final class StandardFile {
    /** Found as a resource where its sibling, the folder, need not be: a jar may have no entries for folders. */
    private static final String SCHEMA = "/config/standard.schema.json";

    private static final String FOLDER = "standards";

    private StandardFile() {}

    /** @param standards those files that have no problem */
    public record Result(Standards standards, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /** Reads all {@code .yaml} files of a folder in the order of their names; a folder that is not there holds none. */
    public static Result readFolder(Path folder) {
        try {
            return read(filesOf(folder));
        } catch (IOException e) {
            String text = "cannot be listed (" + e.getMessage() + "), allowed: a readable folder";
            return new Result(
                    new Standards(List.of(), List.of()),
                    List.of(new Problem(folder.toString(), 1, 1, Yaml.DOCUMENT, text)));
        }
    }

    /** The standards that come with the program, from its jar or its build folder. */
    public static Result builtIn() {
        URL schema = StandardFile.class.getResource(SCHEMA);
        if (schema == null) throw new IllegalStateException("the program was built without " + SCHEMA);
        try {
            String place = schema.toURI().toString();
            if (!place.startsWith("jar:"))
                return readFolder(Path.of(schema.toURI()).resolveSibling(FOLDER));
            Path jar = Path.of(URI.create(place.substring("jar:".length(), place.lastIndexOf("!/"))));
            try (FileSystem inside = FileSystems.newFileSystem(jar)) {
                return readFolder(inside.getPath(SCHEMA).resolveSibling(FOLDER));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("locating " + schema, e);
        } catch (IOException e) {
            throw new UncheckedIOException("opening " + schema, e);
        }
    }

    /**
     * Reads the text of one file of limits.
     *
     * @param id of the standard, which the text must name too
     * @return either no problem and one standard of limits, or problems and none
     */
    public static Result readLimits(String id, String text) {
        Problems problems = new Problems();
        Yaml root = YamlText.parse(FOLDER + "/" + id + ".yaml", text, problems);
        root.at("kind").required().oneOf(List.of("limits"));
        LimitStandard read = LimitFile.read(root, id);
        List<LimitStandard> limits = problems.isEmpty() ? List.of(read) : List.of();
        return new Result(new Standards(limits, List.of()), problems.list());
    }

    static Result read(List<Path> files) {
        List<LimitStandard> limits = new ArrayList<>();
        List<IndexStandard> indices = new ArrayList<>();
        List<StagnationStandard> stagnations = new ArrayList<>();
        List<Problem> found = new ArrayList<>();
        for (Path file : files) {
            Problems problems = new Problems();
            Object standard = standard(YamlText.read(file, problems), idOf(file), problems);
            if (standard instanceof LimitStandard ofLimits) limits.add(ofLimits);
            if (standard instanceof IndexStandard index) indices.add(index);
            if (standard instanceof StagnationStandard stagnation) stagnations.add(stagnation);
            found.addAll(problems.list());
        }
        return new Result(new Standards(limits, indices, stagnations), found);
    }

    /** Null when there is any problem: a standard with a hole in it must not judge. */
    static @Nullable Object standard(Yaml root, String id, Problems problems) {
        String kind = root.at("kind").required().oneOf(List.of("limits", "index", "stagnation"));
        Object standard = null;
        if ("limits".equals(kind)) standard = LimitFile.read(root, id);
        if ("index".equals(kind)) standard = IndexFile.read(root, id);
        if ("stagnation".equals(kind)) standard = StagnationFile.read(root, id);
        return problems.isEmpty() ? standard : null;
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static String idOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".yaml".length());
    }
}
