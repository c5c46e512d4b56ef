package ridgeline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ridgeline.config.ConfigFolder;
import ridgeline.config.Loaded;
import ridgeline.config.Problem;
import ridgeline.config.ProfileFile;
import ridgeline.config.Settings;
import ridgeline.config.StandardFile;
import ridgeline.domain.Site;
import ridgeline.standard.Profiles;
import ridgeline.standard.Standards;

/** A configuration without a problem. */
record Configuration(Settings settings, Site site, Standards standards, Profiles profiles) {
    /** What was read, and everything that is wrong with it; the value is null when anything is. */
    record Outcome(@Nullable Configuration value, List<Problem> problems) {
        /** @throws Ridgeline.BadInput that lists all problems */
        Configuration orRefuse() {
            if (value != null) return value;
            throw new Ridgeline.BadInput("the configuration cannot be used:\n"
                    + problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
    }

    /** A folder; the program's own standards and profiles stand in for those it does not have. */
    static Outcome read(Path folder) {
        return of(ConfigFolder.load(folder), standards(folder), folder);
    }

    /** Files that came with the program. */
    static Outcome builtIn(Loaded loaded) {
        return of(loaded, StandardFile.builtIn(), null);
    }

    static StandardFile.Result standards(Path folder) {
        Path own = folder.resolve("standards");
        return Files.isDirectory(own) ? StandardFile.readFolder(own) : StandardFile.builtIn();
    }

    private static Outcome of(Loaded loaded, StandardFile.Result standards, @Nullable Path folder) {
        List<Problem> problems = new ArrayList<>(loaded.problems());
        problems.addAll(standards.problems());
        Settings settings = loaded.settings();
        Site site = loaded.site();
        // Profiles name standards and venues: half-read, these would make every name look wrong.
        if (settings == null || site == null || !standards.problems().isEmpty()) return new Outcome(null, problems);
        ProfileFile.Result profiles = folder == null
                ? ProfileFile.builtIn(standards.standards(), settings.kiosk().zone())
                : ProfileFile.read(
                        folder, standards.standards(), site, settings.kiosk().zone());
        problems.addAll(profiles.problems());
        Configuration whole = new Configuration(settings, site, standards.standards(), profiles.profiles());
        return new Outcome(problems.isEmpty() ? whole : null, problems);
    }
}
