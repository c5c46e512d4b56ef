package ridgeline.standard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ridgeline.domain.AirIndex;
import ridgeline.domain.Judged;
import ridgeline.domain.Verdict;
import ridgeline.standard.IndexJudge.Station;

/** One call of the judge: what it found to be different. */
final class Sitting {
    private final Bench bench;
    private final long now;
    private final long today;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private final Set<Station> stations = new LinkedHashSet<>();

    /** @param today days since 1970-01-01 */
    Sitting(Bench bench, long now, long today) {
        this.bench = bench;
        this.now = now;
        this.today = today;
    }

    void judge(Watched watched) {
        boolean calendar = !watched.isCalendarJudged(today);
        Map<String, Verdict> fresh = new LinkedHashMap<>();
        for (LimitJudge standard : bench.limitJudges()) {
            for (Verdict verdict : standard.judge(watched, now, calendar)) fresh.put(verdict.key(), verdict);
        }
        watched.calendarJudged(today);
        fresh.forEach((key, verdict) -> {
            if (!verdict.equals(watched.verdicts().get(key))) verdicts.add(verdict);
        });
        for (String key : watched.verdicts().keySet()) if (!fresh.containsKey(key)) ended.add(key);
        watched.verdicts().clear();
        watched.verdicts().putAll(fresh);
        if (bench.isIndexed(watched)) stations.add(bench.station(watched));
    }

    Judged close() {
        List<AirIndex> indices = new ArrayList<>();
        stations.forEach(station -> judge(station, indices));
        bench.rise();
        return new Judged(verdicts, indices, List.of(), List.of(), ended);
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
