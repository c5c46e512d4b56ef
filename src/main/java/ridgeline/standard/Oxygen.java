package ridgeline.standard;

import ridgeline.domain.Quantity;

/**
 * How much oxygen water can dissolve: 468 / (31.6 + T) mg/L at sea level (the formula of the Chinese surface water
 * method; unverified here), less with height as the air's pressure is less.
 */
final class Oxygen implements Saturation {
    private static final double SEA_LEVEL_HPA = 1013.25;

    private final Roster roster;
    private final Past past;
    private final Edition edition;

    Oxygen(Roster roster, Past past, Edition edition) {
        this.roster = roster;
        this.past = past;
        this.edition = edition;
    }

    /** Milligrams per litre at a water temperature in degrees Celsius and a pressure in hectopascal. */
    static double saturated(double temperature, double pressure) {
        return 468 / (31.6 + temperature) * pressure / SEA_LEVEL_HPA;
    }

    /** The standard atmosphere's pressure in hectopascal at a height in metres (ISO 2533). */
    static double pressureAt(double altitude) {
        return SEA_LEVEL_HPA * Math.pow(1 - 2.25577e-5 * altitude, 5.25588);
    }

    @Override
    public boolean isReached(Watched oxygen, Period period, Average average, double share) {
        Watched water = roster.ofSensor(oxygen.series().sensorId()).get(Quantity.WATER_TEMPERATURE);
        if (water == null) return false;
        Average temperature = new Averages(water, edition, past).over(period, average.window());
        if (!temperature.isComplete()) return false;
        Double altitude = oxygen.place().venue().altitude();
        double pressure = altitude == null ? SEA_LEVEL_HPA : pressureAt(altitude);
        return average.value() >= share / 100 * saturated(temperature.value(), pressure);
    }
}
