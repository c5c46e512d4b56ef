package ridgeline.domain;

import java.util.Set;

/**
 * A condition on a message or on one of its elements.
 *
 * @param at the place or column that is looked at, or {@code {name}} for what the topic captured
 * @param values texts one of which must stand there; a number matches however it is written
 * @param orAbsent whether nothing at all, or null, will do as well
 */
public record Guard(String at, Set<String> values, boolean orAbsent) {
    public Guard {
        values = Set.copyOf(values);
    }
}
