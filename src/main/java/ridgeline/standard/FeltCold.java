package ridgeline.standard;

/**
 * Wind chill by the formula of JAG/TI (2001), used in Canada and the United States: valid up to 10 °C and from 4.8 km/h;
 * in less wind the air temperature stands, above 10 °C there is no wind chill. It means wind at 10 m; masts measure there.
 */
public final class FeltCold {
    private static final double WARMEST = 10;
    private static final double CALM_KMH = 4.8;

    private FeltCold() {}

    /**
     * @param temperature in degrees Celsius
     * @param wind in metres per second
     * @return degrees Celsius; NaN when it is too warm for a wind chill
     */
    public static double of(double temperature, double wind) {
        if (!(temperature <= WARMEST)) return Double.NaN;
        double kmh = wind * 3.6;
        if (!(kmh >= CALM_KMH)) return Double.isNaN(wind) ? Double.NaN : temperature;
        double power = Math.pow(kmh, 0.16);
        return 13.12 + 0.6215 * temperature - 11.37 * power + 0.3965 * temperature * power;
    }
}
