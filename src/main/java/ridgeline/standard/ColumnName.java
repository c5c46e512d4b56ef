package ridgeline.standard;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;

/**
 * What a column's name says.
 *
 * @param average the id of the average behind the last underscore; null when the name is a quantity alone
 */
record ColumnName(Quantity quantity, @Nullable String average) {

    static Optional<ColumnName> of(String name) {
        Optional<Quantity> plain = Quantity.of(name);
        if (plain.isPresent()) return plain.map(quantity -> new ColumnName(quantity, null));
        int end = name.lastIndexOf('_');
        if (end < 0) return Optional.empty();
        String average = name.substring(end + 1);
        if (Period.of(average).isEmpty()) return Optional.empty();
        return Quantity.of(name.substring(0, end)).map(quantity -> new ColumnName(quantity, average));
    }

    /** The ids by which a column may call an average: its own, and the one that people write. */
    static List<String> idsOf(Period average, Quantity quantity) {
        return switch (average) {
            case DAILY_MAX_8H -> List.of("mda8", "8h");
            case DAILY_MAX_HOUR -> List.of("max1h", "1h");
            case SLIDING_DAY -> List.of("24h-sliding", "24h");
            case NOWCAST -> quantity == Quantity.O3 ? List.of("nowcast", "8h") : List.of("nowcast");
            default -> List.of(average.id());
        };
    }
}
