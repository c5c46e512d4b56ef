/**
 * The standards as data: editions, limits, indices, signs of stagnation, the profiles that choose among them, and what a
 * plain table of averages comes to by them.
 *
 * <p>Anyone may read them; {@code config} makes them, {@code judge} applies them to what sensors say. No I/O, no clock, no
 * library.
 *
 * <p>Why figures are files: editions change by law on a date, so every number with its clause stands in {@code
 * config/standards} and the code holds only what a figure means.
 */
@NullMarked
package ridgeline.standard;

import org.jspecify.annotations.NullMarked;
