package ridgeline.standard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.DayMean;
import ridgeline.domain.HourSum;
import ridgeline.domain.MinuteSum;
import ridgeline.domain.Series;

/**
 * A past that keeps the days of the series asked last: a series has several limits on the same year, judged one after the
 * other. Confined to the thread that judges, which forgets after each time it judged.
 */
final class DaysOfOne implements Past {
    private static final long YEAR = 366;

    private final Past past;
    private @Nullable Series series;
    private long from;
    private long to;
    private List<DayMean> days = List.of();

    DaysOfOne(Past past) {
        this.past = past;
    }

    void forget() {
        series = null;
        days = List.of();
    }

    @Override
    public List<MinuteSum> minutes(Series asked, long first, long end) {
        return past.minutes(asked, first, end);
    }

    @Override
    public List<HourSum> hours(Series asked, long first, long end) {
        return past.hours(asked, first, end);
    }

    @Override
    public List<DayMean> days(Series asked, long first, long end) {
        if (!asked.equals(series) || first < from || end > to) {
            from = Math.min(first, end - 2 * YEAR);
            to = Math.max(end, first + YEAR);
            days = past.days(asked, from, to);
            series = asked;
        }
        return days.stream()
                .filter(day -> day.day() >= first && day.day() < end)
                .toList();
    }
}
