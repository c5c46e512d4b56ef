package ridgeline.standard;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.domain.Series;

/**
 * Wind chill as a series of its own, worked out minute by minute from the temperature and the wind of one sensor. Confined
 * to the thread that judges.
 *
 * <p>The formula is that of JAG/TI (2001), used in Canada and the United States: valid up to 10 °C and from 4.8 km/h; in
 * less wind the air temperature stands, above 10 °C there is no wind chill. It means wind at 10 m; masts measure there.
 */
final class WindChill {
    private static final double WARMEST = 10;
    private static final double CALM_KMH = 4.8;

    private final Roster roster;
    private final Map<String, Watched> bySensor = new HashMap<>();

    WindChill(Roster roster) {
        this.roster = roster;
    }

    /**
     * @param temperature in degrees Celsius
     * @param wind in metres per second
     * @return degrees Celsius; NaN when it is too warm for a wind chill
     */
    static double of(double temperature, double wind) {
        if (!(temperature <= WARMEST)) return Double.NaN;
        double kmh = wind * 3.6;
        if (!(kmh >= CALM_KMH)) return Double.isNaN(wind) ? Double.NaN : temperature;
        double power = Math.pow(kmh, 0.16);
        return 13.12 + 0.6215 * temperature - 11.37 * power + 0.3965 * temperature * power;
    }

    /** The wind chill of the sensor that a series belongs to, brought up to date; null when the sensor has none. */
    @Nullable
    Watched refresh(Series series, long minute) {
        Map<Quantity, Watched> sensor = roster.ofSensor(series.sensorId());
        Watched temperature = sensor.get(Quantity.TEMPERATURE);
        Watched wind = sensor.get(Quantity.WIND_SPEED);
        if (temperature == null || wind == null || !temperature.isBrisk() || !wind.isBrisk()) return null;
        Watched chill = bySensor.computeIfAbsent(
                series.sensorId(), id -> roster.add(Series.of(id, series.venueId(), Quantity.WIND_CHILL)));
        for (long each = minute - 60; each < minute; each++) {
            double value = of(temperature.recent().mean(each), wind.recent().mean(each));
            if (Double.isNaN(value)) continue;
            chill.recent().set(each, value);
            chill.heard((each + 1) * MinuteRing.MINUTE_MS - 1);
        }
        return chill;
    }
}
