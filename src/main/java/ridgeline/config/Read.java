package ridgeline.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading one file gave: the value, or why there is none.
 *
 * @param value null exactly when there are problems
 * @param problems in the order of the file
 */
public record Read<T>(@Nullable T value, List<Problem> problems) {
    public Read {
        problems = List.copyOf(problems);
    }

    static <T> Read<T> of(T value, Problems problems) {
        return new Read<>(problems.isEmpty() ? value : null, problems.list());
    }
}
