/**
 * HTTP: the pages, the API, the live stream, health. The only package that knows Vert.x; opened by the root.
 *
 * <p>Everything here runs on one event loop; questions to the database go to the reader lane and come back as futures. Assets
 * are read from the class path into memory at start, so a request can name nothing that was not put there.
 */
@NullMarked
package ridgeline.web;

import org.jspecify.annotations.NullMarked;
