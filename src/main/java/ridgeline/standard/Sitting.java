package ridgeline.standard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ridgeline.domain.AirIndex;
import ridgeline.domain.Judged;
import ridgeline.domain.SectionClass;
import ridgeline.domain.Stagnation;
import ridgeline.domain.Verdict;
import ridgeline.standard.IndexJudge.Station;

/** One call of the judge: what it found to be different. */
final class Sitting {
    /** Months and years read hundreds of days of a series: at midnight not all of them at once, while readings wait. */
    static final int MOST_CALENDARS = 12;

    private final Bench bench;
    private final long now;
    private final long today;
    private int calendars;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private final Set<Station> stations = new LinkedHashSet<>();
    /** Where something was judged, and whether days of the past are new there. */
    private final Map<String, Boolean> venues = new LinkedHashMap<>();

    /** @param today days since 1970-01-01 */
    Sitting(Bench bench, long now, long today) {
        this.bench = bench;
        this.now = now;
        this.today = today;
    }

    /** @return whether its months and years have to wait for another sitting */
    boolean judge(Watched watched) {
        boolean due = !watched.isCalendarJudged(today);
        boolean costs = due && bench.hasCalendar(watched.series().quantity());
        boolean calendar = due && (!costs || calendars++ < MOST_CALENDARS);
        Map<String, Verdict> fresh = new LinkedHashMap<>();
        for (LimitJudge standard : bench.limitJudges()) {
            for (Verdict verdict : standard.judge(watched, now, calendar)) fresh.put(verdict.key(), verdict);
        }
        if (calendar) watched.calendarJudged(today);
        fresh.forEach((key, verdict) -> {
            if (!verdict.equals(watched.verdicts().get(key))) verdicts.add(verdict);
        });
        for (String key : watched.verdicts().keySet()) if (!fresh.containsKey(key)) ended.add(key);
        watched.verdicts().clear();
        watched.verdicts().putAll(fresh);
        venues.merge(watched.series().venueId(), calendar, Boolean::logicalOr);
        if (bench.isIndexed(watched)) stations.add(bench.station(watched));
        return due && !calendar;
    }

    Judged close() {
        List<AirIndex> indices = new ArrayList<>();
        stations.forEach(station -> judge(station, indices));
        List<SectionClass> sections = new ArrayList<>();
        List<Stagnation> stagnations = new ArrayList<>();
        venues.forEach((venueId, calendar) -> {
            bench.judgeSections(venueId, now, calendar, sections, ended);
            bench.judgeStagnation(venueId, now, calendar, stagnations, ended);
        });
        bench.rise();
        return new Judged(verdicts, indices, sections, stagnations, ended);
    }

    private void judge(Station station, List<AirIndex> changed) {
        Map<String, AirIndex> fresh = new LinkedHashMap<>();
        for (IndexJudge standard : bench.indexJudges()) {
            for (AirIndex index : standard.judge(station, now)) fresh.put(index.key(), index);
        }
        fresh.forEach((key, index) -> {
            if (!index.equals(station.indices().get(key))) changed.add(index);
        });
        for (String key : station.indices().keySet()) if (!fresh.containsKey(key)) ended.add(key);
        station.indices().clear();
        station.indices().putAll(fresh);
    }
}
