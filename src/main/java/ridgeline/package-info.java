/** Main reads the arguments, Kiosk opens the parts in order (the feed last) and closes them in reverse. */
@NullMarked
package ridgeline;

import org.jspecify.annotations.NullMarked;
