package ridgeline.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Status;
import ridgeline.domain.Verdict;
import ridgeline.standard.LimitStandard.Limit;

/** Holds the averages of a series against the limits of one standard for one class of place. */
final class LimitJudge {
    private final LimitStandard standard;
    private final String classId;

    LimitJudge(LimitStandard standard, String classId) {
        this.standard = standard;
        this.classId = classId;
    }

    /** What is true of a series now; the verdicts given before are read, not changed. */
    List<Verdict> judge(Watched watched, long now) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Period period : standard.periods(watched.series().quantity())) {
            Verdict before = watched.verdicts().get(key(watched, period));
            Verdict fresh = judge(watched, period, before, now);
            if (fresh != null) verdicts.add(fresh);
        }
        return verdicts;
    }

    private @Nullable Verdict judge(Watched watched, Period period, @Nullable Verdict before, long now) {
        boolean stale = now > watched.staleAt();
        long asOf = stale && before != null && before.value() != null && !period.isNaturalDay() ? before.to() : now;
        Hours hours = Hours.at(asOf, standard.edition().zone());
        Verdict fresh = measured(watched, period, hours);
        if (fresh == null) return null;
        // A natural day that is complete stays true; all else is no longer known once the series is silent.
        if (stale && (!period.isNaturalDay() || fresh.status() == Status.INSUFFICIENT)) {
            fresh = with(fresh.value() == null && before != null ? before : fresh, Status.STALE);
        }
        return dated(fresh, before, period, watched, now);
    }

    private @Nullable Verdict measured(Watched watched, Period period, Hours hours) {
        Averages averages = new Averages(watched, standard.edition());
        if (!period.isNaturalDay()) {
            return verdict(watched, averages, period, averages.over(period, hours.end(), hours.end()));
        }
        Verdict today = verdict(watched, averages, period, averages.over(period, hours.today(), hours.end()));
        if (today != null && today.status() != Status.INSUFFICIENT) return today;
        Verdict past = verdict(watched, averages, period, averages.over(period, hours.yesterday(), hours.today()));
        if (today == null || (past != null && past.status() != Status.INSUFFICIENT)) return past;
        return today;
    }

    private @Nullable Verdict verdict(Watched watched, Averages averages, Period period, Average average) {
        Optional<Limit> row = standard.limit(watched.series().quantity(), period, average.date());
        Double limit = row.isEmpty() ? null : row.get().byClass().get(classId);
        if (limit == null) return null;
        boolean enough = averages.isEnough(period, average, limit);
        return new Verdict(
                watched.series().venueId(),
                standard.edition().id(),
                row.get().clauseOf(classId),
                watched.series().quantity(),
                period.id(),
                enough ? average.value() : null,
                limit,
                enough ? standard.compare(average.value(), limit) : Status.INSUFFICIENT,
                average.share(),
                average.to(),
                watched.series().id(),
                average.from(),
                average.to(),
                false);
    }

    /** Adds since when the status holds and whether the same window was judged otherwise before. */
    private static Verdict dated(Verdict fresh, @Nullable Verdict before, Period period, Watched watched, long now) {
        boolean stale = fresh.status() == Status.STALE;
        if (before == null) return since(fresh, stale ? now : fresh.to(), false);
        boolean sameWindow = fresh.from() == before.from() && fresh.to() == before.to();
        boolean differs =
                !Objects.equals(fresh.value(), before.value()) || fresh.completeness() != before.completeness();
        boolean revised = sameWindow && (before.revised() || differs);
        if (fresh.status() == before.status()) return since(fresh, before.since(), revised);
        if (stale) return since(fresh, period.isNaturalDay() ? now : watched.silentSince(now), revised);
        boolean closed = fresh.to() > before.to() && before.status() != Status.STALE;
        return since(fresh, closed ? fresh.to() : now, revised);
    }

    private String key(Watched watched, Period period) {
        return standard.edition().id() + "/" + period.id() + "/"
                + watched.series().id();
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
                v.standard(),
                v.clause(),
                v.quantity(),
                v.period(),
                v.value(),
                v.limit(),
                status,
                v.completeness(),
                since,
                v.seriesId(),
                v.from(),
                v.to(),
                revised);
    }
}
