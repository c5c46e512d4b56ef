package ridgeline.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Site;

/**
 * What a configuration folder holds.
 *
 * @param settings null when {@code kiosk.yaml} has a problem of its own
 * @param site null when {@code sensors.yaml} has a problem of its own
 * @param problems of every file, file by file in the order of their text
 */
public record Loaded(@Nullable Settings settings, @Nullable Site site, List<Problem> problems) {
    public Loaded {
        problems = List.copyOf(problems);
    }

    public boolean isGood() {
        return problems.isEmpty();
    }
}
