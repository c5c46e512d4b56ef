package ridgeline.judge;

import ridgeline.domain.Quantity;
import ridgeline.standard.DissolvedOxygen;
import ridgeline.standard.Edition;
import ridgeline.standard.Period;

/** Whether a section's water holds a share of the oxygen it can dissolve, at its temperature and the height of its venue. */
final class Oxygen implements Saturation {
    private final Roster roster;
    private final Past past;
    private final Edition edition;

    Oxygen(Roster roster, Past past, Edition edition) {
        this.roster = roster;
        this.past = past;
        this.edition = edition;
    }

    @Override
    public boolean isReached(Watched oxygen, Period period, Average average, double share) {
        Watched water = roster.ofSensor(oxygen.series().sensorId()).get(Quantity.WATER_TEMPERATURE);
        if (water == null) return false;
        Average temperature = new Averages(water, edition, past).over(period, average.window());
        if (!temperature.isComplete()) return false;
        Double altitude = oxygen.place().venue().altitude();
        double pressure = altitude == null ? DissolvedOxygen.SEA_LEVEL_HPA : DissolvedOxygen.pressureAt(altitude);
        return average.value() >= share / 100 * DissolvedOxygen.saturated(temperature.value(), pressure);
    }
}
