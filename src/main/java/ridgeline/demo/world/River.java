package ridgeline.demo.world;

/**
 * The Qingshui River at one section: clean above the venues, with some of the town's load below. Pure.
 *
 * @param temperature degC, never below 0
 * @param oxygen mg/L
 * @param ph 1
 * @param codmn mg/L
 * @param ammonia mg/L as nitrogen
 * @param phosphorus mg/L
 * @param turbidity NTU
 * @param conductivity uS/cm
 * @param flow m3/s
 */
record River(
        double temperature,
        double oxygen,
        double ph,
        double codmn,
        double ammonia,
        double phosphorus,
        double turbidity,
        double conductivity,
        double flow) {
    private static final long LOAD = 301, RAIN = 311, MUD = 321;

    static River at(Noise noise, Place place, Sky sky, long t) {
        double h = t / Sky.HOUR;
        double down = place.downstream();
        double sun = Math.max(0, sky.sunHeight());
        double warm = 18
                - 21 * sky.winter()
                + 1.4 * noise.drift(RAIN, h / 60)
                + 0.9 * Math.cos(2 * Math.PI * (sky.hour() - 16) / 24);
        double temperature = 0.6 * Math.log1p(Math.exp(warm / 0.6)) + 0.3 * down;
        double melt = Math.exp(-Math.pow((sky.winter() - 0.55) / 0.15, 2));
        double flow = (0.45 + 1.1 * melt + 1.3 * (1 - sky.winter()))
                * Math.exp(0.5 * noise.drift(RAIN + 5, h / 50))
                * (1 + 0.6 * down);
        double load = down * (0.75 + 0.5 * people(sky.hour() - 2)) / Math.max(0.5, Math.sqrt(flow));
        double wobble = noise.drift(LOAD ^ place.key(), h / 5);
        double mud = Math.exp(0.9 * noise.drift(MUD, h / 20)) * (1 + 2.5 * melt);
        double codmn = 1.9 + 0.9 * load + 0.12 * mud + 0.2 * wobble;
        double breath = 0.93 + 0.07 * sun * (1 - 0.5 * sky.winter()) - 0.07 * load;
        return new River(
                temperature,
                saturation(temperature, sky.pressure()) * (breath + 0.015 * wobble),
                7.95 + 0.22 * sun * (1 - 0.5 * sky.winter()) - 0.12 * load + 0.05 * wobble,
                codmn,
                0.09 + 0.26 * load + 0.03 * wobble * (1 + down) + 0.05 * sky.winter(),
                0.022 + 0.05 * load + 0.006 * mud + 0.004 * wobble,
                2.2 * mud + 2 * load + 0.3 * wobble,
                395 + 90 * load + 70 * sky.winter() + 12 * wobble - 40 * melt,
                flow);
    }

    /** Oxygen that water can hold in mg/L: about 14.6 at 0 degC by the sea, less when warmer or higher up. */
    static double saturation(double temperature, double pressure) {
        return 468 / (31.6 + temperature) * 0.986 * pressure / 1_013.25;
    }

    private static double people(double hour) {
        return 0.5
                + 0.5 * Math.cos(2 * Math.PI * (hour - 19) / 12) * 0.6
                - 0.2 * Math.cos(2 * Math.PI * (hour - 2) / 24);
    }
}
