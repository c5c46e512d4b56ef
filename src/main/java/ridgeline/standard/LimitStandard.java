package ridgeline.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.domain.Status;
import ridgeline.standard.Edition.Certainty;

/**
 * A standard that sets limits per class of place.
 *
 * @param judgedClass the class judged when nobody chooses another
 * @param warnShare from which share of a limit on a value is a warning, for example 0.8
 * @param stages one after the other; a standard without stages has one that is open at both ends
 */
public record LimitStandard(Edition edition, String judgedClass, double warnShare, List<Stage> stages) {
    public LimitStandard {
        stages = List.copyOf(stages);
    }

    /** A part of the time in force with its own table. */
    public record Stage(
            String id, @Nullable LocalDate from, @Nullable LocalDate to, List<Limit> limits) {
        public Stage {
            limits = List.copyOf(limits);
        }
    }

    /**
     * One row of the table.
     *
     * @param byClass class id to the highest value that still meets the standard, in the quantity's unit
     * @param clause where it stands; {@code {class}} is replaced by the class
     */
    public record Limit(
            Quantity quantity, Period period, Map<String, Double> byClass, String clause, Certainty certainty) {
        public Limit {
            byClass = Map.copyOf(byClass);
        }

        public String clauseOf(String classId) {
            return clause.replace("{class}", classId);
        }
    }

    /** The row that held at an instant. */
    public Optional<Limit> limit(Quantity quantity, Period period, long t) {
        if (!edition.isInForce(t)) return Optional.empty();
        return stages.stream()
                .filter(stage -> edition.holds(stage.from(), stage.to(), t))
                .flatMap(stage -> stage.limits().stream())
                .filter(limit -> limit.quantity() == quantity && limit.period() == period)
                .findFirst();
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

    /**
     * How a complete mean stands against a limit. The whole value is compared, without rounding it first, which is
     * the custom where a standard names no rounding. Millionths are compared, so that binary noise decides nothing.
     */
    public Status compare(double value, double limit) {
        long millionths = Math.round(value * 1e6);
        if (millionths > Math.round(limit * 1e6)) return Status.EXCEED;
        return millionths > Math.round(limit * warnShare * 1e6) ? Status.WARN : Status.PASS;
    }
}
