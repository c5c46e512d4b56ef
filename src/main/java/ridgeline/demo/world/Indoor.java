package ridgeline.demo.world;

/**
 * A heated room with people in it: what they breathe out and what the furniture gives off. Pure.
 *
 * @param co2 ppm
 * @param hcho mg/m3
 * @param tvoc mg/m3
 * @param temperature degC
 * @param humidity %
 */
record Indoor(double co2, double hcho, double tvoc, double temperature, double humidity) {
    private static final long CROWD = 201, ROOM = 211;

    static Indoor at(Noise noise, Place place, Sky sky, long t) {
        double h = t / Sky.HOUR;
        double crowd = crowd(sky.hour()) * (1 + 0.35 * noise.drift(CROWD ^ place.key(), h * 1.7));
        double slow = noise.drift(ROOM ^ place.key(), h / 8);
        double temperature = 21.4 + 1.1 * crowd + 0.7 * slow + 0.03 * sky.temperature();
        return new Indoor(
                428 + 640 * crowd + 12 * slow,
                0.024 + 0.012 * crowd + 0.0016 * (temperature - 21),
                0.11 + 0.27 * crowd + 0.03 * slow,
                temperature,
                Noise.clamp(38 + 14 * crowd + 0.25 * (sky.temperature() + 15) + 4 * slow, 12, 80));
    }

    /** How full it is, 0 to 1: breakfast, lunch, a long evening. */
    private static double crowd(double hour) {
        double breakfast = Math.exp(-Math.pow((hour - 7.8) / 1.1, 2));
        double lunch = Math.exp(-Math.pow((hour - 12.4) / 1.2, 2));
        double evening = Math.exp(-Math.pow((hour - 19.2) / 2.2, 2));
        return 0.06 + 0.55 * breakfast + 0.7 * lunch + 0.85 * evening;
    }
}
