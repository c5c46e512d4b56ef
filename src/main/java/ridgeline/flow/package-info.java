/**
 * The spine: wire → inbox → decode → judge → append → commit → acknowledge → show, in one class on one thread.
 *
 * <p>Made by the root alone. Why one method and not a pipeline of plug-ins: the order of the stages is the promise the product
 * makes, so it stands where it can be read in one go.
 */
@NullMarked
package ridgeline.flow;

import org.jspecify.annotations.NullMarked;
