package ridgeline.standard;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ridgeline.domain.AirIndex;
import ridgeline.domain.Quantity;
import ridgeline.domain.SectionClass;
import ridgeline.domain.Stagnation;
import ridgeline.standard.IndexJudge.Station;

/** Everyone who judges, and what they said last. Confined to the thread that judges. */
final class Bench {
    private final List<LimitJudge> limits;
    private final List<IndexJudge> indices;
    private final Set<Quantity> judged = EnumSet.noneOf(Quantity.class);
    private final Set<Quantity> indexed = EnumSet.noneOf(Quantity.class);
    private final Roster roster;
    private final DaysOfOne past;
    private final Map<String, Station> stations = new LinkedHashMap<>();
    private final List<SectionJudge> sectionJudges;
    private final List<StagnationJudge> stagnationJudges;
    private final Said<SectionClass> sections = new Said<>();
    private final Said<Stagnation> stagnations = new Said<>();

    Bench(Standards standards, Profiles profiles, Roster roster, Past stored) {
        this.roster = roster;
        past = new DaysOfOne(stored);
        limits = standards.limits().stream()
                .map(each -> new LimitJudge(each, profiles, past, new Oxygen(roster, past, each.edition())))
                .toList();
        indices = standards.indices().stream()
                .map(each -> new IndexJudge(each, profiles, past))
                .toList();
        sectionJudges = standards.limits().stream()
                .flatMap(each ->
                        SectionJudge.of(each, profiles, past, new Oxygen(roster, past, each.edition())).stream())
                .toList();
        stagnationJudges = standards.stagnations().stream()
                .map(each ->
                        new StagnationJudge(each, profiles, roster, new Persistence(each, standards.indices(), past)))
                .toList();
        judged.addAll(standards.quantities());
        standards.indices().forEach(each -> indexed.addAll(each.quantities()));
    }

    boolean judges(Quantity quantity) {
        return judged.contains(quantity);
    }

    List<LimitJudge> limitJudges() {
        return limits;
    }

    List<IndexJudge> indexJudges() {
        return indices;
    }

    boolean isIndexed(Watched watched) {
        return indexed.contains(watched.series().quantity());
    }

    Station station(Watched watched) {
        return stations.computeIfAbsent(
                watched.series().sensorId(), id -> new Station(id, watched.place(), roster.ofSensor(id)));
    }

    boolean hasCalendar(Quantity quantity) {
        return limits.stream().anyMatch(each -> each.hasCalendar(quantity));
    }

    /** What is stored may be other when it is asked the next time. */
    void rise() {
        past.forget();
    }

    List<AirIndex> indices() {
        return stations.values().stream()
                .flatMap(station -> station.indices().values().stream())
                .sorted(Comparator.comparing(AirIndex::key))
                .toList();
    }

    /**
     * Judges the section that a venue is, if it is one.
     *
     * @param calendar whether days of the past are new there
     * @param changed gets what differs from what was said last
     * @param ended gets the keys of what is no longer said
     */
    void judgeSections(String venueId, long now, boolean calendar, List<SectionClass> changed, List<String> ended) {
        Map<String, SectionClass> fresh = new LinkedHashMap<>();
        for (SectionJudge standard : sectionJudges) {
            for (SectionClass one : standard.judge(roster.ofVenue(venueId), sections.of(venueId), now, calendar))
                fresh.put(one.key(), one);
        }
        sections.replace(venueId, fresh, changed, ended);
    }

    /** Judges whether the weather of a venue traps pollution; the parameters are those of sections. */
    void judgeStagnation(String venueId, long now, boolean calendar, List<Stagnation> changed, List<String> ended) {
        Map<String, Stagnation> fresh = new LinkedHashMap<>();
        for (StagnationJudge standard : stagnationJudges) {
            Stagnation one = standard.judge(venueId, stagnations.of(venueId), now, calendar);
            if (one != null) fresh.put(one.key(), one);
        }
        stagnations.replace(venueId, fresh, changed, ended);
    }

    List<SectionClass> sections() {
        return sections.all();
    }

    List<Stagnation> stagnations() {
        return stagnations.all();
    }
}
