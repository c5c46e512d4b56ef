package ridgeline.standard;

import org.jspecify.annotations.Nullable;

/**
 * That a standard judges a place, and how.
 *
 * @param classId the class it is judged by, empty for an index
 * @param warnShare from which share of a limit on a value is a warning
 * @param profile who chose so, null when no profile did
 */
public record Choice(
        String classId, double warnShare, @Nullable String profile) {}
