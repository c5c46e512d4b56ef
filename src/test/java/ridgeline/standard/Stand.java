package ridgeline.standard;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Change;
import ridgeline.domain.DayMean;
import ridgeline.domain.Judged;
import ridgeline.domain.Quality;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.SectionClass;
import ridgeline.domain.Series;
import ridgeline.domain.Stagnation;
import ridgeline.domain.Venue;
import ridgeline.domain.Words;

/** One venue with several sensors before a judge. A sensor speaks once an hour, which stands for the whole hour. */
final class Stand {
    static final String ID = "valley";

    final Kept kept;
    final Judge judge;
    private final Standards standards;
    private final Venue venue;
    private final Map<String, Map<String, String>> classes;

    Stand(Standards standards, Venue venue) {
        this(standards, venue, new HashMap<>(), new Kept());
    }

    private Stand(Standards standards, Venue venue, Map<String, Map<String, String>> classes, Kept kept) {
        this.standards = standards;
        this.venue = venue;
        this.classes = classes;
        this.kept = kept;
        judge = new Judge(
                standards,
                new Judge.Ground(
                        Profiles.none(Rig.SHANGHAI),
                        series -> new Place(venue, classes.getOrDefault(series.sensorId(), Map.of())),
                        series -> Optional.of(Duration.ofHours(1)),
                        Rig.SHANGHAI),
                kept);
    }

    static Venue venue(@Nullable Double altitude, Map<String, String> classes, Venue.@Nullable Slope slope) {
        return new Venue(ID, new Words(Map.of()), null, null, altitude, null, classes, slope);
    }

    /** To be said before the sensor is heard. */
    void classes(String sensorId, Map<String, String> ofSensor) {
        classes.put(sensorId, ofSensor);
    }

    /** The next process on the same readings. */
    Stand restarted() {
        Stand next = new Stand(standards, venue, classes, kept);
        long last = kept.newest() / Rig.HOUR;
        next.judge.restore(kept.hours(last - 50, last + 1), List.of());
        return next;
    }

    /** One value for each of the hours from one on; NaN leaves one out. */
    void hours(String sensorId, Quantity quantity, long from, double... values) {
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) continue;
            Reading reading =
                    new Reading(series(sensorId, quantity), from + i * Rig.HOUR, values[i], Quality.GOOD, true);
            kept.put(reading);
            judge.observe(new Change(reading, null));
        }
    }

    void sameHours(String sensorId, Quantity quantity, long from, int hours, double value) {
        double[] values = new double[hours];
        java.util.Arrays.fill(values, value);
        hours(sensorId, quantity, from, values);
    }

    void day(String sensorId, Quantity quantity, LocalDate day, double value) {
        kept.put(new DayMean(series(sensorId, quantity), day.toEpochDay(), value, 24, value, 17));
    }

    Judged judge(long now) {
        Judgement judgement = judge.judge(now);
        judgement.days().forEach(kept::put);
        return judgement.judged();
    }

    SectionClass section(long now, String period) {
        judge(now);
        return judge.sections().stream()
                .filter(each -> each.period().equals(period))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section class over " + period));
    }

    Stagnation stagnation(long now) {
        judge(now);
        return judge.stagnations().stream().findFirst().orElseThrow(() -> new AssertionError("no stagnation"));
    }

    private static Series series(String sensorId, Quantity quantity) {
        return Series.of(sensorId, ID, quantity);
    }
}
