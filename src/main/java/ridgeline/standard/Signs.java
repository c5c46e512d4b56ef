package ridgeline.standard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.domain.Stagnation.Condition;
import ridgeline.domain.Venue.Slope;
import ridgeline.standard.StagnationStandard.Sign;

/** The signs of trapped air at one venue, hour by hour, from its sensors outdoors. */
final class Signs {
    private final StagnationStandard standard;
    private final List<Watched> outdoors;
    private final @Nullable Slope slope;

    Signs(StagnationStandard standard, Collection<Watched> outdoors, @Nullable Slope slope) {
        this.standard = standard;
        this.outdoors = outdoors.stream()
                .filter(each -> standard.quantities().contains(each.series().quantity()))
                .sorted(Comparator.comparing(each -> each.series().id()))
                .toList();
        this.slope = slope;
    }

    /** Whether there is a sensor for any of them. */
    boolean isAny() {
        return !outdoors.isEmpty();
    }

    /** How many of the signs are there; what is not known is not. */
    static int score(List<Condition> conditions) {
        int score = 0;
        for (Condition condition : conditions) if (Boolean.TRUE.equals(condition.met())) score++;
        return score;
    }

    static int known(List<Condition> conditions) {
        int known = 0;
        for (Condition condition : conditions) if (condition.met() != null) known++;
        return known;
    }

    /** All signs over one closed hour. */
    List<Condition> over(long hour) {
        return standard.signs().stream().map(sign -> condition(sign, hour)).toList();
    }

    private Condition condition(Sign sign, long hour) {
        return switch (sign.kind()) {
            case WIND, HUMIDITY -> mean(sign, each -> hourly(each, hour));
            case PRESSURE -> mean(sign, each -> hourly(each, hour) - hourly(each, hour - sign.over()));
            case INVERSION -> inversion(sign, hour);
        };
    }

    /** The mean over the sensors that have a value. */
    private Condition mean(Sign sign, ToDoubleFunction<Watched> valueOf) {
        List<String> all = new ArrayList<>();
        List<String> known = new ArrayList<>();
        double sum = 0;
        for (Watched watched : outdoors) {
            if (watched.series().quantity() != sign.kind().quantity()) continue;
            all.add(watched.series().id());
            double value = valueOf.applyAsDouble(watched);
            if (Double.isNaN(value)) continue;
            known.add(watched.series().id());
            sum += value;
        }
        return known.isEmpty() ? condition(sign, Double.NaN, all) : condition(sign, sum / known.size(), known);
    }

    private Condition inversion(Sign sign, long hour) {
        if (slope == null) return condition(sign, Double.NaN, List.of());
        Watched low = thermometer(slope.low());
        Watched high = thermometer(slope.high());
        List<String> both = new ArrayList<>();
        if (low != null) both.add(low.series().id());
        if (high != null) both.add(high.series().id());
        double difference = low == null || high == null ? Double.NaN : hourly(high, hour) - hourly(low, hour);
        return condition(sign, difference, both);
    }

    private @Nullable Watched thermometer(String sensorId) {
        return outdoors.stream()
                .filter(each -> each.series().sensorId().equals(sensorId)
                        && each.series().quantity() == Quantity.TEMPERATURE)
                .findFirst()
                .orElse(null);
    }

    private static Condition condition(Sign sign, double value, List<String> series) {
        boolean known = !Double.isNaN(value);
        double rounded = Math.rint(value * 1e9) / 1e9;
        return new Condition(
                sign.kind().id(),
                known ? rounded : null,
                sign.kind().quantity().unit(),
                sign.bound(),
                known ? sign.isMet(rounded) : null,
                series);
    }

    /** The mean of a closed hour, NaN when it has too few minutes. */
    private double hourly(Watched watched, long hour) {
        Window window = new Window(hour * HourRing.HOUR_MS, (hour + 1) * HourRing.HOUR_MS);
        Average average = new Averages(watched, standard.edition(), Past.NOTHING).over(Period.HOUR, window);
        return average.isComplete() ? average.value() : Double.NaN;
    }
}
