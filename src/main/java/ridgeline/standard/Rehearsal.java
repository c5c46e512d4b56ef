package ridgeline.standard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import ridgeline.domain.DayMean;
import ridgeline.domain.HourSum;
import ridgeline.domain.MinuteSum;
import ridgeline.domain.Quantity;
import ridgeline.standard.LimitStandard.Limit;
import ridgeline.standard.LimitStandard.Stage;

/**
 * Judges the past twice, hour by hour: by a standard as it is and as it would be after an edit. Two judges of their own do
 * it, so nothing that the kiosk says now is touched. Confined to one thread, which it keeps until it is done.
 *
 * <p>The stored sums are played as they are now: late and corrected readings are in them.
 */
public final class Rehearsal {
    /** Limits on minutes need every minute; over more days than these they are left out. */
    public static final int MOST_DAYS_BY_MINUTE = 2;

    private static final int HOURS_AT_ONCE = 6;
    private static final int MINUTES_AT_ONCE = 5;
    private static final int DAYS_AT_ONCE = 31;
    private static final long DAY_MS = 24 * HourRing.HOUR_MS;

    private final Asked asked;
    private final Stored stored;
    private final BooleanSupplier goOn;
    private final long step;
    private final long from;
    private final long to;
    private final boolean byMinute;
    private final LimitStandard today;
    private final LimitStandard edited;

    /** What is stored of some quantities, {@code from <= unit < to}; units are hours, minutes and days since 1970-01-01. */
    public interface Stored {
        List<HourSum> hours(Set<Quantity> quantities, long from, long to);

        List<MinuteSum> minutes(Set<Quantity> quantities, long from, long to);

        List<DayMean> days(Set<Quantity> quantities, long from, long to);
    }

    /**
     * What is to be rehearsed.
     *
     * @param to the last instant (epoch ms); counts to the hour, or to the minute where minutes are played
     * @param days how many times 24 hours before it
     */
    public record Asked(LimitStandard today, LimitStandard edited, long to, int days) {}

    /** One side would raise more exceedances than anybody reads. */
    public static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMany(int most) {
            super("more than " + most + " exceedances", null, false, false);
        }
    }

    /** @param goOn asked again and again; once it says no the rehearsal ends with a {@link CancellationException} */
    public Rehearsal(Asked asked, Stored stored, BooleanSupplier goOn) {
        this.asked = asked;
        this.stored = stored;
        this.goOn = goOn;
        byMinute = asked.days() <= MOST_DAYS_BY_MINUTE && !minutePeriods().isEmpty();
        step = byMinute ? MinuteRing.MINUTE_MS : HourRing.HOUR_MS;
        to = Math.floorDiv(asked.to(), step) * step;
        from = to - asked.days() * DAY_MS;
        today = byMinute ? asked.today() : withoutMinutes(asked.today());
        edited = byMinute ? asked.edited() : withoutMinutes(asked.edited());
    }

    /** @throws TooMany when the limits are so strict that the answer would be of no use */
    public Rehearsed run(Judge.Ground ground) {
        Past past = days(ground.zone());
        Replay before = new Replay(today, ground, past, from);
        Replay after = new Replay(edited, ground, past, from);
        play(List.of(before, after));
        Rehearsed.Side old = before.runs.end(to + step);
        Rehearsed.Side fresh = after.runs.end(to + step);
        List<Period> left = byMinute ? List.of() : minutePeriods();
        return new Rehearsed(from, to, old, fresh, fresh.without(old), old.without(fresh), left);
    }

    /** One judge of one standard, and what it said. */
    private static final class Replay {
        final Judge judge;
        final Runs runs;

        Replay(LimitStandard standard, Judge.Ground ground, Past past, long from) {
            judge = new Judge(new Standards(List.of(standard), List.of()), ground, past);
            runs = new Runs(from);
        }
    }

    private void play(List<Replay> sides) {
        Set<Quantity> quantities = both().quantities();
        Set<Quantity> brisk = both().briskQuantities();
        Slices<HourSum> hours = new Slices<>(
                HOURS_AT_ONCE,
                HourRing.hourOf(to),
                (first, end) -> wanted().hours(quantities, first, end),
                HourSum::hour);
        Slices<MinuteSum> minutes = new Slices<>(
                MINUTES_AT_ONCE,
                MinuteRing.minuteOf(to),
                (first, end) -> wanted().minutes(brisk, first, end),
                MinuteSum::minute);
        long nextHour = HourRing.hourOf(from) - HourRing.HOURS;
        long nextMinute = byMinute ? MinuteRing.minuteOf(from) - MinuteRing.MINUTES : Long.MAX_VALUE;
        for (long t = from; t <= to; t += step) {
            requireGoOn();
            for (; nextHour < HourRing.hourOf(t); nextHour++) restore(sides, hours.at(nextHour), List.of());
            for (; nextMinute < MinuteRing.minuteOf(t); nextMinute++) restore(sides, List.of(), minutes.at(nextMinute));
            for (Replay side : sides) {
                do side.runs.take(side.judge.judge(t).judged(), t);
                while (side.judge.isWaiting());
            }
        }
    }

    private static void restore(List<Replay> sides, List<HourSum> hours, List<MinuteSum> minutes) {
        for (Replay side : sides) side.judge.restore(hours, minutes);
    }

    /** What is asked only while somebody waits for the answer. */
    private Stored wanted() {
        requireGoOn();
        return stored;
    }

    private void requireGoOn() {
        if (!goOn.getAsBoolean()) throw new CancellationException("the rehearsal is not wanted any more");
    }

    /** The days of this year and the one before, of quantities with limits on months or years. */
    private Past days(ZoneId zone) {
        RehearsedPast past = new RehearsedPast();
        Set<Quantity> quantities = EnumSet.noneOf(Quantity.class);
        limits().filter(limit -> limit.period().kind() == Period.Kind.CALENDAR)
                .forEach(limit -> quantities.add(limit.quantity()));
        if (quantities.isEmpty()) return past;
        long end = day(to, zone).toEpochDay();
        long first = day(from, zone).withDayOfYear(1).minusYears(1).toEpochDay();
        for (long day = first; day < end; day += DAYS_AT_ONCE) {
            wanted().days(quantities, day, Math.min(day + DAYS_AT_ONCE, end)).forEach(past::add);
        }
        return past;
    }

    private static LocalDate day(long t, ZoneId zone) {
        return Instant.ofEpochMilli(t).atZone(zone).toLocalDate();
    }

    private Standards both() {
        return new Standards(List.of(today, edited), List.of());
    }

    private Stream<Limit> limits() {
        return Stream.of(asked.today(), asked.edited())
                .flatMap(standard -> standard.stages().stream())
                .flatMap(stage -> stage.limits().stream());
    }

    private List<Period> minutePeriods() {
        return limits().map(Limit::period)
                .filter(period -> period.kind() == Period.Kind.MINUTES)
                .distinct()
                .sorted()
                .toList();
    }

    private static LimitStandard withoutMinutes(LimitStandard whole) {
        List<Stage> stages = whole.stages().stream()
                .map(stage -> new Stage(
                        stage.id(),
                        stage.from(),
                        stage.to(),
                        stage.classes(),
                        stage.limits().stream()
                                .filter(limit -> limit.period().kind() != Period.Kind.MINUTES)
                                .toList()))
                .toList();
        return new LimitStandard(
                whole.edition(), whole.judgedClass(), whole.warnShare(), whole.sectionClause(), stages);
    }
}
