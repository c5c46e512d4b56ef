package ridgeline.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Site;
import ridgeline.domain.Venue;

/**
 * Loads the configuration folder, or single files of it as text. Nothing here throws for what a file holds, and every
 * problem of every file is reported in one go.
 *
 * <p>Seam: a further kind of file joins {@link #load} as one more {@link Read} whose problems are added behind those of
 * {@code sensors.yaml}; it reads through {@link YamlText} and {@link Yaml} and is cross-checked here.
 */
public final class ConfigFolder {
    public static final String KIOSK = "kiosk.yaml";
    public static final String SENSORS = "sensors.yaml";

    private ConfigFolder() {}

    /** Reads all files; a missing one is one problem. Problems name files as {@code folder/name}. */
    public static Loaded load(Path folder) {
        Problems ofKiosk = new Problems();
        Yaml kiosk = YamlText.read(folder.resolve(KIOSK), ofKiosk);
        Problems ofSensors = new Problems();
        Yaml sensors = YamlText.read(folder.resolve(SENSORS), ofSensors);
        return together(kiosk, ofKiosk, folder, sensors, ofSensors);
    }

    /** Reads texts that lie in no folder, such as the example on the class path; they may name no files. */
    public static Loaded load(String kioskYaml, String sensorsYaml) {
        Problems ofKiosk = new Problems();
        Yaml kiosk = YamlText.parse(KIOSK, kioskYaml, ofKiosk);
        Problems ofSensors = new Problems();
        Yaml sensors = YamlText.parse(SENSORS, sensorsYaml, ofSensors);
        return together(kiosk, ofKiosk, null, sensors, ofSensors);
    }

    /** Reads {@code kiosk.yaml} alone. */
    public static Read<Settings> settings(Path folder) {
        Problems problems = new Problems();
        Yaml root = YamlText.read(folder.resolve(KIOSK), problems);
        return Read.of(new KioskYaml(root, folder).read(), problems);
    }

    /** Reads {@code sensors.yaml} alone. */
    public static Read<Site> site(Path folder) {
        Problems problems = new Problems();
        Yaml root = YamlText.read(folder.resolve(SENSORS), problems);
        return Read.of(new SensorsYaml(root).read(), problems);
    }

    /**
     * Reads a draft of {@code sensors.yaml} that is not saved yet.
     *
     * @param file how problems name it
     * @param text UTF-8, as it came
     */
    public static Read<Site> site(String file, byte[] text) {
        Problems problems = new Problems();
        Yaml root = YamlText.parse(file, text, problems);
        return Read.of(new SensorsYaml(root).read(), problems);
    }

    private static Loaded together(
            Yaml kiosk, Problems ofKiosk, @Nullable Path folder, Yaml sensors, Problems ofSensors) {
        Settings settings =
                Read.of(new KioskYaml(kiosk, folder).read(), ofKiosk).value();
        Site site = Read.of(new SensorsYaml(sensors).read(), ofSensors).value();
        if (settings != null && site != null)
            checkVenue(kiosk.at("kiosk").at("venue"), settings.kiosk().venue(), site);
        List<Problem> problems = new ArrayList<>(ofKiosk.list());
        problems.addAll(ofSensors.list());
        return new Loaded(settings, site, problems);
    }

    /** Reported, yet both files stay of use: the kiosk runs, only its own wall has nothing to show. */
    private static void checkVenue(Yaml place, String venue, Site site) {
        List<String> ids = site.venues().stream().map(Venue::id).toList();
        if (!ids.contains(venue))
            place.problem("is " + place.shown() + Nearest.hint(venue, ids) + ", allowed: the id of a venue in "
                    + SENSORS + " (" + (ids.isEmpty() ? "there is none" : String.join(", ", ids)) + ")");
    }
}
