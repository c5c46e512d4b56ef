package ridgeline.domain;

import org.jspecify.annotations.Nullable;

/**
 * What storing a reading did to its series.
 *
 * @param reading what the series now holds at that instant
 * @param replaced what it held before: null for a new reading, otherwise this is a correction
 */
public record Change(Reading reading, @Nullable Reading replaced) {
    public boolean isCorrection() {
        return replaced != null;
    }
}
