package ridgeline.demo.world;

/** The snow on the ground: a prepared base from the snow guns, and what fell on it and settles. Pure. */
final class Snow {
    private static final double CELL = 3;
    private static final int CELLS = 96;
    private static final double SETTLING = 60;

    private Snow() {}

    /** cm. */
    static double depth(Noise noise, Course course, Place place, long t) {
        double h = t / Sky.HOUR;
        double season = season(h);
        if (season == 0) return 0;
        double base = 55 + 45 * noise.unit(place.key(), 3);
        double drifting = 1.5 * noise.drift(place.key() + 4, h / 40);
        return season * (base + drifting + fresh(noise, course, h));
    }

    /** degC; a snow surface radiates at night and cannot be warmer than ice melts. */
    static double temperature(double depth, Sky sky) {
        double clear = 1 - 0.8 * sky.cloud();
        double night = Noise.rise(-sky.sunHeight(), -0.15, 0.25);
        double snow =
                Math.min(0, sky.temperature() - 0.4 - 5 * night * clear + 0.8 * Math.max(0, sky.sunHeight()) * clear);
        double ground = sky.temperature() - 2.5 * night * clear + 9 * Math.max(0, sky.sunHeight()) * clear;
        double cover = Noise.rise(depth, 0, 6);
        return cover * snow + (1 - cover) * ground;
    }

    /** What fell in the last twelve days, in cm, less and less as it settles; the cells stand still in time. */
    private static double fresh(Noise noise, Course course, double h) {
        double now = Math.floor(h / CELL) * CELL;
        double sum = fall(noise, course, now) * (h - now);
        for (int i = 1; i <= CELLS; i++) {
            double cell = now - i * CELL;
            sum += fall(noise, course, cell) * CELL * Math.exp(-(h - cell - CELL) / SETTLING);
        }
        return sum;
    }

    /** cm an hour; a millimetre of water makes about a centimetre of snow. */
    private static double fall(Noise noise, Course course, double h) {
        return Sky.snowfallAt(noise, course, h + CELL / 2) * Noise.rise(Sky.winter(h), 0.4, 0.75);
    }

    /** 0 from May to October, 1 from the end of November to the end of March. */
    private static double season(double h) {
        return Noise.rise(Sky.winter(h), 0.42, 0.78);
    }
}
