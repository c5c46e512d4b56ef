package ridgeline.decode;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The topics that no sensor is configured for, with what was heard on each last. Bounded: the topic that was silent longest makes
 * room for a new one, and of a payload only the beginning is kept. Confined to one thread.
 */
public final class Strangers {
    private static final int MOST_TOPICS = 200;
    private static final int MOST_BYTES = 16 * 1024;

    /** The topic heard last is the last. */
    private final LinkedHashMap<String, Stranger> topics = new LinkedHashMap<>(16, 0.75f, true);

    private long forgotten;

    /**
     * One topic.
     *
     * @param payload the last one; empty where it was too long to be kept
     * @param bytes its length
     * @param first when it was heard first, and {@code last}: epoch ms
     */
    @SuppressWarnings("ArrayRecordComponent") // the bytes as they came; nobody writes to them or compares them
    public record Stranger(String topic, byte[] payload, int bytes, long count, long first, long last) {
        /** Messages a minute, 0 while one alone was heard. */
        public double rate() {
            return last > first ? (count - 1) * 60_000.0 / (last - first) : 0;
        }
    }

    public void heard(String topic, byte[] payload, long arrived) {
        Stranger known = topics.get(topic);
        byte[] kept = payload.length <= MOST_BYTES ? payload : new byte[0];
        topics.put(
                topic,
                known == null
                        ? new Stranger(topic, kept, payload.length, 1, arrived, arrived)
                        : new Stranger(topic, kept, payload.length, known.count() + 1, known.first(), arrived));
        if (topics.size() <= MOST_TOPICS) return;
        Iterator<String> longestSilent = topics.keySet().iterator();
        longestSilent.next();
        longestSilent.remove();
        forgotten++;
    }

    /** In the order of their names. */
    public List<Stranger> all() {
        List<Stranger> all = new ArrayList<>(topics.values());
        all.sort(java.util.Comparator.comparing(Stranger::topic));
        return all;
    }

    /** How many topics had to make room. */
    public long forgotten() {
        return forgotten;
    }
}
