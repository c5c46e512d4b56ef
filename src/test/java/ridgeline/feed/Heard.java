package ridgeline.feed;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import ridgeline.testing.Await;

/** A feed under test with its inbox, and a session memory that outlives it as the database does. */
final class Heard implements AutoCloseable {
    static final String CLIENT = "kiosk-under-test";
    static final String LOOP = "ridgeline/test/loop";
    static final Duration SOON = Duration.ofSeconds(60);

    final Inbox inbox;
    final Feed feed;
    private final List<Arrival> taken = new ArrayList<>();

    /** What the database would remember. */
    static final class Memory implements SessionFilters {
        private final Set<String> filters = new ConcurrentSkipListSet<>();

        Memory(String... held) {
            filters.addAll(List.of(held));
        }

        @Override
        public Set<String> read() {
            return new TreeSet<>(filters);
        }

        @Override
        public void write(Set<String> now) {
            filters.retainAll(now);
            filters.addAll(now);
        }
    }

    Heard(String url, Collection<String> filters, Memory memory, long inboxBytes) {
        inbox = new Inbox(inboxBytes);
        FeedSettings settings = new FeedSettings(url, CLIENT, null, null, null, 1, LOOP);
        feed = new Feed(settings, filters, inbox, memory, InstantSource.system(), new Random(1));
        feed.start();
    }

    Heard(String url, String... filters) {
        this(url, List.of(filters), new Memory(), 1_000_000);
    }

    void awaitState(FeedStatus.State state) {
        Await.until("the feed is " + state, SOON, () -> feed.status().state() == state);
    }

    /** Everything that has arrived, once so many messages are among it. */
    List<Arrival> arrivals(int messages) {
        Await.until(messages + " messages", SOON, () -> {
            inbox.drainTo(taken, 1_000);
            return messages().size() >= messages;
        });
        return taken;
    }

    List<Arrival.Message> messages() {
        List<Arrival.Message> messages = new ArrayList<>();
        for (Arrival arrival : taken) if (arrival instanceof Arrival.Message message) messages.add(message);
        return messages;
    }

    List<Arrival.Message> messages(int count) {
        arrivals(count);
        return messages();
    }

    /** Threads of Paho that work for this feed's client. */
    static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().startsWith("MQTT") && thread.getName().endsWith(CLIENT))
                .count();
    }

    @Override
    public void close() {
        feed.close();
    }
}
