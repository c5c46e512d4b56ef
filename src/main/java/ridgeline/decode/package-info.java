/**
 * Payload bytes to readings, by configuration alone. Pure: no threads, no clock; bad input is a value, never an exception.
 *
 * <p>Used by flow (live messages), cli ({@code try}) and the demo's tests. The only package that parses payloads; what is
 * configured once (places, conditions, times) is compiled once into a plan, since this is the hottest path after the disk.
 * Plain JSON is read in one streaming pass; every other {@code Form} makes a bounded tree in which places are looked up, so
 * that conditions, times, units and names work alike in all formats.
 */
@NullMarked
package ridgeline.decode;

import org.jspecify.annotations.NullMarked;
