/**
 * The composition root: opens the parts in order, the feed last, and closes them in reverse.
 *
 * <p>Used by cli and tests. It reads like a start-up checklist; no container hides the order.
 */
@NullMarked
package ridgeline.kiosk;

import org.jspecify.annotations.NullMarked;
