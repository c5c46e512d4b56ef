package ridgeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.store.Readings.NOON;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridgeline.testing.Keeping;

class LedgerTest {
    @TempDir
    private Path folder;

    private ReadingLog log;

    @BeforeEach
    void open() {
        log = ReadingLog.open(folder.resolve("ridgeline.db"), Keeping.everything(Readings.SHANGHAI));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void reopen() {
        log.close();
        open();
    }

    private boolean known(int packetId, String payload) {
        return log.isRedelivered(packetId, "t", payload.getBytes(StandardCharsets.UTF_8), true);
    }

    /** Commits packets 1 to n with one payload each. */
    private void commit(int n) {
        log.opened(false, NOON);
        for (int id = 1; id <= n; id++) assertThat(known(id, "p" + id)).isFalse();
        log.commit();
    }

    @Test
    void itKnowsTheRedeliveredHeadAfterAReconnect() {
        commit(5);
        log.opened(true, NOON);
        assertThat(known(3, "p3")).isTrue();
        assertThat(known(4, "p4")).isTrue();
        assertThat(known(5, "p5")).isTrue();
        assertThat(known(6, "p6")).isFalse();
    }

    @Test
    void itKnowsItAlsoInANewProcess() {
        commit(5);
        reopen();
        log.opened(true, NOON);
        assertThat(known(5, "p5")).isTrue();
        assertThat(known(6, "p5")).isFalse();
    }

    @Test
    void itKnowsABatchThatWasStoredAlthoughItsCommitFailed() {
        commit(5);
        reopen();
        log.triesAgain();
        for (int id = 1; id <= 5; id++) assertThat(known(id, "p" + id)).isTrue();
    }

    @Test
    void itEndsWithTheFirstMessageThatTheBrokerDoesNotMarkAsSentBefore() {
        commit(5);
        log.opened(true, NOON);
        assertThat(known(4, "p4")).isTrue();
        assertThat(log.isRedelivered(5, "t", "p5".getBytes(StandardCharsets.UTF_8), false))
                .isFalse();
    }

    /** A commit that reports a failure may have reached the disk all the same; then the batch comes again, unmarked. */
    @Test
    void itKnowsTheWholeBatchWhenItIsTriedAgain() {
        for (boolean session : new boolean[] {false, true}) {
            log.opened(session, NOON + 1);
            assertThat(log.isRedelivered(1, "t", new byte[] {7}, false)).isFalse();
            assertThat(log.isRedelivered(2, "t", new byte[] {7}, false)).isFalse();
            log.commit();
            reopen();
            log.triesAgain();
            log.opened(session, NOON + 1);
            assertThat(log.isRedelivered(1, "t", new byte[] {7}, false)).isTrue();
            assertThat(log.isRedelivered(2, "t", new byte[] {7}, false)).isTrue();
            log.commit();
            assertThat(log.isRedelivered(1, "t", new byte[] {7}, false)).isFalse();
            log.commit();
        }
    }

    @Test
    void itEndsWithTheFirstStranger() {
        commit(5);
        log.opened(true, NOON);
        assertThat(known(4, "p4")).isTrue();
        assertThat(known(6, "new")).isFalse();
        assertThat(known(5, "p5")).isFalse();
    }

    @Test
    void itEndsWhereTheRunIsBroken() {
        commit(5);
        log.opened(true, NOON);
        assertThat(known(2, "p2")).isTrue();
        assertThat(known(4, "p4")).isFalse();
    }

    @Test
    void itComparesTopicAndPayload() {
        commit(2);
        log.opened(true, NOON);
        assertThat(log.isRedelivered(2, "other", "p2".getBytes(StandardCharsets.UTF_8), true))
                .isFalse();
        reopen();
        log.opened(true, NOON);
        assertThat(known(2, "other")).isFalse();
    }

    @Test
    void itKnowsNothingWhileAConnectionGoesOn() {
        commit(3);
        assertThat(known(1, "p1")).isFalse();
    }

    @Test
    void itTakesAMessageWithoutPacketIdAsNew() {
        log.opened(true, NOON);
        assertThat(known(0, "p")).isFalse();
        log.commit();
        log.opened(true, NOON);
        assertThat(known(0, "p")).isFalse();
    }

    @Test
    void itForgetsEverythingWithTheSession() {
        commit(5);
        log.opened(false, NOON + 1);
        assertThat(known(1, "p1")).isFalse();
        log.commit();
        reopen();
        log.opened(true, NOON);
        assertThat(known(5, "p5")).isFalse();
    }

    /** A sensor that says the same for ever, over a broker whose ids came round: id 1 is new, not the first message again. */
    @Test
    void itTakesNoTrueRepeatForARedeliveryWhenPacketIdsComeRound() {
        log.opened(false, NOON);
        for (int id = 1; id <= 65_535; id++) known(id, "120");
        log.commit();
        log.opened(true, NOON);
        assertThat(known(1, "120")).isFalse();
        log.commit();
        reopen();
        log.opened(true, NOON);
        assertThat(known(2, "120")).isFalse();
    }

    @Test
    void itKnowsAsManyAsCanBeInFlightAndKeepsNoMore() throws SQLException {
        log.opened(false, NOON);
        for (int batch = 0; batch < 140; batch++) {
            for (int i = 0; i < 1000; i++) known(1 + (batch * 1000 + i) % 65_535, "p" + (batch * 1000 + i));
            log.commit();
        }
        assertThat(Database.number(log.connection, "SELECT count(*) FROM ledger"))
                .isEqualTo(66);
        reopen();
        log.opened(true, NOON);
        int first = 140_000 - 65_534;
        for (int i = first; i < 140_000; i++) {
            assertThat(known(1 + i % 65_535, "p" + i)).as("message %d", i).isTrue();
        }
        assertThat(known(1 + 140_000 % 65_535, "p140000")).isFalse();
    }
}
