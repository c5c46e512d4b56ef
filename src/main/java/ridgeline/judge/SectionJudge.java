package ridgeline.judge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.domain.SectionClass;
import ridgeline.domain.Status;
import ridgeline.judge.FactorClasses.Graded;
import ridgeline.standard.Choice;
import ridgeline.standard.LimitStandard;
import ridgeline.standard.LimitStandard.Stage;
import ridgeline.standard.Period;
import ridgeline.standard.Place;
import ridgeline.standard.Profiles;

/**
 * The class of a river section by one standard: that of its worst factor, over the day and over the month, and how many
 * months of the year keep the class it is to have.
 */
final class SectionJudge {
    private static final List<Period> PERIODS = List.of(Period.DAY, Period.MONTH);

    private final LimitStandard standard;
    private final String clause;
    private final Profiles profiles;
    private final FactorClasses factors;
    private final Set<Quantity> limited = EnumSet.noneOf(Quantity.class);

    /** @param clause where the standard says how a section gets its class */
    SectionJudge(LimitStandard standard, String clause, Profiles profiles, Past past, Saturation saturation) {
        this.standard = standard;
        this.clause = clause;
        this.profiles = profiles;
        factors = new FactorClasses(standard, past, saturation);
        standard.stages().stream()
                .flatMap(stage -> stage.limits().stream())
                .filter(limit -> PERIODS.contains(limit.period()))
                .forEach(limit -> limited.add(limit.quantity()));
    }

    /** Judges only by standards that grade sections. */
    static Optional<SectionJudge> of(LimitStandard standard, Profiles profiles, Past past, Saturation saturation) {
        return Optional.ofNullable(standard.sectionClause())
                .map(clause -> new SectionJudge(standard, clause, profiles, past, saturation));
    }

    /** Months of the year that keep the target, of those that can be told. */
    private record Months(int reached, int judged) {}

    /** What is asked of a section at the end of a window. */
    private record Asked(Choice choice, Stage stage, List<Watched> series) {}

    /**
     * What is true of a venue now; nothing when it is no section.
     *
     * @param series all that is measured there
     * @param before what was said last, by key
     * @param calendar whether months must be formed again
     */
    List<SectionClass> judge(Collection<Watched> series, Map<String, SectionClass> before, long now, boolean calendar) {
        List<Watched> factorSeries = series.stream()
                .filter(each -> limited.contains(each.series().quantity()))
                .sorted(Comparator.comparing(each -> each.series().id()))
                .toList();
        if (factorSeries.isEmpty()) return List.of();
        List<SectionClass> all = new ArrayList<>();
        Months months = null;
        for (Period period : PERIODS) {
            SectionClass prior = before.get(key(period, factorSeries));
            if (period == Period.MONTH && prior != null && !calendar) {
                all.add(prior);
                continue;
            }
            if (months == null) months = prior == null || calendar ? months(factorSeries, now) : months(prior);
            SectionClass fresh = measured(factorSeries, period, months, now);
            if (fresh != null) all.add(kept(fresh, prior));
        }
        return all;
    }

    private String key(Period period, List<Watched> series) {
        return standard.edition().id() + "/" + period.id() + "/"
                + series.get(0).series().venueId();
    }

    private static Months months(SectionClass prior) {
        return new Months(prior.monthsReached(), prior.monthsJudged());
    }

    /** The present window once something can be said of it, else the one before, as with single limits. */
    private @Nullable SectionClass measured(List<Watched> series, Period period, Months months, long now) {
        SectionClass first = null;
        for (Window window : Window.candidates(period, now, standard.edition().zone())) {
            SectionClass one = section(series, period, window, months, now);
            if (one == null) continue;
            if (one.status() == Status.PASS || one.status() == Status.EXCEED) return one;
            if (first == null) first = one;
        }
        return first;
    }

    private @Nullable SectionClass section(
            List<Watched> series, Period period, Window window, Months months, long now) {
        Asked asked = asked(series, window);
        Graded graded = asked == null ? null : graded(asked, period, window);
        if (asked == null || graded == null) return null;
        return new SectionClass(
                series.get(0).series().venueId(),
                standard.edition().id(),
                clause,
                asked.choice().profile(),
                period.id(),
                graded.reached(),
                asked.choice().classId(),
                status(graded, now),
                graded.factors(),
                graded.completeness(),
                window.from(),
                window.to(),
                months.reached(),
                months.judged());
    }

    /** A complete day or month stays true; what cannot be said because nothing is heard any more is stale. */
    private static Status status(Graded graded, long now) {
        Status status = graded.status();
        boolean silent = graded.missing().stream().allMatch(each -> now > each.staleAt());
        return status == Status.INSUFFICIENT && silent ? Status.STALE : status;
    }

    private @Nullable Graded graded(Asked asked, Period period, Window window) {
        return factors.over(asked.series(), asked.stage(), asked.choice().classId(), period, window);
    }

    /** Null when the standard was not in force or the venue has no class to keep. */
    private @Nullable Asked asked(List<Watched> series, Window window) {
        long t = window.date();
        Stage stage = standard.stage(t).orElse(null);
        if (stage == null) return null;
        List<Watched> judged = series.stream()
                .filter(each -> profiles.choose(each.place(), standard, t).isPresent())
                .toList();
        if (judged.isEmpty()) return null;
        // What the section is to keep is the venue's to say; a class of a sensor counts where the venue has none.
        Place venue = new Place(judged.get(0).place().venue(), Map.of());
        Choice choice = profiles.choose(venue, standard, t)
                .or(() -> profiles.choose(judged.get(0).place(), standard, t))
                .orElse(null);
        return choice == null || !stage.classes().contains(choice.classId()) ? null : new Asked(choice, stage, judged);
    }

    /** What was known before it fell silent, when nothing is known now. */
    private static SectionClass kept(SectionClass fresh, @Nullable SectionClass prior) {
        boolean unknown = fresh.status() == Status.STALE && fresh.reached() == null;
        if (!unknown || prior == null || prior.reached() == null) return fresh;
        return stale(prior, fresh.monthsReached(), fresh.monthsJudged());
    }

    private static SectionClass stale(SectionClass s, int monthsReached, int monthsJudged) {
        return new SectionClass(
                s.venueId(),
                s.standard(),
                s.clause(),
                s.profile(),
                s.period(),
                s.reached(),
                s.target(),
                Status.STALE,
                s.factors(),
                s.completeness(),
                s.from(),
                s.to(),
                monthsReached,
                monthsJudged);
    }

    private Months months(List<Watched> series, long now) {
        ZoneId zone = standard.edition().zone();
        LocalDate today = Instant.ofEpochMilli(now).atZone(zone).toLocalDate();
        int reached = 0;
        int judged = 0;
        for (int month = 1; month <= today.getMonthValue(); month++) {
            LocalDate first = LocalDate.of(today.getYear(), month, 1);
            LocalDate end = first.plusMonths(1).isAfter(today) ? today : first.plusMonths(1);
            if (!end.isAfter(first)) continue;
            Window window = Window.ofDays(first, end, zone);
            Asked asked = asked(series, window);
            Graded graded = asked == null ? null : graded(asked, Period.MONTH, window);
            if (graded == null || graded.status() == Status.INSUFFICIENT) continue;
            judged++;
            if (graded.status() == Status.PASS) reached++;
        }
        return new Months(reached, judged);
    }
}
