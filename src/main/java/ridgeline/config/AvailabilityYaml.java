package ridgeline.config;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Availability;
import ridgeline.domain.Sensor.Format;

/** Reads where a device, or the broker in its name, says whether it is there. */
final class AvailabilityYaml {
    private AvailabilityYaml() {}

    static @Nullable Availability read(Yaml place) {
        if (!place.isPresent()) return null;
        place.onlyKeys("topic", "at", "online", "offline");
        String topic = Syntax.topic(place.at("topic").required());
        String at = new PlaceYaml(Format.JSON, Set.of()).one(place.at("at"));
        Set<String> online = words(place.at("online"), Availability.USUALLY_ONLINE);
        Set<String> offline = words(place.at("offline"), Availability.USUALLY_OFFLINE);
        for (String word : online)
            if (offline.contains(word)) place.at("offline").problem("has '" + word + "', which online has too");
        return topic == null ? null : new Availability(topic, at, online, offline);
    }

    private static Set<String> words(Yaml place, Set<String> usual) {
        if (!place.isPresent()) return usual;
        Set<String> words = new LinkedHashSet<>();
        for (Yaml one : place.isList() ? place.items() : java.util.List.of(place)) {
            String word = one.scalar("a word or a list of words");
            if (word != null) words.add(word);
        }
        return words;
    }
}
