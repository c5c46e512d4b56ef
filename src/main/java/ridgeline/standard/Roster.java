package ridgeline.standard;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.domain.Series;

/** The series under judgement, by series, sensor and venue. Confined to the thread that judges. */
final class Roster {
    private final Function<Series, Place> placeOf;
    private final Function<Series, Optional<Duration>> every;
    private final Set<Quantity> brisk;
    private final Map<String, Watched> bySeries = new LinkedHashMap<>();
    private final Map<String, Map<Quantity, Watched>> bySensor = new LinkedHashMap<>();
    private final Map<String, Map<String, Watched>> byVenue = new LinkedHashMap<>();

    /**
     * @param every the expected interval of a series, empty when it is not known
     * @param brisk quantities whose last minutes matter
     */
    Roster(Function<Series, Place> placeOf, Function<Series, Optional<Duration>> every, Set<Quantity> brisk) {
        this.placeOf = placeOf;
        this.every = every;
        this.brisk = Set.copyOf(brisk);
    }

    @Nullable
    Watched find(String seriesId) {
        return bySeries.get(seriesId);
    }

    Watched add(Series series) {
        boolean isBrisk = brisk.contains(series.quantity());
        Watched added = new Watched(series, placeOf.apply(series), every.apply(series), isBrisk);
        bySeries.put(series.id(), added);
        bySensor.computeIfAbsent(series.sensorId(), id -> new EnumMap<>(Quantity.class))
                .put(series.quantity(), added);
        byVenue.computeIfAbsent(series.venueId(), id -> new LinkedHashMap<>()).put(series.id(), added);
        return added;
    }

    Collection<Watched> all() {
        return bySeries.values();
    }

    /** What one sensor measures. */
    Map<Quantity, Watched> ofSensor(String sensorId) {
        return bySensor.getOrDefault(sensorId, Map.of());
    }

    Set<String> venues() {
        return byVenue.keySet();
    }

    Collection<Watched> ofVenue(String venueId) {
        return byVenue.getOrDefault(venueId, Map.of()).values();
    }

    /** A series of the same kind for a day of the past, without its hours. */
    Watched likeness(Watched watched) {
        return new Watched(watched.series(), watched.place(), every.apply(watched.series()), false);
    }
}
