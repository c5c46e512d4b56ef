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
    private final Map<String, SectionClass> sections = new LinkedHashMap<>();
    private final Map<String, Stagnation> stagnations = new LinkedHashMap<>();

    Bench(Standards standards, Profiles profiles, Roster roster, Past stored) {
        this.roster = roster;
        past = new DaysOfOne(stored);
        limits = standards.limits().stream()
                .map(each -> new LimitJudge(each, profiles, past, new Oxygen(roster, past, each.edition())))
                .toList();
        indices = standards.indices().stream()
                .map(each -> new IndexJudge(each, profiles, past))
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

    List<SectionClass> sections() {
        return List.copyOf(sections.values());
    }

    List<Stagnation> stagnations() {
        return List.copyOf(stagnations.values());
    }
}
