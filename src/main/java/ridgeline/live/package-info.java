/**
 * What the screens show now: the newest reading per series and the verdicts in force. Plain Java, confined to the event loop.
 *
 * <p>Filled by the line's commits through the web server, read by it. Nothing here knows HTTP: what a screen sees is decided
 * without it.
 */
@NullMarked
package ridgeline.live;

import org.jspecify.annotations.NullMarked;
