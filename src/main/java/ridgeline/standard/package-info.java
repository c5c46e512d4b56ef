/**
 * Judges readings by the standards: limits over averaging periods, and air quality indices.
 *
 * <p>The writer lane feeds and asks the {@link ridgeline.standard.Judge}; anyone may read the {@link
 * ridgeline.standard.Standards}. No I/O, no clock of its own, no library.
 *
 * <p>Why figures are files: editions change by law on a date, so the code holds averaging, completeness and
 * comparison, and every number with its clause stands in {@code config/standards}.
 */
@NullMarked
package ridgeline.standard;

import org.jspecify.annotations.NullMarked;
