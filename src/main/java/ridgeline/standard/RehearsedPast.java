package ridgeline.standard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ridgeline.domain.DayMean;
import ridgeline.domain.HourSum;
import ridgeline.domain.MinuteSum;
import ridgeline.domain.Series;

/** The days that a rehearsal was given, for months and years. Hours and minutes come to its judge in their order. */
final class RehearsedPast implements Past {
    private final Map<String, TreeMap<Long, DayMean>> days = new HashMap<>();

    void add(DayMean day) {
        days.computeIfAbsent(day.series().id(), id -> new TreeMap<>()).put(day.day(), day);
    }

    @Override
    public List<DayMean> days(Series series, long from, long to) {
        TreeMap<Long, DayMean> known = days.get(series.id());
        return known == null || from >= to
                ? List.of()
                : List.copyOf(known.subMap(from, to).values());
    }

    /** Asked for corrections alone, and there are none in a past that is read once. */
    @Override
    public List<HourSum> hours(Series series, long from, long to) {
        return List.of();
    }

    @Override
    public List<MinuteSum> minutes(Series series, long from, long to) {
        return List.of();
    }
}
