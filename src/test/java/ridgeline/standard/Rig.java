package ridgeline.standard;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.AirIndex;
import ridgeline.domain.Change;
import ridgeline.domain.Judged;
import ridgeline.domain.Quality;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Series;
import ridgeline.domain.Verdict;

/** One air station before a judge, with words to feed it. Times are of Shanghai. */
final class Rig {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;

    private final Standards standards;
    private final Judge.Ground ground;
    final Kept kept;
    final Judge judge;

    Rig() {
        this(Duration.ofMinutes(1), Map.of());
    }

    Rig(@Nullable Duration every, Map<String, String> classes) {
        this(every, classes, new Kept());
    }

    private Rig(@Nullable Duration every, Map<String, String> classes, Kept kept) {
        this(Figures.STANDARDS, ground(every, classes), kept);
    }

    Rig(Standards standards) {
        this(standards, ground(Duration.ofMinutes(1), Map.of()), new Kept());
    }

    Rig(Standards standards, Judge.Ground ground, Kept kept) {
        this.standards = standards;
        this.ground = ground;
        this.kept = kept;
        judge = new Judge(standards, ground, kept);
    }

    static Judge.Ground ground(@Nullable Duration every, Map<String, String> classes) {
        return new Judge.Ground(
                Profiles.none(SHANGHAI),
                series -> new Place(Place.of(series.venueId()).venue(), classes),
                series -> Optional.ofNullable(every),
                SHANGHAI);
    }

    /** The next process on the same readings: windows come from the sums, since when from the verdicts. */
    Rig restarted() {
        Rig next = new Rig(standards, ground, kept);
        long last = kept.newest() / HOUR;
        next.judge.restore(kept.hours(last - 50, last + 1), kept.minutes((last - 1) * 60, (last + 1) * 60));
        next.judge.restoreSince(judge.verdicts());
        return next;
    }

    void observe(Change change) {
        kept.put(change.reading());
        judge.observe(change);
    }

    Judged judge(long now) {
        Judgement judgement = judge.judge(now);
        judgement.days().forEach(kept::put);
        return judgement.judged();
    }

    static long at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(SHANGHAI).toInstant().toEpochMilli();
    }

    static Series series(Quantity quantity) {
        return Series.of("genting-air-1", "genting", quantity);
    }

    static Reading reading(Quantity quantity, long t, double value, Quality quality) {
        return new Reading(series(quantity), t, value, quality, true);
    }

    void observe(Quantity quantity, long t, double value) {
        observe(new Change(reading(quantity, t, value, Quality.GOOD), null));
    }

    /** One reading in each of the first so many minutes of the hour. */
    void minutes(Quantity quantity, long from, int minutes, double value) {
        for (int i = 0; i < minutes; i++) observe(quantity, from + i * MINUTE, value);
    }

    /** Whole hours of one value each. */
    void hours(Quantity quantity, long from, double... values) {
        for (int i = 0; i < values.length; i++) minutes(quantity, from + i * HOUR, 60, values[i]);
    }

    void sameHours(Quantity quantity, long from, int hours, double value) {
        for (int i = 0; i < hours; i++) hours(quantity, from + i * HOUR, value);
    }

    /** The verdict over a period of the only standard that gives one. */
    Verdict verdict(Quantity quantity, String period) {
        List<Verdict> found = judge.verdicts().stream()
                .filter(each -> each.quantity() == quantity && each.period().equals(period))
                .toList();
        if (found.size() != 1) throw new AssertionError("not one verdict but " + found);
        return found.get(0);
    }

    Verdict judged(long now, Quantity quantity, String period) {
        judge(now);
        return verdict(quantity, period);
    }

    AirIndex index(String period) {
        List<AirIndex> found = judge.indices().stream()
                .filter(each -> each.period().equals(period))
                .toList();
        if (found.size() != 1) throw new AssertionError("not one index but " + found);
        return found.get(0);
    }
}
