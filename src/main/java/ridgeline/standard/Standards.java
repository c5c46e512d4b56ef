package ridgeline.standard;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.AirIndex;
import ridgeline.domain.HourSum;
import ridgeline.domain.Quantity;
import ridgeline.domain.Series;
import ridgeline.standard.Edition.Certainty;
import ridgeline.standard.IndexStandard.Category;

/** All standards that were read. Which of them judges a value is decided by the date of the value. */
public record Standards(List<LimitStandard> limits, List<IndexStandard> indices) {
    public Standards {
        limits = List.copyOf(limits);
        indices = List.copyOf(indices);
    }

    /** A standard as people are shown it; {@code limits} is empty for an index and {@code categories} for limits. */
    public record Sheet(Edition edition, List<Line> limits, List<Category> categories) {}

    /**
     * One limit of one class.
     *
     * @param from first day this value is in force, null when open
     * @param to last day, null when open
     */
    public record Line(
            Quantity quantity,
            Period period,
            String classId,
            double limit,
            String clause,
            Certainty certainty,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** By id. */
    public List<Sheet> sheets() {
        Stream<Sheet> ofLimits =
                limits.stream().map(standard -> new Sheet(standard.edition(), lines(standard), List.of()));
        Stream<Sheet> ofIndices =
                indices.stream().map(standard -> new Sheet(standard.edition(), List.of(), standard.categories()));
        return Stream.concat(ofLimits, ofIndices)
                .sorted(Comparator.comparing(sheet -> sheet.edition().id()))
                .toList();
    }

    /** The quantities that any of them judges. */
    public Set<Quantity> quantities() {
        Set<Quantity> judged = EnumSet.noneOf(Quantity.class);
        limits.forEach(standard -> lines(standard).forEach(line -> judged.add(line.quantity())));
        indices.forEach(standard -> judged.addAll(standard.quantities()));
        return Collections.unmodifiableSet(judged);
    }

    /**
     * The indices that stood at an instant of the past.
     *
     * @param sums hours of air stations from the start of the day before on; later ones than the instant do no harm
     * @param every the expected interval of a series, empty when it is not known
     */
    public List<AirIndex> indicesAt(long at, List<HourSum> sums, Function<Series, Optional<Duration>> every) {
        Judge judge = new Judge(new Standards(List.of(), indices), every);
        judge.restore(
                sums.stream().filter(sum -> sum.hour() < HourRing.hourOf(at)).toList());
        judge.judge(at);
        return judge.indices();
    }

    private static List<Line> lines(LimitStandard standard) {
        List<Line> lines = new ArrayList<>();
        for (LimitStandard.Stage stage : standard.stages()) {
            LocalDate from = stage.from() == null ? standard.edition().from() : stage.from();
            LocalDate to = stage.to() == null ? standard.edition().to() : stage.to();
            for (LimitStandard.Limit limit : stage.limits()) {
                limit.byClass().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new Line(
                                limit.quantity(),
                                limit.period(),
                                entry.getKey(),
                                entry.getValue(),
                                limit.clauseOf(entry.getKey()),
                                limit.certainty(),
                                from,
                                to))
                        .forEach(lines::add);
            }
        }
        return lines;
    }
}
