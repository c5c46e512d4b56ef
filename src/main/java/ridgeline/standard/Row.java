package ridgeline.standard;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Averages of one place and time, as a table has them.
 *
 * @param t epoch milliseconds
 * @param wholeDay whether the time names a day and no time of it
 * @param values by the name of the column, in the quantity's unit; what is missing is not in it
 */
public record Row(long t, boolean wholeDay, Map<String, Double> values) {
    /** The first of these columns that has a value; null when none has. */
    @Nullable
    Double first(List<String> columns) {
        for (String column : columns) {
            Double value = values.get(column);
            if (value != null) return value;
        }
        return null;
    }
}
