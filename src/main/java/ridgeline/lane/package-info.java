/**
 * Named single threads: work on one lane never overlaps, so state that only one lane touches needs no lock.
 *
 * <p>Used by whoever owns a thread (feed, flow, store, root). Why one class: a thread without a name and an owner cannot
 * be found in a thread dump.
 */
@NullMarked
package ridgeline.lane;

import org.jspecify.annotations.NullMarked;
