package ridgeline.standard;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Bound;
import ridgeline.domain.Quantity;
import ridgeline.domain.SectionClass.Factor;
import ridgeline.domain.Status;
import ridgeline.standard.LimitStandard.Limit;
import ridgeline.standard.LimitStandard.Stage;

/** Grades the factors of a river section over one window: each has the first class whose bound it keeps. */
final class FactorClasses {
    /** Beyond the last class. */
    static final String WORSE = "worse";

    /**
     * By custom these have no times over the limit (环办〔2011〕22号; unverified): a range, a lower bound, and what has no
     * class.
     */
    private static final Set<Quantity> WITHOUT_EXCESS =
            EnumSet.of(Quantity.PH, Quantity.DISSOLVED_OXYGEN, Quantity.WATER_TEMPERATURE);

    private static final Comparator<Ranked> WORST_FIRST = Comparator.comparingInt(Ranked::rank)
            .thenComparingDouble(Ranked::times)
            .reversed()
            .thenComparing(ranked -> ranked.factor().quantity())
            .thenComparing(ranked -> ranked.factor().seriesId());

    private final LimitStandard standard;
    private final Past past;
    private final Saturation saturation;

    FactorClasses(LimitStandard standard, Past past, Saturation saturation) {
        this.standard = standard;
        this.past = past;
        this.saturation = saturation;
    }

    /**
     * @param factors the worst first
     * @param missing series of the quantities that have no valid mean
     */
    record Graded(List<Factor> factors, List<Watched> missing, double completeness) {
        /** The class of the worst factor, null without any. */
        @Nullable
        String reached() {
            return factors.isEmpty() ? null : factors.get(0).reached();
        }

        /** What is measured but not known may be the worst: without it a section fails, but never passes. */
        Status status() {
            if (!factors.isEmpty() && !factors.get(0).meetsTarget()) return Status.EXCEED;
            return missing.isEmpty() ? Status.PASS : Status.INSUFFICIENT;
        }
    }

    /** @param rank of its class, that of {@link #WORSE} being the highest */
    private record Ranked(int rank, Factor factor) {
        double times() {
            return factor.excess() == null ? 0 : factor.excess();
        }
    }

    /**
     * @param series of one venue
     * @param stage that holds at the end of the window
     * @param target one of its classes
     * @return null when nothing is measured that has a class
     */
    @Nullable
    Graded over(Collection<Watched> series, Stage stage, String target, Period period, Window window) {
        Set<Quantity> measured = EnumSet.noneOf(Quantity.class);
        Map<Quantity, Ranked> worst = new EnumMap<>(Quantity.class);
        for (Watched watched : series) {
            Quantity quantity = watched.series().quantity();
            Limit limit = standard.limit(quantity, period, window.date()).orElse(null);
            if (limit == null) continue;
            measured.add(quantity);
            Ranked ranked = grade(watched, limit, stage.classes(), target, window);
            if (ranked == null) continue;
            worst.merge(quantity, ranked, (one, other) -> WORST_FIRST.compare(one, other) <= 0 ? one : other);
        }
        if (measured.isEmpty()) return null;
        List<Factor> factors =
                worst.values().stream().sorted(WORST_FIRST).map(Ranked::factor).toList();
        List<Watched> missing = series.stream()
                .filter(each -> measured.contains(each.series().quantity())
                        && !worst.containsKey(each.series().quantity()))
                .toList();
        return new Graded(factors, missing, (double) factors.size() / measured.size());
    }

    private @Nullable Ranked grade(Watched watched, Limit limit, List<String> classes, String target, Window window) {
        Averages averages = new Averages(watched, standard.edition(), past);
        Average average = averages.over(limit.period(), window);
        Bound asked = limit.byClass().getOrDefault(target, Bound.OPEN);
        if (!averages.isEnough(limit.period(), average, asked)) return null;
        int rank = 0;
        while (rank < classes.size() && !keeps(watched, limit, classes.get(rank), average)) rank++;
        boolean meets = rank <= classes.indexOf(target);
        boolean counted = !meets && !WITHOUT_EXCESS.contains(limit.quantity());
        Factor factor = new Factor(
                limit.quantity(),
                watched.series().id(),
                average.value(),
                rank < classes.size() ? classes.get(rank) : WORSE,
                meets,
                counted ? asked.excess(average.value()) : null);
        return new Ranked(rank, factor);
    }

    /** A class without a figure for the quantity asks nothing of it. */
    private boolean keeps(Watched watched, Limit limit, String classId, Average average) {
        Bound bound = limit.byClass().get(classId);
        if (bound == null || bound.holds(average.value())) return true;
        Double share = limit.saturation().get(classId);
        return share != null && saturation.isReached(watched, limit.period(), average, share);
    }
}
