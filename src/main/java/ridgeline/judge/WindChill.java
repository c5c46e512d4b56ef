package ridgeline.judge;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.domain.Series;
import ridgeline.standard.FeltCold;

/**
 * Wind chill as a series of its own, worked out minute by minute from the temperature and the wind of one sensor. Confined
 * to the thread that judges.
 */
final class WindChill {
    private final Roster roster;

    WindChill(Roster roster) {
        this.roster = roster;
    }

    /** The wind chill of the sensor that a series belongs to, brought up to date; null when the sensor has none. */
    @Nullable
    Watched refresh(Series series, long minute) {
        Map<Quantity, Watched> sensor = roster.ofSensor(series.sensorId());
        Watched temperature = sensor.get(Quantity.TEMPERATURE);
        Watched wind = sensor.get(Quantity.WIND_SPEED);
        if (temperature == null || wind == null || !temperature.isBrisk() || !wind.isBrisk()) return null;
        Watched chill = sensor.get(Quantity.WIND_CHILL);
        if (chill == null) chill = roster.add(Series.of(series.sensorId(), series.venueId(), Quantity.WIND_CHILL));
        for (long each = minute - 60; each < minute; each++) {
            double value =
                    FeltCold.of(temperature.recent().mean(each), wind.recent().mean(each));
            if (Double.isNaN(value)) continue;
            chill.recent().set(each, value);
            chill.heard((each + 1) * MinuteRing.MINUTE_MS - 1);
        }
        return chill;
    }
}
