/**
 * The words of the site as pure values: venues, sensors, series, readings, verdicts. No threads, no libraries, knows nobody.
 *
 * <p>Anyone may use them. Times are UTC epoch milliseconds ({@code t}); units are the quantity's canonical ones.
 */
@NullMarked
package ridgeline.domain;

import org.jspecify.annotations.NullMarked;
