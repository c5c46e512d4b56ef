package ridgeline.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.AirIndex;
import ridgeline.domain.Committed;
import ridgeline.domain.Judged;
import ridgeline.domain.Reading;
import ridgeline.domain.SectionClass;
import ridgeline.domain.Series;
import ridgeline.domain.Stagnation;
import ridgeline.domain.Status;
import ridgeline.domain.Verdict;

/** The newest of everything. Confined to the event loop. Late data never replaces newer. */
public final class Board {
    private final Freshness freshness;
    private final Map<String, Reading> latest = new TreeMap<>();
    private final Map<String, Gaps> gaps = new HashMap<>();
    /** Series of devices that were said to be gone, and have measured nothing since. */
    private final Set<String> gone = new HashSet<>();

    private final Map<String, Map<String, Verdict>> verdicts = new TreeMap<>();
    private final Map<String, AirIndex> indices = new TreeMap<>();
    private final Map<String, SectionClass> sections = new TreeMap<>();
    private final Map<String, Stagnation> stagnations = new TreeMap<>();

    public Board(Freshness freshness) {
        this.freshness = freshness;
    }

    /**
     * A series' newest reading and how it stands.
     *
     * @param age milliseconds since its own time
     * @param status the gravest verdict on how the series stands now, advice left out; null when there is none
     */
    public record Latest(
            Reading reading,
            long age,
            boolean stale,
            @Nullable Status status) {}

    public void show(Committed committed) {
        int next = 0;
        for (Committed.Gone one : committed.gone()) {
            for (; next < one.after(); next++) show(committed.readings().get(next));
            for (Reading reading : latest.values())
                if (one.absence().covers(reading.series().sensorId()))
                    gone.add(reading.series().id());
        }
        for (; next < committed.readings().size(); next++)
            show(committed.readings().get(next));
        Judged judged = committed.judged();
        judged.ended().forEach(this::end);
        for (Verdict verdict : judged.verdicts()) {
            verdicts.computeIfAbsent(verdict.seriesId(), id -> new TreeMap<>()).put(verdict.key(), verdict);
        }
        for (AirIndex index : judged.indices()) indices.put(index.key(), index);
        for (SectionClass section : judged.sections()) sections.put(section.key(), section);
        for (Stagnation stagnation : judged.stagnations()) stagnations.put(stagnation.key(), stagnation);
    }

    private void show(Reading reading) {
        String id = reading.series().id();
        Reading shown = latest.get(id);
        if (shown != null && reading.t() < shown.t()) return;
        latest.put(id, reading);
        if (shown != null && reading.t() == shown.t()) return;
        gone.remove(id);
        if (shown != null) gaps.computeIfAbsent(id, any -> new Gaps()).add(reading.t() - shown.t());
    }

    private void end(String key) {
        verdicts.values().forEach(ofSeries -> ofSeries.remove(key));
        indices.remove(key);
        sections.remove(key);
        stagnations.remove(key);
    }

    /** @param venue null for all */
    public List<Latest> latest(@Nullable String venue, long now) {
        List<Latest> all = new ArrayList<>();
        for (Reading reading : latest.values()) {
            if (venue != null && !reading.series().venueId().equals(venue)) continue;
            long age = now - reading.t();
            boolean stale = gone.contains(reading.series().id()) || age > staleAfter(reading.series());
            all.add(new Latest(reading, age, stale, gravest(reading.series().id())));
        }
        return all;
    }

    private long staleAfter(Series series) {
        Gaps known = gaps.get(series.id());
        return freshness.staleAfter(series, known == null ? 0 : known.interval());
    }

    private @Nullable Status gravest(String seriesId) {
        Status gravest = null;
        for (Verdict verdict : verdicts.getOrDefault(seriesId, Map.of()).values()) {
            if (verdict.isLongTerm() || verdict.rule().advisory()) continue;
            if (gravest == null || weight(verdict.status()) > weight(gravest)) gravest = verdict.status();
        }
        return gravest;
    }

    /** What a person must know first: an exceedance, then that nothing is known, then a warning. */
    private static int weight(Status status) {
        return switch (status) {
            case EXCEED -> 4;
            case STALE -> 3;
            case WARN -> 2;
            case INSUFFICIENT -> 1;
            case PASS -> 0;
        };
    }

    /** @param venue null for all */
    public List<Verdict> verdicts(@Nullable String venue) {
        List<Verdict> all =
                verdicts.values().stream().flatMap(one -> one.values().stream()).toList();
        return of(all, venue, Verdict::venueId);
    }

    /** @param venue null for all */
    public List<AirIndex> indices(@Nullable String venue) {
        return of(indices.values(), venue, AirIndex::venueId);
    }

    /** @param venue null for all */
    public List<SectionClass> sections(@Nullable String venue) {
        return of(sections.values(), venue, SectionClass::venueId);
    }

    /** @param venue null for all */
    public List<Stagnation> stagnations(@Nullable String venue) {
        return of(stagnations.values(), venue, Stagnation::venueId);
    }

    /** Ids of the series that have fallen silent. */
    public List<String> stale(@Nullable String venue, long now) {
        return latest(venue, now).stream()
                .filter(Latest::stale)
                .map(one -> one.reading().series().id())
                .toList();
    }

    private static <T> List<T> of(Collection<T> all, @Nullable String venue, Function<T, String> venueOf) {
        return all.stream()
                .filter(one -> venue == null || venueOf.apply(one).equals(venue))
                .toList();
    }
}
