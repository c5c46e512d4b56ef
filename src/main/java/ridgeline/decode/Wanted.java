package ridgeline.decode;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.domain.Sensor;
import ridgeline.domain.Sensor.Channel;
import ridgeline.domain.Sensor.Linear;
import ridgeline.domain.Series;

/**
 * One quantity of a sensor, compiled: the numbered places of its value and of all that goes with it. Confined to the decoding
 * thread.
 *
 * @param places of the value; the first at which something stands counts
 * @param place the only place of the value, -1 where there are several
 * @param flag place of the quality flag, -1 where the format has none
 * @param unit place of the unit, -1 where the configuration says it
 * @param series null where the sensor's id depends on the payload
 * @param lowest below it a value is none
 */
record Wanted(
        Channel channel,
        List<Integer> places,
        int place,
        int flag,
        int unit,
        List<Condition> accept,
        List<Condition> trust,
        Clock clock,
        @Nullable Series series,
        double lowest) {
    private static final double ABSOLUTE_ZERO = -273.15;

    /** Below it a value of a quantity is none. */
    static double lowest(Quantity quantity) {
        return quantity.unit().equals(Quantity.TEMPERATURE.unit()) ? ABSOLUTE_ZERO : -Double.MAX_VALUE;
    }

    /** The value in the canonical unit, NaN when {@link #wrong} says why there is none. */
    double canonical(double carried, Found found) {
        Sensor.UnitSource named = channel.details().unitFrom();
        if (named == null) return channel.canonical(carried);
        Linear conversion = conversion(named, found);
        if (conversion == null) return Double.NaN;
        return (carried * conversion.factor() + conversion.shift()) * channel.scale() + channel.offset();
    }

    private @Nullable Linear conversion(Sensor.UnitSource named, Found found) {
        Map<String, Linear> conversions = named.conversions();
        if (!found.isThere(unit)) return named.otherwise();
        String carried = found.text(unit);
        Linear exact = conversions.get(carried);
        return exact != null ? exact : conversions.get(Sensor.UnitSource.plain(carried));
    }

    /** Why a value is none, null when it is one. */
    @Nullable
    String wrong(double value, Found found) {
        if (value >= lowest && value < Double.POSITIVE_INFINITY) return null;
        if (Double.isNaN(value)) {
            Sensor.UnitSource named = channel.details().unitFrom();
            if (named != null && conversion(named, found) == null)
                return found.isThere(unit)
                        ? "its unit '" + Shown.text(found.text(unit)) + "' is none of "
                                + channel.quantity().id()
                        : "its unit is not there";
        }
        return Double.isFinite(value) ? "the temperature is below absolute zero" : "the number is too large";
    }

    String name() {
        return channel.at().isEmpty() ? channel.quantity().id() : channel.at();
    }
}
