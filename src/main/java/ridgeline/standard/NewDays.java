package ridgeline.standard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ridgeline.domain.DayMean;
import ridgeline.domain.HourSum;
import ridgeline.domain.MinuteSum;
import ridgeline.domain.Series;

/**
 * The past together with the days that were formed just now: they are stored after the judgement they are part of, and
 * without them a month would lack its last day until the next one ends. Confined to the thread that judges.
 */
final class NewDays implements Past {
    private final Past stored;
    private final Map<String, TreeMap<Long, DayMean>> formed = new HashMap<>();

    NewDays(Past stored) {
        this.stored = stored;
    }

    /** Those of the call before are stored by now. */
    void replace(Collection<DayMean> days) {
        formed.clear();
        for (DayMean day : days)
            formed.computeIfAbsent(day.series().id(), id -> new TreeMap<>()).put(day.day(), day);
    }

    @Override
    public List<MinuteSum> minutes(Series series, long from, long to) {
        return stored.minutes(series, from, to);
    }

    @Override
    public List<HourSum> hours(Series series, long from, long to) {
        return stored.hours(series, from, to);
    }

    @Override
    public List<DayMean> days(Series series, long from, long to) {
        List<DayMean> known = stored.days(series, from, to);
        TreeMap<Long, DayMean> fresh = formed.get(series.id());
        if (fresh == null || fresh.subMap(from, to).isEmpty()) return known;
        TreeMap<Long, DayMean> both = new TreeMap<>();
        for (DayMean day : known) both.put(day.day(), day);
        both.putAll(fresh.subMap(from, to));
        return new ArrayList<>(both.values());
    }
}
