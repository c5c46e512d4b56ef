package ridgeline.demo;

import ridgeline.domain.Quantity;

/**
 * How exact an instrument of the field is, in the quantity's canonical unit. Pure.
 *
 * @param absolute largest error at zero
 * @param relative share of the value that is added to it
 * @param step smallest difference it shows
 */
record Precision(double absolute, double relative, double step) {
    static Precision of(Quantity quantity) {
        return switch (quantity) {
            case PM25, PM10 -> new Precision(1, 0.03, 1);
            case SO2, NO2, O3 -> new Precision(0.8, 0.02, 0.1);
            case CO -> new Precision(0.03, 0.02, 0.01);
            case CO2 -> new Precision(8, 0.01, 1);
            case HCHO -> new Precision(0.002, 0.03, 0.001);
            case TVOC -> new Precision(0.01, 0.03, 0.01);
            case TEMPERATURE, SNOW_TEMPERATURE -> new Precision(0.08, 0, 0.1);
            case WATER_TEMPERATURE -> new Precision(0.05, 0, 0.01);
            case HUMIDITY -> new Precision(0.8, 0, 0.1);
            case PRESSURE -> new Precision(0.08, 0, 0.1);
            case WIND_SPEED, WIND_GUST -> new Precision(0.1, 0, 0.1);
            case WIND_DIRECTION -> new Precision(3, 0, 1);
            case VISIBILITY -> new Precision(5, 0.03, 1);
            case SNOW_DEPTH -> new Precision(0.3, 0, 0.1);
            case PRECIPITATION -> new Precision(0, 0.03, 0.1);
            case SOLAR -> new Precision(2, 0.01, 1);
            case NOISE -> new Precision(0.6, 0, 0.1);
            case PH -> new Precision(0.02, 0, 0.01);
            case DISSOLVED_OXYGEN -> new Precision(0.05, 0, 0.01);
            case CODMN -> new Precision(0.08, 0.02, 0.01);
            case COD, BOD5 -> new Precision(0.1, 0.03, 0.1);
            case AMMONIA_NITROGEN -> new Precision(0.01, 0.02, 0.001);
            case TOTAL_PHOSPHORUS -> new Precision(0.002, 0.02, 0.001);
            case TURBIDITY -> new Precision(0.1, 0.03, 0.01);
            case CONDUCTIVITY -> new Precision(1, 0.003, 0.1);
            case WATER_FLOW -> new Precision(0.01, 0.02, 0.001);
            case BATTERY, SIGNAL -> new Precision(0.5, 0, 1);
            default -> throw new IllegalArgumentException("not simulated: " + quantity);
        };
    }

    /**
     * What the instrument shows.
     *
     * @param chance -1 to 1, small ones more often
     */
    double seen(Quantity quantity, double value, double chance) {
        double steps = Math.rint((value + chance * (absolute + relative * Math.abs(value))) / step);
        double shown = step < 1 ? steps / Math.rint(1 / step) : steps * step;
        return switch (quantity) {
            case TEMPERATURE, SNOW_TEMPERATURE, DEW_POINT, SOIL_TEMPERATURE, SIGNAL -> shown;
            case WIND_DIRECTION -> (shown + 360) % 360;
            case HUMIDITY, SOIL_MOISTURE, BATTERY -> Math.max(0, Math.min(100, shown));
            default -> Math.max(0, shown);
        };
    }
}
