package ridgeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.store.Readings.NOON;
import static ridgeline.store.Readings.bytes;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridgeline.testing.Keeping;

class QuarantineTest {
    @TempDir
    private Path folder;

    private ReadingLog log;
    private History history;

    @BeforeEach
    void open() {
        Path file = folder.resolve("ridgeline.db");
        log = ReadingLog.open(file, Keeping.everything(Readings.SHANGHAI));
        history = History.open(file, Readings.SHANGHAI);
    }

    @AfterEach
    void close() {
        history.close();
        log.close();
    }

    @Test
    void itCountsUnderTheTopicAndShowsTheLatest() {
        log.quarantine("a", bytes("one"), "first", NOON);
        log.quarantine("a", bytes("two"), "second", NOON + 1);
        log.quarantine("b", bytes("x"), "other", NOON + 2);
        log.commit();
        log.quarantine("a", bytes("three!"), "third", NOON + 3);
        log.commit();
        List<QuarantineEntry> entries = history.quarantine(10);
        assertThat(entries).extracting(QuarantineEntry::topic).containsExactly("a", "b");
        assertThat(entries.get(0))
                .usingRecursiveComparison()
                .isEqualTo(new QuarantineEntry("a", 3, "third", NOON, NOON + 3, 6, bytes("three!")));
        assertThat(history.quarantine(1)).hasSize(1);
    }

    @Test
    void itKeepsASampleAndAShortReason() {
        log.quarantine("a", new byte[1 << 20], "why? ".repeat(200), NOON);
        log.commit();
        QuarantineEntry entry = history.quarantine(1).get(0);
        assertThat(entry.bytes()).isEqualTo(1 << 20);
        assertThat(entry.payload()).hasSize(4096);
        assertThat(entry.reason()).hasSize(300);
    }

    @Test
    void itKeepsTheThousandTopicsHeardLast() {
        for (int i = 0; i < 1500; i++) log.quarantine("t" + i, bytes("x"), "why", NOON + i);
        log.commit();
        assertThat(history.quarantine(5000)).hasSize(1000);
        log.quarantine("late", bytes("x"), "why", NOON + 9999);
        log.commit();
        List<QuarantineEntry> entries = history.quarantine(5000);
        assertThat(entries).hasSize(1000);
        assertThat(entries.get(0).topic()).isEqualTo("late");
        assertThat(entries.get(999).topic()).isEqualTo("t501");
    }

    @Test
    void itTakesTopicsThatNoBrokerShouldHaveSent() {
        log.quarantine("a\u0000b", bytes("x"), "a control character", NOON);
        log.quarantine("a\u0001\uFFFD", bytes("x"), "another", NOON);
        log.quarantine("", bytes(""), "no topic", NOON);
        log.commit();
        assertThat(history.quarantine(10)).hasSize(3);
    }
}
