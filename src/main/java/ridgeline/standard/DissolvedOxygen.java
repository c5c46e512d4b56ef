package ridgeline.standard;

/**
 * How much oxygen water can dissolve: 468 / (31.6 + T) mg/L at sea level (the formula of the Chinese surface water
 * method; unverified here), less with height as the air's pressure is less.
 */
public final class DissolvedOxygen {
    public static final double SEA_LEVEL_HPA = 1013.25;

    private DissolvedOxygen() {}

    /** Milligrams per litre at a water temperature in degrees Celsius and a pressure in hectopascal. */
    public static double saturated(double temperature, double pressure) {
        return 468 / (31.6 + temperature) * pressure / SEA_LEVEL_HPA;
    }

    /** The standard atmosphere's pressure in hectopascal at a height in metres (ISO 2533). */
    public static double pressureAt(double altitude) {
        return SEA_LEVEL_HPA * Math.pow(1 - 2.25577e-5 * altitude, 5.25588);
    }
}
