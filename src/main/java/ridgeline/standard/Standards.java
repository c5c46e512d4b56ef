package ridgeline.standard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.AirIndex;
import ridgeline.domain.Bound;
import ridgeline.domain.Certainty;
import ridgeline.domain.HourSum;
import ridgeline.domain.Quantity;
import ridgeline.standard.IndexStandard.Category;

/** All standards that were read. Which of them judges a value is decided by the date of the value. */
public record Standards(List<LimitStandard> limits, List<IndexStandard> indices, List<StagnationStandard> stagnations) {
    public Standards {
        limits = List.copyOf(limits);
        indices = List.copyOf(indices);
        stagnations = List.copyOf(stagnations);
    }

    /** Limits and indices, without anything that judges the weather. */
    public Standards(List<LimitStandard> limits, List<IndexStandard> indices) {
        this(limits, indices, List.of());
    }

    /**
     * A standard as people are shown it; {@code limits} is empty for an index, {@code categories} for limits, and both
     * for what judges the weather.
     */
    public record Sheet(Edition edition, List<Line> limits, List<Category> categories) {}

    /**
     * One limit of one class.
     *
     * @param months in which it holds, all when empty
     * @param from first day this value is in force, null when open
     * @param to last day, null when open
     */
    public record Line(
            Quantity quantity,
            Period period,
            String classId,
            Bound bound,
            List<Integer> months,
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
        Stream<Sheet> ofWeather =
                stagnations.stream().map(standard -> new Sheet(standard.edition(), List.of(), List.of()));
        return Stream.of(ofLimits, ofIndices, ofWeather)
                .flatMap(each -> each)
                .sorted(Comparator.comparing(sheet -> sheet.edition().id()))
                .toList();
    }

    /** Ids and families, as a profile may name them. */
    public List<String> names() {
        return editions()
                .flatMap(edition -> Stream.of(edition.family(), edition.id()))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Edition> editions() {
        return Stream.of(
                        limits.stream().map(LimitStandard::edition),
                        indices.stream().map(IndexStandard::edition),
                        stagnations.stream().map(StagnationStandard::edition))
                .flatMap(each -> each);
    }

    /** The classes that any edition of a standard or family knows. */
    public List<String> classes(String name) {
        return limits.stream()
                .filter(each -> each.edition().isCalled(name))
                .flatMap(each -> each.stages().stream())
                .flatMap(stage -> stage.classes().stream())
                .distinct()
                .toList();
    }

    public boolean hasClass(String name, String classId) {
        return classes(name).contains(classId);
    }

    /** The quantities that any of them judges. */
    public Set<Quantity> quantities() {
        Set<Quantity> judged = EnumSet.noneOf(Quantity.class);
        limits.forEach(standard -> lines(standard).forEach(line -> judged.add(line.quantity())));
        indices.forEach(standard -> judged.addAll(standard.quantities()));
        stagnations.forEach(standard -> judged.addAll(standard.quantities()));
        if (judged.contains(Quantity.WIND_CHILL)) judged.addAll(List.of(Quantity.TEMPERATURE, Quantity.WIND_SPEED));
        if (judged.contains(Quantity.DISSOLVED_OXYGEN)) judged.add(Quantity.WATER_TEMPERATURE);
        return Collections.unmodifiableSet(judged);
    }

    /** The quantities with limits on minutes, and what wind chill is made of where that is limited. */
    public Set<Quantity> briskQuantities() {
        Set<Quantity> brisk = EnumSet.noneOf(Quantity.class);
        for (LimitStandard standard : limits) {
            for (Line line : lines(standard)) {
                if (line.period().kind() == Period.Kind.MINUTES) brisk.add(line.quantity());
            }
        }
        if (brisk.contains(Quantity.WIND_CHILL)) brisk.addAll(List.of(Quantity.TEMPERATURE, Quantity.WIND_SPEED));
        return brisk;
    }

    /**
     * The indices that stood at an instant of the past.
     *
     * @param sums hours of air stations from the start of the day before on; later ones than the instant do no harm
     */
    public List<AirIndex> indicesAt(long at, List<HourSum> sums, Judge.Ground ground) {
        Judge judge = new Judge(new Standards(List.of(), indices), ground, Past.NOTHING);
        judge.restore(
                sums.stream().filter(sum -> sum.hour() < HourRing.hourOf(at)).toList(), List.of());
        judge.judge(at);
        return judge.indices();
    }

    private static List<Line> lines(LimitStandard standard) {
        List<Line> lines = new ArrayList<>();
        for (LimitStandard.Stage stage : standard.stages()) {
            LocalDate from = stage.from() == null ? standard.edition().from() : stage.from();
            LocalDate to = stage.to() == null ? standard.edition().to() : stage.to();
            for (LimitStandard.Limit limit : stage.limits()) {
                for (String classId : stage.classes()) {
                    Bound bound = limit.byClass().get(classId);
                    if (bound != null) lines.add(line(limit, classId, bound, from, to));
                }
            }
        }
        return lines;
    }

    private static Line line(
            LimitStandard.Limit limit, String classId, Bound bound, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Line(
                limit.quantity(),
                limit.period(),
                classId,
                bound,
                limit.months().stream().sorted().toList(),
                limit.clauseOf(classId),
                limit.certainty(),
                from,
                to);
    }
}
