package ridgeline.standard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ridgeline.domain.HourSum;
import ridgeline.domain.MinuteSum;

/**
 * Hours and minutes whose readings were replaced: the store counts them again, and the windows take that over. Confined
 * to the thread that judges.
 */
final class Corrections {
    private final Past past;
    private final Map<Watched, Set<Long>> minutes = new LinkedHashMap<>();

    Corrections(Past past) {
        this.past = past;
    }

    void note(Watched watched, long t) {
        minutes.computeIfAbsent(watched, each -> new TreeSet<>()).add(MinuteRing.minuteOf(t));
    }

    /** @return the series whose windows are other than before */
    List<Watched> apply() {
        if (minutes.isEmpty()) return List.of();
        minutes.forEach(Corrections.this::apply);
        List<Watched> changed = List.copyOf(minutes.keySet());
        minutes.clear();
        return changed;
    }

    private void apply(Watched watched, Set<Long> corrected) {
        Set<Long> hours = new TreeSet<>();
        for (long minute : corrected) {
            hours.add(Math.floorDiv(minute, 60));
            if (watched.isBrisk() && watched.recent().has(minute)) {
                watched.recent().clear(minute);
                for (MinuteSum sum : past.minutes(watched.series(), minute, minute + 1))
                    watched.recent().restore(sum);
            }
        }
        for (long hour : hours) {
            watched.ring().clear(hour);
            for (HourSum sum : past.hours(watched.series(), hour, hour + 1))
                watched.ring().restore(sum);
        }
    }
}
