/**
 * The SQLite file: readings, rollups, ledger, verdicts and quarantine. The only package that knows JDBC.
 *
 * <p>One writing connection confined to the writer lane ({@link ridgeline.store.ReadingLog}), one reading connection confined to
 * the reader lane ({@link ridgeline.store.History}). WAL with {@code synchronous=FULL}: in simulated power cuts it lost no
 * acknowledged row, {@code NORMAL} lost hundreds. Any failure of a commit closes the connection and opens a new one: after a
 * failed fsync or a full disk neither the connection nor what it holds in memory can be trusted.
 */
@NullMarked
package ridgeline.store;

import org.jspecify.annotations.NullMarked;
