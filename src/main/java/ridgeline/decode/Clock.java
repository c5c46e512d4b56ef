package ridgeline.decode;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Sensor.TimeSource;

/** Finds the time of a reading: the first usable one of the places where it may stand. Confined to the decoding thread. */
final class Clock {
    private final Source[] sources;
    private final boolean optional;
    private @Nullable Stamp known;

    private record Source(int place, TimeReader reader, long earliest, List<Condition> accept) {}

    /**
     * @param first null where the payload carries no time
     * @param optional whether a payload without a time is as good, since its format allows both
     */
    Clock(@Nullable TimeSource first, boolean optional, ZoneId zone, Map<String, String> captured, Places places) {
        this.optional = optional;
        List<Source> all = new ArrayList<>();
        for (TimeSource source = first; source != null; source = source.otherwise()) {
            List<Condition> accept = Condition.of(source.accept(), captured, places);
            if (accept != null)
                all.add(new Source(places.time(source), new TimeReader(source, zone), source.earliest(), accept));
        }
        sources = all.toArray(Source[]::new);
    }

    /** To be called when another message or another element is looked at. */
    void forget() {
        known = null;
    }

    Stamp stamp(Found found, long arrived) {
        Stamp stamp = known;
        if (stamp == null) known = stamp = read(found, arrived);
        return stamp;
    }

    private Stamp read(Found found, long arrived) {
        boolean expected = sources.length > 0 && !optional;
        for (Source source : sources) {
            if (found.isThere(source.place)) expected = true;
            if (Condition.broken(source.accept, found) != null) continue;
            OptionalLong own = source.reader.read(found, source.place, arrived);
            if (own.isPresent() && Stamp.isBelieved(own.getAsLong(), source.earliest, arrived))
                return Stamp.own(own.getAsLong(), arrived);
        }
        return Stamp.onArrival(expected, arrived);
    }
}
