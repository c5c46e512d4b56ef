package ridgeline.standard;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.AirIndex;
import ridgeline.domain.Quantity;
import ridgeline.standard.IndexStandard.Input;
import ridgeline.standard.IndexStandard.Outcome;

/** Forms the real-time and the daily index of an air station by one standard. */
final class IndexJudge {
    private final IndexStandard standard;

    IndexJudge(IndexStandard standard) {
        this.standard = standard;
    }

    /** The series of one sensor that enter an index. */
    static final class Station {
        private final String sensorId;
        private final String venueId;
        private final Map<Quantity, Watched> pollutants = new EnumMap<>(Quantity.class);
        private final Map<String, AirIndex> indices = new HashMap<>();

        Station(String sensorId, String venueId) {
            this.sensorId = sensorId;
            this.venueId = venueId;
        }

        void add(Watched watched) {
            pollutants.put(watched.series().quantity(), watched);
        }

        /** As last judged, by {@link IndexJudge#key}. */
        Map<String, AirIndex> indices() {
            return indices;
        }
    }

    /** What is true of a station now: the index of the last closed hour and of the day. */
    List<AirIndex> judge(Station station, long now) {
        Hours hours = Hours.at(now, standard.edition().zone());
        return Stream.of(realTime(station, hours), daily(station, hours))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** The index of the last closed hour, null when another edition was in force then. */
    private @Nullable AirIndex realTime(Station station, Hours hours) {
        return index(station, Period.HOUR, hours.end() - 1, hours.end());
    }

    /** The index of today once it is as complete as that of yesterday, else that of yesterday. */
    private @Nullable AirIndex daily(Station station, Hours hours) {
        AirIndex today = index(station, Period.DAY, hours.today(), hours.end());
        AirIndex past = index(station, Period.DAY, hours.yesterday(), hours.today());
        if (today == null || today.completeness() == 0) return past;
        return past == null || today.completeness() >= past.completeness() ? today : past;
    }

    private @Nullable AirIndex index(Station station, Period period, long from, long to) {
        long fromMs = from * HourRing.HOUR_MS;
        long toMs = to * HourRing.HOUR_MS;
        if (to <= from || !standard.edition().isInForce(toMs - 1)) return null;
        Outcome outcome = standard.aqi(period, input -> average(station, input, from, to));
        return new AirIndex(
                station.venueId,
                station.sensorId,
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
                fromMs,
                toMs);
    }

    private OptionalDouble average(Station station, Input input, long from, long to) {
        Watched watched = station.pollutants.get(input.quantity());
        if (watched == null) return OptionalDouble.empty();
        Averages averages = new Averages(watched, standard.edition());
        Average average = averages.over(input.average(), from, to);
        // An index over 100 is what exceeding the limit of class 2 means: the tables are made so.
        double limit = standard.column(input.column()).at(100);
        return averages.isEnough(input.average(), average, limit)
                ? OptionalDouble.of(average.value())
                : OptionalDouble.empty();
    }

    /** What tells one index from another, whatever it says. */
    static String key(AirIndex index) {
        return String.join("/", List.of(index.standard(), index.period(), index.sensorId()));
    }
}
