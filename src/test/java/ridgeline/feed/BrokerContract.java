package ridgeline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridgeline.testing.Await;
import ridgeline.testing.Load;
import ridgeline.testing.TcpProxy;

/** What the feed makes of any broker worth the name: nothing is lost, whatever happens to the connection. */
abstract class BrokerContract {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CUTS = 25;

    /** So slow that the kiosk is away for 6.7 s: Artemis by default looks for expired sessions every 5. */
    private static final int AWAY_PER_SECOND = 300;

    @TempDir
    Path folder;

    private TcpProxy proxy;

    /** Starts the broker and tells its port. */
    abstract int start() throws Exception;

    abstract void stop() throws Exception;

    /** Whether it repeats a message under its first packet id and marked, as MQTT 5 demands (sections 3.3.1.1 and 4.4). */
    abstract boolean marksWhatItRepeats();

    private URI url;

    @BeforeEach
    void connectProxy() throws Exception {
        int port = start();
        url = URI.create("tcp://127.0.0.1:" + port);
        proxy = new TcpProxy(port);
    }

    @AfterEach
    void disconnectProxy() throws Exception {
        proxy.close();
        stop();
    }

    private Heard heard() {
        return new Heard(proxy.url().toString(), List.of("s/#"), memory, 10_000_000);
    }

    private final Heard.Memory memory = new Heard.Memory();

    private static Load.Message message(int number) {
        return new Load.Message("s/" + number % 20, Integer.toString(number).getBytes());
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    @Test
    void keepsForTheKioskWhatIsPublishedWhileItIsAway() throws Exception {
        try (Heard before = heard()) {
            before.awaitState(FeedStatus.State.CONNECTED);
        }
        try (Load load = new Load(url, AWAY_PER_SECOND, BrokerContract::message).allow(2_000)) {
            Await.until("all are out", PATIENCE, () -> load.sent() == 2_000);
        }
        try (Heard after = heard();
                SlowStore store = new SlowStore(folder.resolve("a.db"), after.inbox, Duration.ZERO, 1)) {
            Await.until("all have come", PATIENCE, () -> store.stored().size() >= 2_000);
            Await.holds(
                    "and none twice",
                    Duration.ofMillis(500),
                    () -> store.stored().size() == 2_000);
            assertThat(store.stored()).containsExactlyElementsOf(numbers(2_000));
        }
    }

    @Test
    void losesNothingAndLeavesNoThreadThoughItIsCutAgainAndAgain() throws Exception {
        int count = 4_000;
        long seed = 25;
        Random random = new Random(seed);
        try (Heard heard = heard();
                SlowStore store = new SlowStore(folder.resolve("a.db"), heard.inbox, Duration.ofMillis(300), seed);
                Load load = new Load(url, 1_000, BrokerContract::message)) {
            heard.awaitState(FeedStatus.State.CONNECTED);
            long threads = Heard.threads();
            for (int cut = 1; cut <= CUTS; cut++) {
                long connections = heard.feed.status().connections();
                load.allow(count * cut / CUTS);
                LockSupport.parkNanos(Duration.ofMillis(random.nextLong(500)).toNanos());
                proxy.cut();
                Await.until(
                        "it is back",
                        PATIENCE,
                        () -> heard.feed.status().connections() > connections
                                && heard.feed.status().state() == FeedStatus.State.CONNECTED);
            }
            awaitAll(count, store, () -> load.sent() + " were sent, " + heard.feed.status());
            Await.until("no thread is left over", PATIENCE, () -> Heard.threads() == threads);
            assertThat(new HashSet<>(store.stored()))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(numbers(count));
            if (marksWhatItRepeats()) {
                assertThat(store.stored()).as("seed %d", seed).containsExactlyElementsOf(numbers(count));
            }
        }
        Await.until("no thread is left", PATIENCE, () -> Heard.threads() == 0);
    }

    private static void awaitAll(int count, SlowStore store, Supplier<String> circumstances) {
        try {
            Await.until("all have come", PATIENCE, () -> new HashSet<>(store.stored()).size() >= count);
        } catch (AssertionError late) {
            Set<String> missing = new LinkedHashSet<>(numbers(count));
            missing.removeAll(new HashSet<>(store.stored()));
            throw new AssertionError(late.getMessage() + "; missing " + missing + "; " + circumstances.get(), late);
        }
    }
}
