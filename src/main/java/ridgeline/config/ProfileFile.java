package ridgeline.config;

import static ridgeline.config.EditionPart.or;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ridgeline.domain.Site;
import ridgeline.domain.Venue;
import ridgeline.domain.Words;
import ridgeline.standard.Profiles;
import ridgeline.standard.Profiles.Phase;
import ridgeline.standard.Profiles.Profile;
import ridgeline.standard.Profiles.Use;
import ridgeline.standard.Standards;

/** Reads {@code profiles.yaml}: which standards judge in which phase of a venue's life, and the calendar of phases. */
public final class ProfileFile {
    public static final String NAME = "profiles.yaml";

    private static final String SHIPPED = "/config/" + NAME;

    private final Yaml root;
    private final Standards standards;
    private final Map<String, Yaml> ids = new HashMap<>();

    ProfileFile(Yaml root, Standards standards) {
        this.root = root;
        this.standards = standards;
    }

    /** @param profiles those read; of use only without a problem */
    public record Result(Profiles profiles, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The folder's file, or the program's where it has none. Problems are also those of the classes in {@code
     * sensors.yaml}, which only here can be held against the standards.
     *
     * @param zone whose days the calendar means
     * @param site whose venues the calendar may name; their own profiles are checked against the folder's file only
     */
    public static Result read(Path folder, Standards standards, Site site, ZoneId zone) {
        Path file = folder.resolve(NAME);
        Problems problems = new Problems();
        // There is a site, so nothing else is wrong with that file.
        new ClassesCheck(standards).check(YamlText.read(folder.resolve(ConfigFolder.SENSORS), problems));
        if (!Files.exists(file)) {
            Result shipped = builtIn(standards, zone);
            return new Result(shipped.profiles(), problems.list());
        }
        ProfileFile reader = new ProfileFile(YamlText.read(file, problems), standards);
        Profiles profiles =
                reader.profiles(zone, site.venues().stream().map(Venue::id).toList());
        reader.checkVenues(site);
        return new Result(profiles, problems.list());
    }

    /** The profiles that come with the program. Its calendar may name venues that another site does not have. */
    public static Result builtIn(Standards standards, ZoneId zone) {
        Problems problems = new Problems();
        try (InputStream in = ProfileFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) throw new IllegalStateException("the program was built without " + SHIPPED);
            Yaml root = YamlText.parse(NAME, in.readAllBytes(), problems);
            return new Result(new ProfileFile(root, standards).profiles(zone, List.of()), problems.list());
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + SHIPPED, e);
        }
    }

    Profiles profiles(ZoneId zone, List<String> venues) {
        root.onlyKeys("profiles", "calendar");
        List<Profile> profiles = new ArrayList<>();
        for (Yaml item : root.at("profiles").required().items()) profiles.add(profile(item));
        List<Phase> calendar = new ArrayList<>();
        for (Yaml item : root.at("calendar").items()) calendar.add(phase(item, venues));
        return new Profiles(profiles, calendar, zone);
    }

    private Profile profile(Yaml item) {
        item.onlyKeys("id", "name", "standards");
        Yaml place = item.at("id").required();
        String id = or(place.text(Syntax.ID, Syntax.AN_ID), "");
        if (!id.isEmpty()) SensorsYaml.once(id, place, ids);
        List<Use> uses = new ArrayList<>();
        for (Yaml one : item.at("standards").required().items()) uses.add(use(one));
        return new Profile(id, or(item.at("name").words(), new Words(Map.of("en", id))), uses);
    }

    private Use use(Yaml item) {
        item.onlyKeys("use", "class", "warnShare");
        String standard = or(item.at("use").required().oneOf(standards.names()), "");
        String classId = item.at("class").text();
        if (classId != null && !standards.hasClass(standard, classId))
            item.at("class").refuse("a class of " + standard + ": " + standards.classes(standard));
        return new Use(standard, classId, item.at("warnShare").number(0, 1));
    }

    private Phase phase(Yaml item, List<String> venues) {
        item.onlyKeys("profile", "venues", "from", "to");
        String profile = or(item.at("profile").required().oneOf(ids.keySet()), "");
        List<String> held = new ArrayList<>();
        for (Yaml one : item.at("venues").items()) {
            String venue = venues.isEmpty() ? one.text(Syntax.ID, Syntax.AN_ID) : one.oneOf(venues);
            if (venue != null) held.add(venue);
        }
        LocalDate from = or(EditionPart.date(item.at("from").required()), LocalDate.EPOCH);
        LocalDate to = or(EditionPart.date(item.at("to").required()), LocalDate.MAX);
        if (to.isBefore(from)) item.at("to").refuse("a day on or after \"from\"");
        return new Phase(held, profile, from, to);
    }

    private void checkVenues(Site site) {
        for (Venue venue : site.venues()) {
            String profile = venue.profile();
            if (profile != null && !ids.containsKey(profile))
                root.at("profiles")
                        .problem("lack " + profile + ", which venue " + venue.id() + " has as its profile, allowed: "
                                + String.join(
                                        ", ", ids.keySet().stream().sorted().toList()) + " at the venue, or such"
                                + " a profile here");
        }
    }
}
