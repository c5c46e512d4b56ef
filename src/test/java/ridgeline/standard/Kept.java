package ridgeline.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ridgeline.domain.DayMean;
import ridgeline.domain.HourSum;
import ridgeline.domain.MinuteSum;
import ridgeline.domain.Reading;
import ridgeline.domain.Series;

/** Readings kept in memory and summed by the definition alone, as the store would. */
final class Kept implements Past {
    private final Map<String, TreeMap<Long, Reading>> readings = new HashMap<>();
    private final Map<String, TreeMap<Long, DayMean>> days = new HashMap<>();

    void put(Reading reading) {
        readings.computeIfAbsent(reading.series().id(), id -> new TreeMap<>()).put(reading.t(), reading);
    }

    void put(DayMean day) {
        days.computeIfAbsent(day.series().id(), id -> new TreeMap<>()).put(day.day(), day);
    }

    @Override
    public List<MinuteSum> minutes(Series series, long from, long to) {
        List<MinuteSum> sums = new ArrayList<>();
        for (long minute = from; minute < to; minute++) {
            List<Reading> found = counted(series, minute * 60_000, (minute + 1) * 60_000);
            if (found.isEmpty()) continue;
            sums.add(new MinuteSum(series, minute, sum(found), found.size(), high(found)));
        }
        return sums;
    }

    @Override
    public List<HourSum> hours(Series series, long from, long to) {
        List<HourSum> sums = new ArrayList<>();
        for (long hour = from; hour < to; hour++) {
            long start = hour * 3_600_000;
            List<Reading> found = counted(series, start, start + 3_600_000);
            if (found.isEmpty()) continue;
            long minutes = 0;
            for (Reading reading : found) minutes |= 1L << (int) ((reading.t() - start) / 60_000);
            sums.add(new HourSum(series, hour, sum(found), found.size(), minutes, high(found)));
        }
        return sums;
    }

    /** The minutes of all series. */
    List<MinuteSum> minutes(long from, long to) {
        List<MinuteSum> all = new ArrayList<>();
        for (TreeMap<Long, Reading> ofSeries : readings.values())
            all.addAll(minutes(ofSeries.firstEntry().getValue().series(), from, to));
        return all;
    }

    /** The hours of all series. */
    List<HourSum> hours(long from, long to) {
        List<HourSum> all = new ArrayList<>();
        for (TreeMap<Long, Reading> ofSeries : readings.values())
            all.addAll(hours(ofSeries.firstEntry().getValue().series(), from, to));
        return all;
    }

    @Override
    public List<DayMean> days(Series series, long from, long to) {
        return List.copyOf(
                days.getOrDefault(series.id(), new TreeMap<>()).subMap(from, to).values());
    }

    long newest() {
        return readings.values().stream().mapToLong(TreeMap::lastKey).max().orElse(0);
    }

    private List<Reading> counted(Series series, long from, long to) {
        return readings.getOrDefault(series.id(), new TreeMap<>()).subMap(from, to).values().stream()
                .filter(reading -> reading.quality().counts())
                .toList();
    }

    private static double sum(List<Reading> found) {
        return found.stream()
                .mapToDouble(each -> each.series().quantity().averaging().addend(each.value()))
                .sum();
    }

    private static double high(List<Reading> found) {
        return found.stream().mapToDouble(Reading::value).max().orElseThrow();
    }
}
