package ridgeline.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Bound;
import ridgeline.domain.Quantity;
import ridgeline.domain.Rule;
import ridgeline.domain.Status;
import ridgeline.domain.Verdict;

/** Holds the averages of a series against the limits of one standard. */
final class LimitJudge {
    /** A reading that was on its way when its hour ended does not revise it. */
    private static final long GRACE_MS = 60_000;

    private final LimitStandard standard;
    private final Profiles profiles;
    private final Past past;
    private final Saturation saturation;
    private final Map<Quantity, List<Period>> periods = new HashMap<>();
    private final Map<Rule, Rule> rules = new HashMap<>();

    LimitJudge(LimitStandard standard, Profiles profiles, Past past, Saturation saturation) {
        this.standard = standard;
        this.profiles = profiles;
        this.past = past;
        this.saturation = saturation;
    }

    /** What is true of a series now; the verdicts given before are read, not changed. */
    List<Verdict> judge(Watched watched, long now, boolean calendar) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Period period : periods(watched.series().quantity())) {
            Verdict before = watched.verdicts()
                    .get(Verdict.key(
                            standard.edition().id(),
                            period.id(),
                            watched.series().id()));
            boolean waits = period.kind() == Period.Kind.CALENDAR && !calendar;
            Verdict fresh = waits ? before : judge(watched, period, before, now);
            if (fresh != null) verdicts.add(fresh);
        }
        return verdicts;
    }

    boolean hasCalendar(Quantity quantity) {
        return periods(quantity).stream().anyMatch(period -> period.kind() == Period.Kind.CALENDAR);
    }

    private List<Period> periods(Quantity quantity) {
        return periods.computeIfAbsent(quantity, standard::periods);
    }

    private @Nullable Verdict judge(Watched watched, Period period, @Nullable Verdict before, long now) {
        boolean stale = now > watched.staleAt() && period.kind() != Period.Kind.CALENDAR;
        long asOf = stale && before != null && before.value() != null && !period.isNatural() ? before.to() : now;
        Verdict fresh = measured(watched, period, asOf);
        if (fresh == null) return null;
        // A natural window that is complete stays true; all else is no longer known once the series is silent.
        if (stale && (!period.isNatural() || fresh.status() == Status.INSUFFICIENT)) {
            fresh = with(fresh.value() == null && before != null ? before : fresh, Status.STALE);
        }
        return dated(fresh, before, period, watched, now);
    }

    /** The present window once it is complete, else the one before if that is, else the present one. */
    private @Nullable Verdict measured(Watched watched, Period period, long asOf) {
        Averages averages = new Averages(watched, standard.edition(), past);
        Verdict first = null;
        for (Window window : Window.candidates(period, asOf, standard.edition().zone())) {
            Verdict verdict = verdict(watched, averages, period, window);
            if (verdict == null) continue;
            if (verdict.status() != Status.INSUFFICIENT) return verdict;
            // Of an edition that was replaced meanwhile only what it can still say counts.
            if (first == null && standard.edition().isInForce(asOf)) first = verdict;
        }
        return first;
    }

    private @Nullable Verdict verdict(Watched watched, Averages averages, Period period, Window window) {
        Rule rule = rule(watched, period, window);
        if (rule == null) return null;
        Average average = averages.over(period, window);
        boolean enough = averages.isEnough(period, average, rule.bound());
        return new Verdict(
                watched.series().venueId(),
                rule,
                enough ? average.value() : null,
                enough ? status(watched, rule, period, average) : Status.INSUFFICIENT,
                average.share(),
                window.to(),
                watched.series().id(),
                window.from(),
                window.to(),
                false,
                enough && period == Period.TEN_MINUTES ? crossing(watched, rule.bound(), average) : null);
    }

    /** The rule that holds at the end of a window. Equal rules are one object: there are few, and verdicts many. */
    private @Nullable Rule rule(Watched watched, Period period, Window window) {
        Optional<Choice> choice = profiles.choose(watched.place(), standard, window.date());
        if (choice.isEmpty()) return null;
        Rule rule = standard.rule(watched.series().quantity(), period, choice.get(), window.date())
                .orElse(null);
        return rule == null ? null : rules.computeIfAbsent(rule, same -> same);
    }

    private Status status(Watched watched, Rule rule, Period period, Average average) {
        Status status = rule.statusOf(average.value());
        if (status != Status.EXCEED || watched.series().quantity() != Quantity.DISSOLVED_OXYGEN) return status;
        Double share = standard.limit(
                        Quantity.DISSOLVED_OXYGEN, period, average.window().date())
                .map(limit -> limit.saturation().get(rule.classId()))
                .orElse(null);
        return share != null && saturation.isReached(watched, period, average, share) ? Status.PASS : status;
    }

    /** When the bound is crossed at the trend of the last hour: at most half a day ahead, to ten minutes. */
    private static @Nullable Long crossing(Watched watched, Bound bound, Average average) {
        double trend =
                watched.recent().trend(MinuteRing.minuteOf(average.window().to()));
        return Crossing.at(bound, average.value(), trend, average.window().to());
    }

    /** Adds since when the status holds and whether the same window was judged otherwise before. */
    private static Verdict dated(Verdict fresh, @Nullable Verdict before, Period period, Watched watched, long now) {
        boolean stale = fresh.status() == Status.STALE;
        if (before == null) return since(fresh, stale ? now : fresh.to(), false);
        boolean sameWindow = fresh.from() == before.from() && fresh.to() == before.to();
        boolean differs =
                !Objects.equals(fresh.value(), before.value()) || fresh.completeness() != before.completeness();
        boolean late = now >= fresh.to() + GRACE_MS;
        boolean revised = sameWindow && (before.revised() || (differs && late));
        if (fresh.status() == before.status()) return since(fresh, before.since(), revised);
        if (stale) return since(fresh, period.isNatural() ? now : watched.silentSince(now), revised);
        boolean closed = fresh.to() > before.to() && before.status() != Status.STALE;
        return since(fresh, closed ? fresh.to() : now, revised);
    }

    private static Verdict with(Verdict verdict, Status status) {
        return copy(verdict, status, verdict.since(), verdict.revised());
    }

    private static Verdict since(Verdict verdict, long since, boolean revised) {
        return copy(verdict, verdict.status(), since, revised);
    }

    private static Verdict copy(Verdict v, Status status, long since, boolean revised) {
        return new Verdict(
                v.venueId(),
                v.rule(),
                v.value(),
                status,
                v.completeness(),
                since,
                v.seriesId(),
                v.from(),
                v.to(),
                revised,
                status == Status.STALE ? null : v.crossesAt());
    }
}
