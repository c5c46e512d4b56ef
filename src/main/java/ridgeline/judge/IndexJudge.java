package ridgeline.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.AirIndex;
import ridgeline.domain.Quantity;
import ridgeline.standard.IndexStandard;
import ridgeline.standard.IndexStandard.Input;
import ridgeline.standard.IndexStandard.Outcome;
import ridgeline.standard.Period;
import ridgeline.standard.Place;
import ridgeline.standard.Profiles;

/** Forms the real-time and the daily index of an air station by one standard. */
final class IndexJudge {
    private final IndexStandard standard;
    private final Profiles profiles;
    private final Past past;

    IndexJudge(IndexStandard standard, Profiles profiles, Past past) {
        this.standard = standard;
        this.profiles = profiles;
        this.past = past;
    }

    /**
     * The series of one sensor that enter an index.
     *
     * @param indices as last judged, by {@link IndexJudge#key}
     */
    record Station(String sensorId, Place place, Map<Quantity, Watched> pollutants, Map<String, AirIndex> indices) {
        Station(String sensorId, Place place, Map<Quantity, Watched> pollutants) {
            this(sensorId, place, pollutants, new HashMap<>());
        }

        /** Stations are told apart by what they are, not by what was last said of them. */
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return sensorId.hashCode();
        }
    }

    /** What is true of a station now: the index of the last closed hour and of the day. */
    List<AirIndex> judge(Station station, long now) {
        return Stream.of(realTime(station, now), daily(station, now))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** The index of the last closed hour, null when another edition was in force then. */
    private @Nullable AirIndex realTime(Station station, long now) {
        return index(station, Period.HOUR, windows(Period.HOUR, now).get(0));
    }

    /** The index of today once it is as complete as that of yesterday, else that of yesterday. */
    private @Nullable AirIndex daily(Station station, long now) {
        List<Window> windows = windows(Period.DAY, now);
        AirIndex past = index(station, Period.DAY, windows.get(windows.size() - 1));
        if (windows.size() < 2) return past;
        AirIndex today = index(station, Period.DAY, windows.get(0));
        if (today == null || today.completeness() == 0) return past;
        return past == null || today.completeness() >= past.completeness() ? today : past;
    }

    private List<Window> windows(Period period, long now) {
        return Window.candidates(period, now, standard.edition().zone());
    }

    private @Nullable AirIndex index(Station station, Period period, Window window) {
        if (!standard.edition().isInForce(window.date())
                || !profiles.uses(station.place(), standard.edition(), window.date())) return null;
        Outcome outcome = standard.aqi(period, input -> average(station, input, window));
        return new AirIndex(
                station.place().venue().id(),
                station.sensorId(),
                standard.edition().id(),
                standard.clauses().getOrDefault(period, ""),
                period.id(),
                outcome.aqi(),
                outcome.category() == null ? null : outcome.category().id(),
                outcome.category() == null ? 0 : outcome.category().level(),
                outcome.category() == null ? null : outcome.category().colour(),
                outcome.primary(),
                outcome.iaqi(),
                outcome.completeness(),
                window.from(),
                window.to());
    }

    private OptionalDouble average(Station station, Input input, Window window) {
        Watched watched = station.pollutants().get(input.quantity());
        if (watched == null) return OptionalDouble.empty();
        Averages averages = new Averages(watched, standard.edition(), past);
        Average average = averages.over(input.average(), reachingBack(input.average(), window));
        return averages.indexable(input.average(), average, standard.column(input.column()));
    }

    private static Window reachingBack(Period period, Window window) {
        return period.kind() == Period.Kind.HOURS
                ? new Window(window.to() - period.hours() * HourRing.HOUR_MS, window.to())
                : window;
    }
}
