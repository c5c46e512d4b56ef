package ridgeline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ridgeline.config.ConfigFolder;
import ridgeline.config.Loaded;
import ridgeline.config.Problem;
import ridgeline.config.Settings;
import ridgeline.config.StandardFile;
import ridgeline.domain.Site;
import ridgeline.standard.Standards;

/** A configuration without a problem; otherwise {@link Ridgeline.BadInput} lists all of them. */
record Configuration(Settings settings, Site site, Standards standards) {
    static Configuration read(Path folder) {
        return of(ConfigFolder.load(folder), standards(folder));
    }

    static Configuration of(Loaded loaded, StandardFile.Result standards) {
        List<Problem> problems = new ArrayList<>(loaded.problems());
        problems.addAll(standards.problems());
        if (!problems.isEmpty() || loaded.settings() == null || loaded.site() == null) {
            throw new Ridgeline.BadInput("the configuration cannot be used:\n"
                    + problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        return new Configuration(loaded.settings(), loaded.site(), standards.standards());
    }

    /** The folder's own standards, or the program's where it has none. */
    static StandardFile.Result standards(Path folder) {
        Path own = folder.resolve("standards");
        return Files.isDirectory(own) ? StandardFile.readFolder(own) : StandardFile.builtIn();
    }
}
