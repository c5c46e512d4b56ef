package ridgeline.flow;

import java.util.List;
import ridgeline.domain.DayMean;
import ridgeline.domain.HourSum;
import ridgeline.domain.MinuteSum;
import ridgeline.domain.Series;
import ridgeline.standard.Past;
import ridgeline.store.ReadingLog;

/** What the log holds, everything put so far included. Confined to the writer lane, like its log. */
public record StoredPast(ReadingLog log) implements Past {
    @Override
    public List<MinuteSum> minutes(Series series, long from, long to) {
        return log.sums().minutes(series, from, to);
    }

    @Override
    public List<HourSum> hours(Series series, long from, long to) {
        return log.sums().hours(series, from, to);
    }

    @Override
    public List<DayMean> days(Series series, long from, long to) {
        return log.sums().days(series, from, to);
    }
}
