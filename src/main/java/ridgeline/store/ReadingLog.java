package ridgeline.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Change;
import ridgeline.domain.DayMean;
import ridgeline.domain.Quality;
import ridgeline.domain.Reading;
import ridgeline.domain.Series;
import ridgeline.domain.Verdict;

/**
 * The one writer of the database. Confined to the writer lane. Everything between two {@link #commit}s is one transaction; after
 * a {@link StoreException} this object is spent: close it, open a new one and bring the whole batch again.
 */
public final class ReadingLog implements AutoCloseable {
    /** Readings stamped on arrival may be moved this far to keep two of one millisecond apart. */
    private static final long LONGEST_SHIFT = 60_000;

    private static final String NEW_SESSION = "session-new";

    final Connection connection;
    private final SeriesKeys keys;
    private final Rollups rollups;
    private final Ledger ledger;
    private final Quarantine quarantine;
    private final VerdictLog verdicts;
    private final Sums sums;
    private final SessionTable session;
    private final Retention retention;
    private final PreparedStatement insert;
    private final PreparedStatement find;
    private final PreparedStatement update;
    private final Map<Series, Long> lastArrival = new HashMap<>();

    private ReadingLog(Connection connection, Keep keep) throws SQLException {
        this.connection = connection;
        keys = new SeriesKeys(connection);
        rollups = new Rollups(connection, new Buckets(keep.zone()));
        ledger = new Ledger(connection, Ledger.PACKET_IDS);
        quarantine = new Quarantine(connection);
        verdicts = new VerdictLog(connection);
        sums = new Sums(connection);
        session = new SessionTable(connection);
        retention = new Retention(connection, keep);
        insert = connection.prepareStatement(
                "INSERT INTO reading (series, t, value, quality) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
        find = connection.prepareStatement("SELECT value, quality FROM reading WHERE series = ? AND t = ?");
        update = connection.prepareStatement("UPDATE reading SET value = ?, quality = ? WHERE series = ? AND t = ?");
    }

    public static ReadingLog open(Path database, Keep keep) {
        try {
            Connection connection = Database.openForWriting(database);
            try {
                ReadingLog log = new ReadingLog(connection, keep);
                connection.commit();
                return log;
            } catch (SQLException | RuntimeException failure) {
                Database.closeAfter(failure, connection);
                throw failure;
            }
        } catch (SQLException failure) {
            throw new StoreException("opening the database " + database, failure);
        }
    }

    /** A connection to the broker was made; a session that the broker lost is noted as an event. */
    public void opened(boolean sessionPresent, long t) {
        Attempt.attempt("noting the connection", () -> {
            if (!sessionPresent && session.hasEvent(t, NEW_SESSION)) return true;
            ledger.opened(sessionPresent);
            if (!sessionPresent) session.event(t, NEW_SESSION, "the broker holds no session of ours");
            return true;
        });
    }

    /** The coming batch may have been stored already: what a failed commit did is not known. */
    public void triesAgain() {
        ledger.triesAgain();
    }

    /**
     * Whether this message was committed before and came again. Must be asked once for each message, in order.
     *
     * @param marked whether the broker marks it as sent before
     */
    public boolean isRedelivered(int packetId, String topic, byte[] payload, boolean marked) {
        return ledger.isRedelivered(packetId, topic, payload, marked);
    }

    /** Stores a reading; null when the series already held exactly this. */
    public @Nullable Change put(Reading reading) {
        return Attempt.attempt("storing a reading of " + reading.series().id(), () -> change(reading));
    }

    private @Nullable Change change(Reading reading) throws SQLException {
        int key = keys.of(reading.series());
        Reading stored = reading.ownTime() ? reading : apart(reading);
        while (!insert(key, stored)) {
            if (reading.ownTime()) return replace(key, stored);
            stored = stored.at(stored.t() + 1);
            lastArrival.put(reading.series(), stored.t());
        }
        if (stored.quality().counts())
            rollups.add(
                    key, stored.t(), stored.value(), stored.series().quantity().averaging());
        return new Change(stored, null);
    }

    /** Two readings stamped on arrival in one millisecond are two readings: the second moves on by one. */
    private Reading apart(Reading reading) {
        Long before = lastArrival.get(reading.series());
        long t = reading.t();
        if (before != null && t <= before && before - t < LONGEST_SHIFT) t = before + 1;
        lastArrival.put(reading.series(), t);
        return t == reading.t() ? reading : reading.at(t);
    }

    private boolean insert(int key, Reading reading) throws SQLException {
        insert.setInt(1, key);
        insert.setLong(2, reading.t());
        insert.setDouble(3, reading.value());
        insert.setInt(4, reading.quality().code());
        return insert.executeUpdate() == 1;
    }

    private @Nullable Change replace(int key, Reading reading) throws SQLException {
        Reading before;
        find.setInt(1, key);
        find.setLong(2, reading.t());
        try (ResultSet row = find.executeQuery()) {
            if (!row.next()) throw new SQLException("a reading that is there cannot be found");
            Quality quality = Quality.of(row.getInt(2));
            before = new Reading(reading.series(), reading.t(), row.getDouble(1), quality, true);
        }
        boolean same = before.value() == reading.value()
                && before.quality().counts() == reading.quality().counts();
        if (same) return null;
        update.setDouble(1, reading.value());
        update.setInt(2, reading.quality().code());
        update.setInt(3, key);
        update.setLong(4, reading.t());
        update.executeUpdate();
        rollups.recount(key, reading.t(), reading.series().quantity().averaging());
        return new Change(reading, before);
    }

    public void quarantine(String topic, byte[] payload, String reason, long t) {
        quarantine.add(topic, payload, reason, t);
    }

    public void put(Verdict verdict) {
        Attempt.attempt("storing a verdict", () -> {
            verdicts.write(verdict);
            return true;
        });
    }

    /** A key that no rule gives any more. */
    public void endVerdict(String key) {
        Attempt.attempt("forgetting a verdict", () -> {
            verdicts.delete(key);
            return true;
        });
    }

    public void put(DayMean day) {
        Attempt.attempt("storing the day of " + day.series().id(), () -> {
            sums.write(keys.of(day.series()), day);
            return true;
        });
    }

    /** All or nothing, on the disk when it returns. */
    public void commit() {
        Attempt.attempt("committing a batch", () -> {
            rollups.flush();
            quarantine.flush();
            ledger.flush();
            connection.commit();
            return true;
        });
    }

    /** Deletes a little of what is older than it is kept, in a transaction of its own; cheap when nothing is due. */
    public void forgetALittle(long now) {
        Attempt.attempt("deleting what is too old", () -> {
            retention.forget(now);
            return true;
        });
    }

    /** What is stored of series, for the judge; everything put so far is in it. */
    public Sums sums() {
        return Attempt.attempt("counting the batch", () -> {
            rollups.flush();
            return sums;
        });
    }

    public List<Verdict> verdicts() {
        return Attempt.attempt("reading the verdicts", verdicts::readAll);
    }

    /** The topic filters that our session at the broker may hold. */
    public Set<String> sessionFilters() {
        return Attempt.attempt("reading the session's filters", session::filters);
    }

    /** Replaces the session's filters, commits and gives them back. */
    public Set<String> sessionFilters(Set<String> filters) {
        Attempt.attempt("writing the session's filters", () -> {
            session.filters(filters);
            return true;
        });
        commit();
        return filters;
    }

    /** Forgets what was not committed. */
    @Override
    public void close() {
        Attempt.close(connection);
    }
}
