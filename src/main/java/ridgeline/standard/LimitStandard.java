package ridgeline.standard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Bound;
import ridgeline.domain.Certainty;
import ridgeline.domain.Quantity;
import ridgeline.domain.Rule;

/**
 * A standard that sets limits per class of place.
 *
 * @param judgedClass the class judged when neither profile nor place chooses one; null judges only what they choose
 * @param warnShare from which share of a limit on a value is a warning, for example 0.8; 1 warns of nothing
 * @param sectionClause where it says that the classes grade a river section, best first; null when they do not
 * @param stages one after the other; a standard without stages has one that is open at both ends
 */
public record LimitStandard(
        Edition edition,
        @Nullable String judgedClass,
        double warnShare,
        @Nullable String sectionClause,
        List<Stage> stages) {
    public LimitStandard {
        stages = List.copyOf(stages);
    }

    /**
     * A part of the time in force with its own table.
     *
     * @param classes in the order of the file, from strict to loose where they grade
     */
    public record Stage(
            String id, @Nullable LocalDate from, @Nullable LocalDate to, List<String> classes, List<Limit> limits) {
        public Stage {
            classes = List.copyOf(classes);
            limits = List.copyOf(limits);
        }
    }

    /**
     * One row of the table.
     *
     * @param byClass class id to what meets the standard, in the quantity's unit; a class that is not in it has no limit
     * @param warn class id to what needs no warning, where the row says so itself
     * @param saturation class id to the share of saturation (%) that meets it as well, for dissolved oxygen
     * @param months in which it holds, 1 to 12; all when empty
     * @param clause where it stands; {@code {class}} is replaced by the class
     */
    public record Limit(
            Quantity quantity,
            Period period,
            Map<String, Bound> byClass,
            Map<String, Bound> warn,
            Map<String, Double> saturation,
            Set<Integer> months,
            String clause,
            Certainty certainty) {
        public Limit {
            byClass = Map.copyOf(byClass);
            warn = Map.copyOf(warn);
            saturation = Map.copyOf(saturation);
            months = Set.copyOf(months);
        }

        public String clauseOf(String classId) {
            return clause.replace("{class}", classId);
        }
    }

    /** The same figures at any time: what lies outside the time in force is held to the stage nearest to it. */
    LimitStandard undated() {
        List<Stage> open = new ArrayList<>(stages);
        for (int i = 0; i < open.size(); i++) {
            Stage stage = open.get(i);
            LocalDate from = i == 0 ? null : stage.from();
            LocalDate to = i == open.size() - 1 ? null : stage.to();
            open.set(i, new Stage(stage.id(), from, to, stage.classes(), stage.limits()));
        }
        return new LimitStandard(edition.undated(), judgedClass, warnShare, sectionClause, open);
    }

    /** The stage that held at an instant. */
    public Optional<Stage> stage(long t) {
        if (!edition.isInForce(t)) return Optional.empty();
        return stages.stream()
                .filter(stage -> edition.holds(stage.from(), stage.to(), t))
                .findFirst();
    }

    /** The row that held at an instant. */
    public Optional<Limit> limit(Quantity quantity, Period period, long t) {
        Optional<Stage> stage = stage(t);
        if (stage.isEmpty()) return Optional.empty();
        int month = Instant.ofEpochMilli(t).atZone(edition.zone()).getMonthValue();
        return stage.get().limits().stream()
                .filter(limit -> limit.quantity() == quantity && limit.period() == period)
                .filter(limit -> limit.months().isEmpty() || limit.months().contains(month))
                .findFirst();
    }

    /** What a class of place is held to at an instant; empty when there is no limit for it. */
    public Optional<Rule> rule(Quantity quantity, Period period, Choice choice, long t) {
        return limit(quantity, period, t).flatMap(limit -> {
            Bound bound = limit.byClass().get(choice.classId());
            if (bound == null) return Optional.empty();
            Bound warn = limit.warn().get(choice.classId());
            return Optional.of(new Rule(
                    edition.id(),
                    choice.classId(),
                    choice.profile(),
                    limit.clauseOf(choice.classId()),
                    limit.certainty(),
                    edition.advisory(),
                    quantity,
                    period.id(),
                    bound,
                    warn != null ? warn : share(bound, choice.warnShare())));
        });
    }

    /** A range is warned of only where the file says how. */
    private static Bound share(Bound bound, double share) {
        if (share >= 1 || share <= 0) return Bound.OPEN;
        Double min = bound.min();
        Double max = bound.max();
        if (min == null && max != null && max > 0) return Bound.upTo(max * share);
        if (max == null && min != null && min > 0) return Bound.atLeast(min / share);
        return Bound.OPEN;
    }

    /** The periods over which a quantity is limited in any stage. */
    List<Period> periods(Quantity quantity) {
        return stages.stream()
                .flatMap(stage -> stage.limits().stream())
                .filter(limit -> limit.quantity() == quantity)
                .map(Limit::period)
                .distinct()
                .sorted()
                .toList();
    }
}
