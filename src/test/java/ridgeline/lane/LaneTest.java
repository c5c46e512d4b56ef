package ridgeline.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {
    private final Lane lane = new Lane("test-lane");

    @AfterEach
    void close() {
        lane.close();
    }

    @Test
    void runsItsTasksInOrderOnOneNamedDaemonThread() {
        List<Integer> ran = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int number = i;
            lane.execute(() -> ran.add(number));
        }
        Thread thread = lane.submit(Thread::currentThread).join();
        assertThat(ran).hasSize(1_000).isSorted();
        assertThat(thread.getName()).isEqualTo("test-lane");
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void goesOnAfterATaskThatThrows() {
        lane.execute(() -> {
            throw new IllegalStateException("on purpose: the log shows this once");
        });
        assertThat(lane.submit(() -> "still here").join()).isEqualTo("still here");
    }

    @Test
    void repeatsATaskEvenWhenItThrows() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);
        lane.every(Duration.ofMillis(1), () -> {
            runs.countDown();
            if (runs.getCount() == 2) throw new IllegalStateException("on purpose: the log shows this once");
        });
        assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void runsALaterTaskAfterItsWait() throws InterruptedException {
        long start = System.nanoTime();
        CountDownLatch ran = new CountDownLatch(1);
        lane.after(Duration.ofMillis(30), ran::countDown);
        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(30_000_000L);
    }

    @Test
    void handsAFailureToWhoWaitsForTheResult() {
        CompletableFuture<Object> result = lane.submit(() -> {
            throw new java.io.IOException("disk");
        });
        assertThatThrownBy(result::join).hasRootCauseMessage("disk");
    }

    @Test
    void finishesWhatIsQueuedBeforeItCloses() {
        List<Integer> ran = new ArrayList<>();
        for (int i = 0; i < 100; i++) lane.execute(() -> ran.add(1));
        lane.after(Duration.ofHours(1), () -> ran.add(2));
        lane.close();
        assertThat(ran).hasSize(100).containsOnly(1);
    }

    @Test
    void dropsWhatComesAfterItsEnd() {
        lane.close();
        lane.execute(() -> {
            throw new AssertionError("ran after the end");
        });
        lane.after(Duration.ZERO, () -> {
            throw new AssertionError("ran after the end");
        });
        assertThat(lane.submit(() -> 1)).isCompletedExceptionally();
    }
}
