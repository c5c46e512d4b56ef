package ridgeline.standard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.standard.IndexStandard.Category;
import ridgeline.standard.IndexStandard.Input;
import ridgeline.standard.IndexStandard.Outcome;

/** Gives each row its air quality index. */
final class RowIndex implements RowJudge {
    private final IndexStandard standard;
    private final Period period;
    private final @Nullable String language;
    private final Map<String, Quantity> reads = new LinkedHashMap<>();
    private final Map<Input, List<String>> columns = new LinkedHashMap<>();
    private final List<Quantity> quantities;

    RowIndex(IndexStandard standard, Period period, @Nullable String language, List<String> header) {
        this.standard = standard;
        this.period = period;
        this.language = language;
        List<Input> inputs = standard.inputs().getOrDefault(period, List.of());
        for (Input input : inputs) {
            List<String> present =
                    names(input, inputs).stream().filter(header::contains).toList();
            present.forEach(name -> reads.put(name, input.quantity()));
            columns.put(input, present);
        }
        quantities = inputs.stream().map(Input::quantity).distinct().sorted().toList();
    }

    /** Where the average may stand, the plainest name last. */
    private List<String> names(Input input, List<Input> inputs) {
        String quantity = input.quantity().id();
        List<String> names = new ArrayList<>();
        for (String id : ColumnName.idsOf(input.average(), input.quantity())) names.add(quantity + "_" + id);
        if (isPlain(input, inputs)) names.add(quantity);
        return names;
    }

    /**
     * Whether the column without an average in its name is this one. Of ozone that is the hour; of the others the mean over
     * the period of the index or else the average that the index takes first.
     */
    private boolean isPlain(Input input, List<Input> inputs) {
        if (input.fallback()) return false;
        if (input.quantity() == Quantity.O3) {
            return switch (input.average()) {
                case HOUR, NOWCAST, DAILY_MAX_HOUR -> true;
                default -> false;
            };
        }
        List<Input> rivals = inputs.stream()
                .filter(other -> other.quantity() == input.quantity() && !other.fallback())
                .toList();
        Input chosen = rivals.stream()
                .filter(other -> other.average() == period)
                .findFirst()
                .orElse(rivals.get(0));
        return input.equals(chosen);
    }

    @Override
    public Map<String, Quantity> reads() {
        return reads;
    }

    @Override
    public List<String> results() {
        List<String> names = new ArrayList<>();
        quantities.forEach(quantity -> names.add("iaqi_" + quantity.id()));
        names.addAll(List.of("aqi", "primary", "category"));
        return names;
    }

    @Override
    public List<String> judge(Row row) {
        Outcome outcome = standard.aqi(period, input -> {
            Double value = row.first(columns.getOrDefault(input, List.of()));
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
        });
        List<String> cells = new ArrayList<>();
        quantities.forEach(quantity -> cells.add(text(outcome.iaqi().get(quantity))));
        cells.add(text(outcome.aqi()));
        cells.add(outcome.primary().stream().map(Quantity::id).collect(Collectors.joining("+")));
        cells.add(word(outcome.category()));
        return cells;
    }

    private static String text(@Nullable Integer index) {
        return index == null ? "" : index.toString();
    }

    private String word(@Nullable Category category) {
        if (category == null) return "";
        return language == null ? category.id() : category.name().in(language);
    }

    @Override
    public String note() {
        return "";
    }
}
