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
 * @param publishAbove with a pollutant missing, the index is only given when it is over this; null gives it always
 * @param primaryAbove the index over which there are primary pollutants
 * @param clauses where the index of each period is defined
 * @param categories from good to worst
 */
public record IndexStandard(
        Edition edition,
        Map<String, Breakpoints> columns,
        Map<Period, List<Input>> inputs,
        @Nullable Integer publishAbove,
        int primaryAbove,
        Map<Period, String> clauses,
        List<Category> categories) {
    private static final int BEYOND = -1;

    public IndexStandard {
        columns = Map.copyOf(columns);
        inputs = Map.copyOf(inputs);
        clauses = Map.copyOf(clauses);
        categories = List.copyOf(categories);
    }

    /**
     * One average that enters the index.
     *
     * @param fallback whether it counts only when the quantity's other averages are beyond their tables
     */
    public record Input(Quantity quantity, Period average, String column, boolean fallback) {}

    /**
     * @param upTo highest index of the category
     * @param colour {@code #RRGGBB}
     */
    public record Category(String id, int level, Words name, int upTo, String colour) {}

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

    /** The individual index of a value by one column; empty beyond a table that ends before 500 without saying more. */
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
        boolean beyond = false;
        for (Map.Entry<Quantity, List<Input>> entry : byQuantity.entrySet()) {
            OptionalInt highest = highest(entry.getValue(), averages);
            if (highest.isEmpty()) continue;
            if (highest.getAsInt() == BEYOND) beyond = true;
            else iaqi.put(entry.getKey(), highest.getAsInt());
        }
        return outcome(iaqi, byQuantity.size(), beyond);
    }

    /** Empty without any average, {@link #BEYOND} when there is one but no table reaches it. */
    private OptionalInt highest(List<Input> inputs, Function<Input, OptionalDouble> averages) {
        OptionalInt highest = OptionalInt.empty();
        for (boolean fallback : new boolean[] {false, true}) {
            if (fallback && (highest.isEmpty() || highest.getAsInt() != BEYOND)) break;
            for (Input input : inputs) {
                if (input.fallback() != fallback) continue;
                OptionalDouble average = averages.apply(input);
                if (average.isEmpty()) continue;
                int index = iaqi(input.column(), average.getAsDouble()).orElse(BEYOND);
                highest = OptionalInt.of(Math.max(index, highest.orElse(BEYOND)));
            }
        }
        return highest;
    }

    /** Beyond every table nothing smaller may be given instead: then there is no index at all. */
    private Outcome outcome(Map<Quantity, Integer> iaqi, int asked, boolean beyond) {
        double completeness = asked == 0 ? 0 : (double) iaqi.size() / asked;
        if (iaqi.isEmpty() || beyond) return new Outcome(null, null, List.of(), iaqi, completeness);
        int aqi = Collections.max(iaqi.values());
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
