/**
 * Reads and checks the configuration folder: {@code kiosk.yaml} and {@code sensors.yaml} become records, or located problems.
 *
 * <p>The root, the web and the command line may call it; it knows the domain alone and has no threads.
 *
 * <p>Why YAML nodes and not object mapping: a person in the field must be told the file, line, column and field of
 * <em>every</em> mistake in one go, and no value may be coerced behind his back. Bad input is therefore a value
 * ({@link ridgeline.config.Problem}), never an exception.
 */
@NullMarked
package ridgeline.config;

import org.jspecify.annotations.NullMarked;
