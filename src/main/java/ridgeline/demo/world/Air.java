package ridgeline.demo.world;

/**
 * What is in the outdoor air: a regional background, the venue's own smoke and traffic under the night's lid, fireworks.
 * Gases follow from the same causes, so that they agree with each other. Pure.
 *
 * @param pm25 ug/m3
 * @param pm10 ug/m3, never below {@code pm25}
 * @param so2 ug/m3
 * @param no2 ug/m3
 * @param o3 ug/m3
 * @param co mg/m3
 * @param visibility m
 */
record Air(double pm25, double pm10, double so2, double no2, double o3, double co, double visibility) {
    private static final long REGION = 101, DUST = 111, PLUME = 121, OZONE = 131;

    static Air at(Noise noise, Course course, Place place, Sky sky, long t) {
        double h = t / Sky.HOUR;
        double built = course.buildUp(t);
        double wash = 1 / (1 + 0.5 * sky.snowfall());
        double region =
                (9 * Math.exp(0.8 * noise.drift(REGION, h / 34)) * (1 + 0.9 * sky.still()) + 125 * built) * wash;
        double thinning = 1 + 0.35 * sky.wind() - 0.25 * place.height();
        double trapped = (1 + 2.2 * sky.lid() * (1 - place.height())) * (1 + 0.6 * built) / Math.max(0.8, thinning);
        double plume = 1 + 0.35 * noise.drift(PLUME ^ place.key(), h * 2.5);
        double local = place.bustle() * activity(sky.hour()) * trapped * plume;
        double heating = place.bustle() * (0.3 + 0.7 * sky.winter()) * trapped;
        double smoke = course.smoke(t) * (place.bustle() > 0.9 ? 1 : 0.08) * plume;

        double pm25 = region * (1 - 0.25 * place.height()) + 11 * local + 9 * heating + 330 * smoke + 1.5;
        double dust = 12 * Noise.rise(sky.wind(), 5, 14) * (1 - 0.8 * sky.winter()) + 5 + 4 * noise.drift(DUST, h / 6);
        double pm10 = pm25 * (1.22 + 0.12 * noise.drift(DUST + 5, h / 9)) + Math.max(0, dust) + 90 * smoke;
        double no2 = 5 + 0.14 * region + 20 * local + 6 * heating + 12 * smoke;
        double so2 = 3.5 + 0.06 * region + 8 * heating + 95 * smoke;
        double co = 0.18 + 0.0058 * region + 0.35 * local + 0.3 * heating + 1.1 * smoke;
        return new Air(pm25, pm10, so2, no2, ozone(noise, sky, no2, h), co, visibility(sky, pm25));
    }

    /** Traffic and kitchens: 0.2 at night, peaks at 8 and 18 o'clock. */
    private static double activity(double hour) {
        double morning = Math.exp(-Math.pow((hour - 8) / 1.6, 2));
        double evening = Math.exp(-Math.pow((hour - 18) / 2.1, 2));
        double day = Noise.rise(hour, 6, 9) * (1 - Noise.rise(hour, 20, 23.5));
        return 0.2 + 0.3 * day + 0.6 * morning + 0.7 * evening;
    }

    private static double ozone(Noise noise, Sky sky, double no2, double h) {
        double background = 78 - 22 * sky.winter() + 12 * noise.drift(OZONE, h / 30);
        double afternoon = Math.exp(-Math.pow((sky.hour() - 14.7) / 4, 2));
        double made = 55 * (1 - 0.75 * sky.winter()) * afternoon * (1 - 0.6 * sky.cloud());
        return Math.max(3, background + made + 8 * afternoon - 0.55 * no2 - 14 * sky.lid());
    }

    /** m; from the light that particles, droplets and flakes take away on each kilometre. */
    private static double visibility(Sky sky, double pm25) {
        double swelling = 1 + 1.8 * Noise.rise(sky.humidity(), 60, 99);
        double particles = 0.0042 * pm25 * swelling;
        double mist = 1.6 * Noise.rise(sky.humidity(), 94, 99.5);
        double flakes =
                (sky.isFreezing() ? 0.95 : 0.25) * sky.snowfall() * sky.snowfall() / (1 + 0.35 * sky.snowfall());
        double blowing = sky.storm() * 2.5 * Noise.rise(sky.wind(), 7, 16);
        return 1_000 * 3.912 / (3.912 / 38 + particles + mist + flakes + blowing);
    }
}
