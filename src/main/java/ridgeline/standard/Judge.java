package ridgeline.standard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import ridgeline.domain.AirIndex;
import ridgeline.domain.Change;
import ridgeline.domain.HourSum;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Series;
import ridgeline.domain.Verdict;
import ridgeline.standard.IndexJudge.Station;

/**
 * Turns stored readings into verdicts and indices. Confined to the writer lane.
 *
 * <p>A reading costs a few additions; averages are only formed for series whose closed hours changed: when an hour
 * ends, when a late reading or a correction reaches back, and when a series falls silent or speaks again.
 */
public final class Judge {
    private static final long NEVER = Long.MIN_VALUE;

    private final List<LimitJudge> limits;
    private final List<IndexJudge> indexJudges;
    private final Set<Quantity> judged = EnumSet.noneOf(Quantity.class);
    private final Set<Quantity> indexed = EnumSet.noneOf(Quantity.class);
    private final Function<Series, Optional<Duration>> every;
    private final Map<String, Watched> watched = new LinkedHashMap<>();
    private final Map<String, Station> stations = new LinkedHashMap<>();
    private final List<Watched> marked = new ArrayList<>();
    private long judgedHour = NEVER;
    private long nextSilence = Long.MAX_VALUE;

    /** @param every the expected interval of a series, empty when it is not known */
    public Judge(Standards standards, Function<Series, Optional<Duration>> every) {
        this(standards, every, Map.of());
    }

    /** @param classes standard id to the class judged, where it is not the one the file names */
    public Judge(Standards standards, Function<Series, Optional<Duration>> every, Map<String, String> classes) {
        this.every = every;
        limits = standards.limits().stream()
                .map(standard -> new LimitJudge(
                        standard, classes.getOrDefault(standard.edition().id(), standard.judgedClass())))
                .toList();
        indexJudges = standards.indices().stream().map(IndexJudge::new).toList();
        judged.addAll(standards.quantities());
        standards.indices().forEach(standard -> indexed.addAll(standard.quantities()));
    }

    /** Takes in what storing a reading did. A reading older than fifty hours no longer changes anything. */
    public void observe(Change change) {
        Reading reading = change.reading();
        if (!judged.contains(reading.series().quantity())) return;
        Watched series = watch(reading.series());
        Reading replaced = change.replaced();
        if (replaced != null && replaced.quality().counts()) series.ring().remove(replaced.t(), replaced.value());
        if (reading.quality().counts()) series.ring().add(reading.t(), reading.value());
        series.heard(reading.t());
        if (HourRing.hourOf(reading.t()) < judgedHour || series.wasStale()) mark(series);
    }

    /**
     * Takes over what the store knows of the last two days and the open hour, before the first reading.
     *
     * <p>When a series was last heard is then known to the minute only; it may pass for fresh that much longer.
     */
    public void restore(List<HourSum> sums) {
        for (HourSum sum : sums) {
            if (!judged.contains(sum.series().quantity()) || sum.minutes() == 0) continue;
            Watched series = watch(sum.series());
            series.ring().restore(sum);
            int minutes = Long.SIZE - Long.numberOfLeadingZeros(sum.minutes());
            series.heard(sum.hour() * HourRing.HOUR_MS + minutes * 60_000L - 1);
        }
    }

    /**
     * Takes over the verdicts given before a restart, so that a status keeps the instant since when it holds and a
     * silent series its last value. Give only those of series that are still configured.
     */
    public void restoreSince(List<Verdict> verdicts) {
        for (Verdict verdict : verdicts) {
            if (!judged.contains(verdict.quantity())) continue;
            String sensorId = verdict.seriesId()
                    .substring(
                            0,
                            verdict.seriesId().length()
                                    - verdict.quantity().id().length()
                                    - 1);
            watch(Series.of(sensorId, verdict.venueId(), verdict.quantity()))
                    .verdicts()
                    .put(verdict.key(), verdict);
        }
    }

    /** What the next judge needs to go on where this one is, for example after a change of the configuration. */
    public List<HourSum> hourSums() {
        return watched.values().stream()
                .flatMap(series -> series.ring().sums(series.series()).stream())
                .toList();
    }

    /**
     * Judges what changed since the last call: with each committed batch, and at least once a minute so that hours end
     * and silence shows without readings.
     *
     * @param now epoch milliseconds
     */
    public Judgement judge(long now) {
        long hour = HourRing.hourOf(now);
        if (hour != judgedHour) {
            judgedHour = hour;
            watched.values().forEach(this::mark);
        } else if (now >= nextSilence) {
            markFallenSilent(now);
        }
        if (marked.isEmpty()) return Judgement.NOTHING;
        List<Verdict> verdicts = new ArrayList<>();
        Set<Station> touched = new LinkedHashSet<>();
        for (Watched series : marked) {
            judge(series, now, verdicts);
            series.unmark(now);
            if (!series.wasStale()) nextSilence = Math.min(nextSilence, series.staleAt() + 1);
            Station station = stations.get(series.series().sensorId());
            if (station != null) touched.add(station);
        }
        marked.clear();
        List<AirIndex> indices = new ArrayList<>();
        touched.forEach(station -> judge(station, now, indices));
        return new Judgement(verdicts, indices);
    }

    /** All verdicts as last judged. One whose standard is no longer in force is not among them. */
    public List<Verdict> verdicts() {
        return watched.values().stream()
                .flatMap(series -> series.verdicts().values().stream())
                .sorted(Comparator.comparing(Verdict::key))
                .toList();
    }

    /** All indices as last judged. */
    public List<AirIndex> indices() {
        return stations.values().stream()
                .flatMap(station -> station.indices().values().stream())
                .sorted(Comparator.comparing(IndexJudge::key))
                .toList();
    }

    private Watched watch(Series series) {
        Watched known = watched.get(series.id());
        if (known != null) return known;
        Watched added = new Watched(series, every.apply(series));
        watched.put(series.id(), added);
        if (indexed.contains(series.quantity())) {
            stations.computeIfAbsent(series.sensorId(), id -> new Station(id, series.venueId()))
                    .add(added);
        }
        mark(added);
        return added;
    }

    private void mark(Watched series) {
        if (series.mark()) marked.add(series);
    }

    private void markFallenSilent(long now) {
        nextSilence = Long.MAX_VALUE;
        for (Watched series : watched.values()) {
            if (series.wasStale()) continue;
            if (now > series.staleAt()) mark(series);
            else nextSilence = Math.min(nextSilence, series.staleAt() + 1);
        }
    }

    private void judge(Watched series, long now, List<Verdict> changed) {
        Map<String, Verdict> fresh = new LinkedHashMap<>();
        for (LimitJudge standard : limits) {
            for (Verdict verdict : standard.judge(series, now)) fresh.put(verdict.key(), verdict);
        }
        fresh.forEach((key, verdict) -> {
            if (!verdict.equals(series.verdicts().get(key))) changed.add(verdict);
        });
        series.verdicts().clear();
        series.verdicts().putAll(fresh);
    }

    private void judge(Station station, long now, List<AirIndex> changed) {
        Map<String, AirIndex> fresh = new LinkedHashMap<>();
        for (IndexJudge standard : indexJudges) {
            for (AirIndex index : standard.judge(station, now)) fresh.put(IndexJudge.key(index), index);
        }
        fresh.forEach((key, index) -> {
            if (!index.equals(station.indices().get(key))) changed.add(index);
        });
        station.indices().clear();
        station.indices().putAll(fresh);
    }
}
