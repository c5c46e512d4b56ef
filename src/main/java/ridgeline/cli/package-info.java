/**
 * The commands, one class each: they read options and files, call the parts and choose the exit code.
 *
 * <p>Called by Main alone. Exit codes: 0 good, 1 bad input, 2 bad usage, 70 unexpected.
 */
@NullMarked
package ridgeline.cli;

import org.jspecify.annotations.NullMarked;
