package ridgeline.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ridgeline.flow.Spine.NOON;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridgeline.domain.AirIndex;
import ridgeline.domain.Committed;
import ridgeline.domain.Reading;
import ridgeline.store.History;

class LineTest {
    private static final long MINUTE = 60_000;

    @TempDir
    private Path folder;

    @Test
    void itStoresAcknowledgesAndShowsInTheOrderOfArrival() {
        try (Spine spine = new Spine(folder).started()) {
            spine.opened(false);
            for (int id = 1; id <= 500; id++) spine.offer(id, "a", NOON - 1000 + id, id);
            spine.untilAcknowledged(500);
            assertThat(spine.acknowledged).isEqualTo(ids(1, 500));
            assertThat(spine.stored("a")).hasSize(500);
            spine.until("all shown", () -> shownValues(spine).size() == 500);
            assertThat(shownValues(spine)).isSorted();
            assertThat(spine.counted("stored")).isEqualTo(500);
            assertThat(spine.line.tally().readings()).isEqualTo(500);
        }
    }

    private static List<Integer> ids(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    private static List<Double> shownValues(Spine spine) {
        return spine.shown.stream()
                .flatMap(committed -> committed.readings().stream())
                .map(Reading::value)
                .toList();
    }

    @Test
    void itAcknowledgesAndShowsOnlyWhatIsOnTheDisk() {
        List<String> early = new ArrayList<>();
        Spine spine = new Spine(folder).started();
        try (spine;
                History history = spine.history()) {
            spine.onAcknowledged(id -> {
                if (!isStored(history, NOON + id)) early.add("acknowledged " + id);
                if (shownValues(spine).contains((double) id)) early.add("shown before " + id);
            });
            spine.onShown(committed -> {
                for (Reading reading : committed.readings())
                    if (!isStored(history, reading.t())) early.add("shown " + reading);
            });
            for (int id = 1; id <= 300; id++) spine.offer(id, "a", NOON + id, id);
            spine.untilAcknowledged(300);
            spine.until("all shown", () -> shownValues(spine).size() == 300);
        }
        assertThat(early).isEmpty();
    }

    private static boolean isStored(History history, long t) {
        return !history.page("a.pm25", t, t + 1, null, 1).readings().isEmpty();
    }

    @Test
    void itKeepsABatchThatCannotBeStored() {
        Spine spine = new Spine(folder)
                .beforeOpening(
                        "CREATE TRIGGER full BEFORE INSERT ON reading BEGIN SELECT RAISE(ABORT, 'disk is full'); END");
        try (spine) {
            spine.started();
            spine.offer(1, "a", NOON, 1);
            spine.offer(2, "air/a", "{\"v\":2}", null);
            spine.until("a setback", () -> !spine.line.status().isGood());
            assertThat(spine.line.status().problem())
                    .startsWith("storing a reading of a.pm25: ")
                    .contains("disk is full");
            assertThat(spine.line.status().since()).isEqualTo(NOON);
            spine.offer(3, "a", NOON + 3, 3);
            assertThat(spine.acknowledged).isEmpty();
            assertThat(spine.shown).isEmpty();
            spine.openFailures.set(1);
            spine.beforeOpening("DROP TRIGGER full");
            spine.untilAcknowledged(3);
            assertThat(spine.acknowledged).containsExactly(1, 2, 3);
            assertThat(spine.stored("a")).extracting(Reading::value).containsExactlyInAnyOrder(1.0, 2.0, 3.0);
            assertThat(spine.line.status().isGood()).isTrue();
            assertThat(spine.line.tally().failures()).isEqualTo(2);
            assertThat(spine.counted("stored")).isEqualTo(3);
        }
    }

    @Test
    void itSetsTheMessageAsideThatBreaksTheProgramAndStoresTheOthers() {
        try (Spine spine = new Spine(folder).started()) {
            spine.whileTheLaneIsBusy(() -> {
                spine.opened(false);
                for (int id = 1; id <= 64; id++) spine.offer(id, id % 23 == 0 ? "poison" : "a", NOON + id, id);
            });
            spine.untilAcknowledged(64);
            assertThat(spine.acknowledged).isEqualTo(ids(1, 64));
            assertThat(spine.stored("a")).hasSize(62);
            assertThat(spine.quarantine()).singleElement().satisfies(entry -> {
                assertThat(entry.topic()).isEqualTo("air/poison");
                assertThat(entry.count()).isEqualTo(2);
                assertThat(entry.reason()).isEqualTo("internal error: java.lang.IllegalStateException: a judge's bug");
            });
            assertThat(spine.stored("poison")).isEmpty();
            assertThat(spine.counted("stored")).isEqualTo(62);
            assertThat(spine.counted("rejected")).isEqualTo(2);
            assertThat(spine.line.status().isGood()).isTrue();
            spine.opened(true);
            spine.offerAgain(46, "air/poison", "{\"t\":" + (NOON + 46) + ",\"v\":46.0}");
            spine.untilAcknowledged(65);
            assertThat(spine.counted("redelivered")).isEqualTo(1);
        }
    }

    @Test
    void itKeepsAMessageThatCannotEvenBeSetAside() {
        try (Spine spine = new Spine(folder).started()) {
            spine.judgeFailures.set(1);
            spine.offer(1, "poison", NOON, 1);
            spine.until("a setback", () -> !spine.line.status().isGood());
            assertThat(spine.acknowledged).isEmpty();
            spine.offer(2, "a", NOON, 2);
            spine.untilAcknowledged(2);
            assertThat(spine.stored("a")).hasSize(1);
            assertThat(spine.quarantine()).hasSize(1);
        }
    }

    @Test
    void itGoesOnWhenTheScreenFails() {
        Spine spine = new Spine(folder).onShown(committed -> {
            throw new IllegalStateException("no screen");
        });
        try (spine) {
            spine.started();
            for (int id = 1; id <= 3; id++) {
                spine.offer(id, "a", NOON + id, id);
                spine.untilAcknowledged(id);
            }
            assertThat(spine.stored("a")).hasSize(3);
        }
    }

    @Test
    void itStoresWhatIsRedeliveredOnceAndAcknowledgesItAgain() {
        try (Spine spine = new Spine(folder).started()) {
            spine.opened(false);
            spine.offer(1, "air/a", "{\"v\":7}", null);
            spine.offer(2, "air/a", "{\"v\":7}", null);
            spine.untilAcknowledged(2);
            spine.opened(true);
            spine.offerAgain(2, "air/a", "{\"v\":7}");
            spine.offer(3, "air/a", "{\"v\":7}", null);
            spine.untilAcknowledged(4);
            assertThat(spine.acknowledged).containsExactly(1, 2, 2, 3);
            assertThat(spine.stored("a")).hasSize(3);
            assertThat(spine.counted("redelivered")).isEqualTo(1);
        }
    }

    @Test
    void itCountsAndAcknowledgesWhatHoldsNoReading() {
        try (Spine spine = new Spine(folder).started()) {
            spine.offer(1, "air/a", "{\"v\":NaN}", null);
            spine.offer(2, "air/a", "{\"v\":null}", null);
            spine.offer(3, "water/a", "{\"v\":1}", null);
            spine.offer(4, "air/\u0001", "{\"v\":1}", "a control character in the topic");
            spine.offer(0, "a", NOON, 1);
            spine.offer(5, "a", NOON, 2);
            spine.untilAcknowledged(5);
            assertThat(spine.acknowledged).containsExactly(1, 2, 3, 4, 5);
            assertThat(spine.counted("rejected")).isEqualTo(2);
            assertThat(spine.counted("ignored")).isEqualTo(1);
            assertThat(spine.counted("unmatched")).isEqualTo(1);
            assertThat(spine.counted("stored")).isEqualTo(2);
            assertThat(spine.line.tally().corrections()).isEqualTo(1);
            assertThat(spine.stored("a")).extracting(Reading::value).containsExactly(2.0);
            assertThat(spine.quarantine())
                    .extracting("reason")
                    .contains("a control character in the topic")
                    .anySatisfy(reason -> assertThat(reason).asString().startsWith("not JSON"));
        }
    }

    @Test
    void itEndsAnHourWithoutAnyMessage() {
        try (Spine spine = new Spine(folder).started()) {
            spine.now.set(NOON + 59 * MINUTE);
            spine.whileTheLaneIsBusy(() -> {
                for (int minute = 0; minute < 60; minute++) spine.offer(minute + 1, "a", NOON + minute * MINUTE, 12);
            });
            spine.untilAcknowledged(60);
            spine.until("the readings shown", () -> shownValues(spine).size() == 60);
            assertThat(ends(spine)).isEmpty();
            spine.now.set(NOON + 60 * MINUTE);
            spine.until("the hour judged", () -> !ends(spine).isEmpty());
            assertThat(ends(spine)).containsOnly(NOON + 60 * MINUTE);
        }
    }

    /** Ends of the hours whose real-time index was shown. */
    private static List<Long> ends(Spine spine) {
        return spine.shown.stream()
                .flatMap(committed -> committed.judged().indices().stream())
                .filter(index -> index.period().equals("1h") && !index.iaqi().isEmpty())
                .map(AirIndex::to)
                .toList();
    }

    @Test
    void itStoresWhatStillWaitsWhenItIsClosedAndNothingAfterwards() {
        Spine spine = new Spine(folder).started();
        spine.whileTheLaneIsBusy(() -> {
            for (int id = 1; id <= 5000; id++) spine.offer(id, "a", NOON + id, id);
        });
        spine.line.close();
        assertThat(spine.acknowledged).isEqualTo(ids(1, 5000));
        spine.offer(6000, "a", NOON + 6000, 1);
        spine.close();
        assertThat(spine.acknowledged).hasSize(5000);
        assertThat(spine.stored("a")).hasSize(5000);
    }

    @Test
    void itSaysAtTheStartThatTheDatabaseCannotBeOpened() {
        try (Spine spine = new Spine(folder)) {
            spine.openFailures.set(1);
            assertThatThrownBy(spine::started).hasMessage("opening the database: the disk is on fire");
        }
    }

    @Test
    void itKeepsTheFiltersOfTheSessionForTheFeed() {
        try (Spine spine = new Spine(folder).started()) {
            assertThat(spine.line.read()).isEmpty();
            spine.line.write(Set.of("a/#", "b"));
            assertThat(spine.line.read()).containsExactlyInAnyOrder("a/#", "b");
        }
    }

    @Test
    void itGoesOnWithAFreshDatabaseWhenTheFiltersCannotBeWritten() {
        Spine spine = new Spine(folder).beforeOpening("DROP TABLE session_filter");
        try (spine) {
            spine.started();
            assertThatThrownBy(() -> spine.line.write(Set.of("c"))).hasRootCauseInstanceOf(SQLException.class);
            spine.beforeOpening("CREATE TABLE session_filter (filter TEXT PRIMARY KEY)");
            spine.offer(1, "a", NOON, 1);
            spine.untilAcknowledged(1);
            spine.until("filters written", () -> isWritten(spine));
            assertThat(spine.line.read()).containsExactly("c");
        }
    }

    private static boolean isWritten(Spine spine) {
        try {
            spine.line.write(Set.of("c"));
            return true;
        } catch (CompletionException failure) {
            return false;
        }
    }

    @Test
    void itShowsThatADeviceIsGoneAfterWhatItMeasured() {
        try (Spine spine = new Spine(folder).started()) {
            spine.whileTheLaneIsBusy(() -> {
                spine.offer(1, "a", NOON, 1);
                spine.offer(2, "air/a/lwt", "offline", null);
                spine.offer(3, "b", NOON, 1);
            });
            spine.untilAcknowledged(3);
            spine.until("shown", () -> shownValues(spine).size() == 2);
            Committed.Gone gone = spine.shown.stream()
                    .flatMap(committed -> committed.gone().stream())
                    .findFirst()
                    .orElseThrow();
            assertThat(gone.after()).isEqualTo(1);
            assertThat(gone.absence().covers("a")).isTrue();
            assertThat(gone.absence().covers("b")).isFalse();
            assertThat(spine.counted("ignored")).isEqualTo(1);
        }
    }

    @Test
    void itShowsAllVerdictsAfterAStart() {
        try (Spine spine = new Spine(folder).started()) {
            spine.offer(1, "a", NOON, 1);
            spine.untilAcknowledged(1);
            spine.until("shown", () -> !spine.shown.isEmpty());
            int before = spine.shown.size();
            spine.line.showJudged();
            spine.until("shown again", () -> spine.shown.size() > before);
            assertThat(Objects.requireNonNull(spine.shown.get(before)).readings())
                    .isEmpty();
        }
    }
}
