package ridgeline.flow;

import org.jspecify.annotations.Nullable;

/**
 * How the line is doing, for the health page.
 *
 * @param problem why nothing can be stored, null when all is well
 * @param since when that began or ended (epoch ms)
 */
public record LineStatus(@Nullable String problem, long since) {
    public boolean isGood() {
        return problem == null;
    }
}
