package ridgeline.standard;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.domain.Words;

/**
 * A standard that turns averages into an air quality index. Pure.
 *
 * @param columns breakpoint tables by id, for example {@code so2_1h}
 * @param inputs which averages the index of a period takes; the keys are {@link Period#HOUR} and {@link Period#DAY}
 * @param missing what becomes of the index while a pollutant is missing
 * @param primaryAbove the index over which there are primary pollutants
 * @param clauses where the index of each period is defined
 * @param categories from good to worst
 */
public record IndexStandard(
        Edition edition,
        Map<String, Breakpoints> columns,
        Map<Period, List<Input>> inputs,
        Missing missing,
        int primaryAbove,
        Map<Period, String> clauses,
        List<Category> categories) {
    public IndexStandard {
        columns = Map.copyOf(columns);
        inputs = Map.copyOf(inputs);
        clauses = Map.copyOf(clauses);
        categories = List.copyOf(categories);
    }

    /**
     * One average that enters the index.
     *
     * @param fallback whether it counts only when another average of the quantity is over the end of its column
     */
    public record Input(Quantity quantity, Period average, String column, boolean fallback) {}

    /**
     * @param publishAbove the index is then only given when it is over this; null gives it always
     * @param mayLack pollutants that are not asked for while they have no index: those the plan does not monitor
     */
    public record Missing(@Nullable Integer publishAbove, Set<Quantity> mayLack) {
        public static final Missing ALLOWED = new Missing(null, Set.of());

        public Missing {
            mayLack = Set.copyOf(mayLack);
        }
    }

    /**
     * @param upTo highest index of the category; {@link #OPEN} in the last when indices have no end
     * @param colour {@code #RRGGBB}
     * @param effect what such air does to people, null when the file does not say
     * @param advice what people had better do, null when the file does not say
     */
    public record Category(
            String id,
            int level,
            Words name,
            int upTo,
            String colour,
            @Nullable Words effect,
            @Nullable Words advice) {
        public static final int OPEN = Integer.MAX_VALUE;
    }

    /**
     * @param aqi null when none may be given
     * @param primary in the order of {@link Quantity}
     * @param completeness share of the pollutants asked for that have an individual index
     */
    public record Outcome(
            @Nullable Integer aqi,
            @Nullable Category category,
            List<Quantity> primary,
            Map<Quantity, Integer> iaqi,
            double completeness) {
        public Outcome {
            primary = List.copyOf(primary);
            iaqi = Map.copyOf(iaqi);
        }
    }

    /** The individual index of a value by one column; empty where the column begins later or ends without saying more. */
    public OptionalInt iaqi(String column, double value) {
        return column(column).iaqi(value);
    }

    /** @throws IllegalArgumentException when there is no such column */
    Breakpoints column(String id) {
        Breakpoints table = columns.get(id);
        if (table == null) throw new IllegalArgumentException("no column " + id + " in " + edition.id());
        return table;
    }

    /** The quantities that enter an index. */
    Set<Quantity> quantities() {
        return inputs.values().stream()
                .flatMap(List::stream)
                .map(Input::quantity)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The index of one hour or day.
     *
     * @param period {@link Period#HOUR} or {@link Period#DAY}
     * @param averages the valid average of an input in the quantity's unit, empty when there is none
     */
    public Outcome aqi(Period period, Function<Input, OptionalDouble> averages) {
        List<Input> asked = inputs.getOrDefault(period, List.of());
        Map<Quantity, List<Input>> byQuantity = asked.stream()
                .collect(Collectors.groupingBy(
                        Input::quantity, () -> new EnumMap<>(Quantity.class), Collectors.toList()));
        Map<Quantity, Integer> iaqi = new EnumMap<>(Quantity.class);
        int count = 0;
        boolean beyond = false;
        for (Map.Entry<Quantity, List<Input>> entry : byQuantity.entrySet()) {
            int highest = highest(entry.getValue(), averages);
            if (highest >= 0) iaqi.put(entry.getKey(), highest);
            if (highest != Breakpoints.BELOW || !missing.mayLack().contains(entry.getKey())) count++;
            beyond |= highest == Breakpoints.BEYOND;
        }
        return outcome(iaqi, count, beyond);
    }

    /**
     * The highest index of one quantity. {@link Breakpoints#BELOW} without any average that counts,
     * {@link Breakpoints#BEYOND} when there is one but no column reaches it.
     */
    private int highest(List<Input> inputs, Function<Input, OptionalDouble> averages) {
        int highest = Breakpoints.BELOW;
        boolean over = false;
        for (boolean fallback : new boolean[] {false, true}) {
            if (fallback && !over) break;
            for (Input input : inputs) {
                if (input.fallback() != fallback) continue;
                OptionalDouble average = averages.apply(input);
                if (average.isEmpty()) continue;
                Breakpoints column = column(input.column());
                highest = Math.max(highest, column.index(average.getAsDouble()));
                over |= column.isOver(average.getAsDouble());
            }
        }
        return highest;
    }

    /** Beyond every table nothing smaller may be given instead: then there is no index at all. */
    private Outcome outcome(Map<Quantity, Integer> iaqi, int asked, boolean beyond) {
        double completeness = asked == 0 ? 0 : (double) iaqi.size() / asked;
        if (iaqi.isEmpty() || beyond) return new Outcome(null, null, List.of(), iaqi, completeness);
        int aqi = Collections.max(iaqi.values());
        Integer publishAbove = missing.publishAbove();
        if (iaqi.size() < asked && publishAbove != null && aqi <= publishAbove)
            return new Outcome(null, null, List.of(), iaqi, completeness);
        List<Quantity> primary = aqi <= primaryAbove
                ? List.of()
                : iaqi.keySet().stream()
                        .filter(quantity -> iaqi.getOrDefault(quantity, 0) == aqi)
                        .toList();
        return new Outcome(aqi, category(aqi), primary, iaqi, completeness);
    }

    /** @throws IllegalStateException when the categories end below the index, which the reader of the file forbids */
    public Category category(int aqi) {
        return categories.stream()
                .filter(category -> aqi <= category.upTo())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(edition.id() + " has no category for " + aqi));
    }
}
