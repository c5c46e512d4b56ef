package ridgeline.standard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Venue;
import ridgeline.domain.Words;

/**
 * Which standards judge which place when. A profile is a phase of a venue's life, such as a competition; the calendar
 * says from which day to which it holds, and outside of it the venue's own profile does.
 *
 * @param calendar where two entries hold at once, the later one in the list counts
 * @param zone whose days the calendar means
 */
public record Profiles(List<Profile> profiles, List<Phase> calendar, ZoneId zone) {
    public Profiles {
        profiles = List.copyOf(profiles);
        calendar = List.copyOf(calendar);
    }

    /** No profiles: every standard judges that does not wait to be named. */
    public static Profiles none(ZoneId zone) {
        return new Profiles(List.of(), List.of(), zone);
    }

    /** @param uses the only standards that judge under it */
    public record Profile(String id, Words name, List<Use> uses) {
        public Profile {
            uses = List.copyOf(uses);
        }
    }

    /**
     * @param standard id of a standard or of a family of editions
     * @param classId null for the class of the place, else that of the standard's file
     * @param warnShare null for that of the standard's file
     */
    public record Use(
            String standard,
            @Nullable String classId,
            @Nullable Double warnShare) {
        boolean names(Edition edition) {
            return edition.isCalled(standard);
        }
    }

    /**
     * @param venues ids, empty for all
     * @param from first day
     * @param to last day
     */
    public record Phase(List<String> venues, String profile, LocalDate from, LocalDate to) {
        public Phase {
            venues = List.copyOf(venues);
        }

        boolean holds(Venue venue, LocalDate day) {
            return (venues.isEmpty() || venues.contains(venue.id())) && !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** The id of the profile that holds at a venue at an instant; null for none. */
    public @Nullable String at(Venue venue, long t) {
        LocalDate day = Instant.ofEpochMilli(t).atZone(zone).toLocalDate();
        String profile = venue.profile();
        for (Phase phase : calendar) {
            if (phase.holds(venue, day)) profile = phase.profile();
        }
        return profile;
    }

    /** Whether a standard of limits judges a place at an instant, and how. */
    public Optional<Choice> choose(Place place, LimitStandard standard, long t) {
        Edition edition = standard.edition();
        Profile profile = profile(at(place.venue(), t));
        Optional<Use> use = use(profile, edition);
        String ofPlace = place.classFor(edition);
        if (Place.NONE.equals(ofPlace) || (profile != null ? use.isEmpty() : edition.onlyNamed() && ofPlace == null))
            return Optional.empty();
        String classId = use.map(Use::classId).orElse(ofPlace);
        if (classId == null) classId = standard.judgedClass();
        if (classId == null) return Optional.empty();
        double warnShare = use.map(Use::warnShare).orElse(standard.warnShare());
        return Optional.of(new Choice(classId, warnShare, profile == null ? null : profile.id()));
    }

    /** Whether an index or any other standard without classes judges a place at an instant. */
    public boolean uses(Place place, Edition edition, long t) {
        if (Place.NONE.equals(place.classFor(edition))) return false;
        Profile profile = profile(at(place.venue(), t));
        return profile == null ? !edition.onlyNamed() : use(profile, edition).isPresent();
    }

    private static Optional<Use> use(@Nullable Profile profile, Edition edition) {
        return profile == null
                ? Optional.empty()
                : profile.uses().stream().filter(each -> each.names(edition)).findFirst();
    }

    private @Nullable Profile profile(@Nullable String id) {
        return profiles.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
