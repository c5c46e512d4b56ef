/**
 * The weather, air and water that simulated sensors measure: pure functions of place, time, scenario and seed.
 *
 * <p>Called by {@code ridgeline.demo} and tests. No state and no clock, so a moment may be asked for twice, or in any
 * order, and the past that is sent at start joins the live readings without a seam.
 */
@NullMarked
package ridgeline.demo.world;

import org.jspecify.annotations.NullMarked;
