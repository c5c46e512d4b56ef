package ridgeline.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.IdTemplate;
import ridgeline.domain.Sensor;
import ridgeline.domain.Series;
import ridgeline.domain.Site;

/**
 * When a series counts as silent: after three of its sensor's intervals, as configured or as learned, or after a quarter of an hour
 * where neither is known. Immutable but for a memory of looked-up sensors; may be asked from any thread.
 */
public final class Freshness {
    private static final int INTERVALS = 3;
    private static final Duration UNKNOWN = Duration.ofMinutes(15);

    private final Map<String, Sensor> byId = new HashMap<>();
    private final List<Template> templates = new ArrayList<>();
    private final Map<String, Optional<Sensor>> looked = new ConcurrentHashMap<>();

    private record Template(Pattern ids, Sensor sensor) {}

    public Freshness(Site site) {
        for (Sensor sensor : site.sensors()) {
            if (sensor.id().indexOf('{') < 0) byId.put(sensor.id(), sensor);
            else templates.add(new Template(new IdTemplate(sensor.id()).ids(Map.of()), sensor));
        }
    }

    /** The configured sensor of an id, also when the id was made from a template such as {@code mast-{device}}. */
    public @Nullable Sensor sensor(String sensorId) {
        Sensor exact = byId.get(sensorId);
        if (exact != null || templates.isEmpty()) return exact;
        return looked.computeIfAbsent(sensorId, this::byTemplate).orElse(null);
    }

    private Optional<Sensor> byTemplate(String sensorId) {
        return templates.stream()
                .filter(template -> template.ids().matcher(sensorId).matches())
                .map(Template::sensor)
                .findFirst();
    }

    /** The expected interval, empty where the configuration does not say. */
    public Optional<Duration> every(Series series) {
        Sensor sensor = sensor(series.sensorId());
        return sensor == null ? Optional.empty() : Optional.ofNullable(sensor.every());
    }

    /**
     * After how long without a reading the series is stale, in milliseconds.
     *
     * @param learned its interval as observed, 0 while that is not known
     */
    public long staleAfter(Series series, long learned) {
        Optional<Duration> every = every(series);
        if (every.isPresent()) return every.get().toMillis() * INTERVALS;
        return learned > 0 ? learned * INTERVALS : UNKNOWN.toMillis();
    }
}
