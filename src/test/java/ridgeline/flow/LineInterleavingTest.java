package ridgeline.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.flow.Spine.NOON;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrivals at any moment of a drain: none is left behind, none is acknowledged twice or out of order. */
class LineInterleavingTest {
    private static final int THREADS = 3;
    private static final int ROUNDS = 40;

    @TempDir
    private Path folder;

    /** Nothing but a wake-up drains the inbox, so that one lost wake-up lets its round wait for ever. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void itLosesNoWakeUp(long seed) throws InterruptedException {
        AtomicInteger packets = new AtomicInteger();
        int[] sent = new int[THREADS];
        try (Spine spine = new Spine(folder).started()) {
            for (int round = 0; round < ROUNDS; round++) {
                List<Thread> threads = new ArrayList<>();
                for (int number = 0; number < THREADS; number++) {
                    Random random = new Random(seed * 1_000_003 + round * 31L + number);
                    int burst = random.nextInt(40);
                    int from = sent[number];
                    sent[number] += burst;
                    threads.add(new Thread(offering(spine, number, from, burst, random, packets), "wire-" + number));
                }
                threads.forEach(Thread::start);
                for (Thread thread : threads) thread.join();
                int all = packets.get();
                spine.untilAcknowledged(all);
                assertThat(spine.acknowledged)
                        .as("seed %d round %d", seed, round)
                        .hasSize(all);
            }
            for (int number = 0; number < THREADS; number++) {
                int one = number;
                assertThat(spine.stored("d" + number)).as("seed %d", seed).hasSize(sent[number]);
                assertThat(spine.acknowledged.stream().filter(id -> id % THREADS == one))
                        .as("seed %d", seed)
                        .isSorted()
                        .doesNotHaveDuplicates();
            }
            assertThat(spine.inbox.isEmpty()).isTrue();
            assertThat(spine.inbox.bytes()).isZero();
        }
    }

    /** Packet ids of a thread go up, and tell it from the others. */
    private static Runnable offering(
            Spine spine, int number, int from, int burst, Random random, AtomicInteger packets) {
        return () -> {
            for (int i = from; i < from + burst; i++) {
                packets.incrementAndGet();
                spine.offer(THREADS + i * THREADS + number, "d" + number, NOON + i, i);
                if (random.nextInt(3) == 0) LockSupport.parkNanos(random.nextInt(2_000_000));
            }
        };
    }
}
