package ridgeline.standard;

import java.util.List;
import ridgeline.domain.DayMean;
import ridgeline.domain.HourSum;
import ridgeline.domain.MinuteSum;
import ridgeline.domain.Series;

/** What is stored of a series, everything included that was observed so far. Asked on the thread that judges. */
public interface Past {
    /** Minutes with {@code from <= minute < to}, minutes since the epoch, in order. */
    List<MinuteSum> minutes(Series series, long from, long to);

    /** Hours with {@code from <= hour < to}, hours since the epoch, in order. */
    List<HourSum> hours(Series series, long from, long to);

    /** Days with {@code from <= day < to}, days since 1970-01-01, in order. */
    List<DayMean> days(Series series, long from, long to);

    /** A past of which nothing is known. */
    Past NOTHING = new Past() {
        @Override
        public List<MinuteSum> minutes(Series series, long from, long to) {
            return List.of();
        }

        @Override
        public List<HourSum> hours(Series series, long from, long to) {
            return List.of();
        }

        @Override
        public List<DayMean> days(Series series, long from, long to) {
            return List.of();
        }
    };
}
