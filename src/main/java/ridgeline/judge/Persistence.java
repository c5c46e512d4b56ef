package ridgeline.judge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.DayMean;
import ridgeline.domain.Quantity;
import ridgeline.domain.Stagnation.Day;
import ridgeline.standard.IndexStandard;
import ridgeline.standard.IndexStandard.Outcome;
import ridgeline.standard.Period;
import ridgeline.standard.Place;
import ridgeline.standard.StagnationStandard;

/**
 * The daily index of the last days at a venue: of each day that of its worst station, by the edition in force on that
 * day. Confined to the thread that judges.
 */
final class Persistence {
    /** As many days as the longest criterion can need, and as a screen can show. */
    static final int DAYS = 5;

    private final StagnationStandard standard;
    private final List<IndexStandard> indices;
    private final Past past;
    private final Map<String, Closed> closed = new HashMap<>();

    /** What was found of the days before one. */
    private record Closed(LocalDate before, List<Day> days) {}

    /** Where the average of a pollutant over one day comes from. */
    private interface Measure {
        Average of(IndexStandard index, Watched watched, Period period);
    }

    Persistence(StagnationStandard standard, List<IndexStandard> indices, Past past) {
        this.standard = standard;
        this.indices = indices.stream()
                .filter(each -> standard.isIndex(each.edition()))
                .toList();
        this.past = past;
    }

    /**
     * Newest first: today once each pollutant that a station measures has its mean of the day, then the days before, up
     * to the last one of which anything is known.
     *
     * @param calendar whether days of the past are new
     */
    List<Day> days(String venueId, Collection<Watched> outdoors, long now, boolean calendar) {
        Collection<Map<Quantity, Watched>> stations = stations(outdoors);
        ZoneId zone = standard.edition().zone();
        LocalDate today = Instant.ofEpochMilli(now).atZone(zone).toLocalDate();
        List<Day> days = new ArrayList<>();
        Day open = open(stations, Window.start(today, zone), now);
        if (open != null) days.add(open);
        Closed kept = closed.get(venueId);
        if (calendar || kept == null || !kept.before().equals(today)) {
            kept = new Closed(today, closed(stations, today, zone));
            closed.put(venueId, kept);
        }
        days.addAll(kept.days());
        return days.size() > DAYS ? days.subList(0, DAYS) : days;
    }

    /** By sensor, what it measures of the pollutants. */
    private Collection<Map<Quantity, Watched>> stations(Collection<Watched> outdoors) {
        Map<String, Map<Quantity, Watched>> stations = new TreeMap<>();
        for (Watched watched : outdoors) {
            Quantity quantity = watched.series().quantity();
            if (indices.stream().noneMatch(each -> each.quantities().contains(quantity))) continue;
            stations.computeIfAbsent(watched.series().sensorId(), id -> new EnumMap<>(Quantity.class))
                    .put(quantity, watched);
        }
        return stations.values();
    }

    private List<Day> closed(Collection<Map<Quantity, Watched>> stations, LocalDate today, ZoneId zone) {
        List<Day> days = new ArrayList<>();
        int known = 0;
        for (int back = 1; back <= DAYS; back++) {
            LocalDate day = today.minusDays(back);
            Window window = Window.ofDays(day, day.plusDays(1), zone);
            days.add(day(window, stations, (index, watched, period) -> stored(index, watched, period, day, window)));
            if (days.get(back - 1).aqi() != null) known = back;
        }
        return List.copyOf(days.subList(0, known));
    }

    /** Today, as far as its hours are closed; null until it is complete. */
    private @Nullable Day open(Collection<Map<Quantity, Watched>> stations, long start, long now) {
        Window window = new Window(start, HourRing.hourOf(now) * HourRing.HOUR_MS);
        if (window.to() <= start) return null;
        Measure measured =
                (index, watched, period) -> new Averages(watched, index.edition(), past).over(period, window);
        List<Map<Quantity, Watched>> complete = stations.stream()
                .filter(station -> isComplete(station, window, measured))
                .toList();
        Day day = day(window, complete, measured);
        return day.aqi() == null ? null : day;
    }

    /** Whether each pollutant it measures enters the index. */
    private boolean isComplete(Map<Quantity, Watched> station, Window window, Measure measure) {
        IndexStandard index = inForce(window);
        if (index == null) return false;
        Outcome outcome = outcome(index, station, measure);
        return station.keySet().stream().filter(index.quantities()::contains).allMatch(outcome.iaqi()::containsKey);
    }

    private Day day(Window window, Collection<Map<Quantity, Watched>> stations, Measure measure) {
        Integer worst = null;
        IndexStandard index = inForce(window);
        for (Map<Quantity, Watched> station : stations) {
            if (index == null) break;
            Integer aqi = outcome(index, station, measure).aqi();
            if (aqi != null && (worst == null || aqi > worst)) worst = aqi;
        }
        return new Day(window.from(), window.to(), worst);
    }

    private @Nullable IndexStandard inForce(Window window) {
        return indices.stream()
                .filter(each -> each.edition().isInForce(window.date()))
                .findFirst()
                .orElse(null);
    }

    private Outcome outcome(IndexStandard index, Map<Quantity, Watched> station, Measure measure) {
        return index.aqi(Period.DAY, input -> {
            Watched watched = station.get(input.quantity());
            if (watched == null || Place.NONE.equals(watched.place().classFor(index.edition())))
                return OptionalDouble.empty();
            Average average = measure.of(index, watched, input.average());
            return new Averages(watched, index.edition(), past)
                    .indexable(input.average(), average, index.column(input.column()));
        });
    }

    /** Of a closed day its mean and its highest eight hours are kept; the highest single hour is not. */
    private Average stored(IndexStandard index, Watched watched, Period period, LocalDate day, Window window) {
        int minimum = index.edition().validityOf(period).minimum();
        List<DayMean> kept = past.days(watched.series(), day.toEpochDay(), day.toEpochDay() + 1);
        if (kept.isEmpty()) return Average.of(Double.NaN, 0, minimum, window);
        DayMean mean = kept.get(0);
        return switch (period) {
            case DAY -> Average.of(mean.mean(), mean.hours(), minimum, window);
            case DAILY_MAX_8H -> Average.of(mean.high8(), mean.eights(), minimum, window);
            default -> Average.of(Double.NaN, 0, minimum, window);
        };
    }
}
