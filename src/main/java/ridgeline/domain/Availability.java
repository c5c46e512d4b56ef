package ridgeline.domain;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The topic on which a device, or the broker in its name, says whether it is there.
 *
 * @param topic a filter whose captures mean what they mean in the sensor's topic
 * @param at a {@link Pointer} to the word in a JSON payload, null where none is configured
 * @param online words for there, in small letters
 * @param offline words for gone, in small letters
 */
public record Availability(String topic, @Nullable String at, Set<String> online, Set<String> offline) {
    /** What Zigbee2MQTT, ESPHome and Tasmota say, and Homie. */
    public static final Set<String> USUALLY_ONLINE = Set.of("online", "ready");

    public static final Set<String> USUALLY_OFFLINE = Set.of("offline", "lost", "disconnected");

    public Availability {
        online = small(online);
        offline = small(offline);
    }

    private static Set<String> small(Set<String> words) {
        return words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** True for there, false for gone, null for a word that says neither. */
    public @Nullable Boolean isThere(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        if (offline.contains(small)) return false;
        return online.contains(small) ? true : null;
    }
}
