package ridgeline.standard;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Bound;
import ridgeline.domain.Quantity;
import ridgeline.standard.LimitStandard.Limit;
import ridgeline.standard.LimitStandard.Stage;

/** Other figures for one row and class of a standard, in each of its stages and months. */
public record LimitEdit(Quantity quantity, Period period, String classId, End min, End max, End warnMin, End warnMax) {

    /**
     * One end of a bound.
     *
     * @param value in the quantity's unit; null takes the end away
     */
    public record End(boolean isGiven, @Nullable Double value) {
        /** An end that stays as it is. */
        public static final End KEPT = new End(false, null);

        @Nullable
        Double over(@Nullable Double before) {
            return isGiven ? value : before;
        }
    }

    /** The standard with these figures; empty when it has no such row. A lower end may come to lie above the upper one. */
    public Optional<LimitStandard> appliedTo(LimitStandard standard) {
        if (standard.stages().stream().noneMatch(this::isIn)) return Optional.empty();
        return Optional.of(new LimitStandard(
                standard.edition(),
                standard.judgedClass(),
                standard.warnShare(),
                standard.sectionClause(),
                standard.stages().stream().map(this::edited).toList()));
    }

    /** The first bound for which the edit would leave nothing between its ends; null when there is none. */
    public @Nullable Bound crossed(LimitStandard standard) {
        for (Stage stage : standard.stages()) {
            for (Limit limit : stage.limits()) {
                if (!isOf(stage, limit)) continue;
                Bound bound = edited(limit.byClass().get(classId), min, max);
                Double low = bound.min();
                Double high = bound.max();
                if (low != null && high != null && low > high) return bound;
            }
        }
        return null;
    }

    private boolean isIn(Stage stage) {
        return stage.limits().stream().anyMatch(limit -> isOf(stage, limit));
    }

    private boolean isOf(Stage stage, Limit limit) {
        return stage.classes().contains(classId) && limit.quantity() == quantity && limit.period() == period;
    }

    private Stage edited(Stage stage) {
        return new Stage(
                stage.id(),
                stage.from(),
                stage.to(),
                stage.classes(),
                stage.limits().stream()
                        .map(limit -> isOf(stage, limit) ? edited(limit) : limit)
                        .toList());
    }

    private Limit edited(Limit limit) {
        return new Limit(
                limit.quantity(),
                limit.period(),
                with(limit.byClass(), min, max),
                with(limit.warn(), warnMin, warnMax),
                limit.saturation(),
                limit.months(),
                limit.clause(),
                limit.certainty());
    }

    private Map<String, Bound> with(Map<String, Bound> byClass, End low, End high) {
        Map<String, Bound> edited = new HashMap<>(byClass);
        Bound bound = edited(byClass.get(classId), low, high);
        if (bound.isOpen()) edited.remove(classId);
        else edited.put(classId, bound);
        return edited;
    }

    private static Bound edited(@Nullable Bound before, End low, End high) {
        Bound bound = before == null ? Bound.OPEN : before;
        return new Bound(low.over(bound.min()), high.over(bound.max()));
    }
}
