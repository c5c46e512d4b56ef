/**
 * Payload bytes to readings, by configuration alone. Pure: no threads, no clock; bad input is a value, never an exception.
 *
 * <p>Used by flow (live messages), cli ({@code try}) and the demo's tests. The only package that parses payloads; what is
 * configured once (pointers, routes) is compiled once, since this is the hottest path after the disk.
 */
@NullMarked
package ridgeline.decode;

import org.jspecify.annotations.NullMarked;
