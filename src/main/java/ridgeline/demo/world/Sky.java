package ridgeline.demo.world;

/**
 * The weather at one place and moment. Pure values; {@link #at} derives them in the order in which nature does: sun,
 * pressure systems, cloud, wind, temperature, humidity, snowfall.
 *
 * @param hour local mean solar hour of the day, 0 to 24
 * @param winter 1 in January, 0 in July
 * @param sunHeight sine of the sun's height, negative at night
 * @param cloud 0 clear to 1 overcast
 * @param lid strength of the night's inversion, 0 to 1
 * @param still 1 when the regional air does not move for days
 * @param storm strength of a storm, 0 to 1
 * @param temperature degC
 * @param humidity %
 * @param pressure hPa
 * @param wind m/s, mean of a minute
 * @param gust m/s, never below {@code wind}
 * @param direction degrees the wind comes from, [0, 360)
 * @param snowfall mm of water an hour
 */
record Sky(
        double hour,
        double winter,
        double sunHeight,
        double cloud,
        double lid,
        double still,
        double storm,
        double temperature,
        double humidity,
        double pressure,
        double wind,
        double gust,
        double direction,
        double snowfall) {
    static final double HOUR = 3_600_000;
    private static final double LATITUDE = Math.toRadians(40.96);
    private static final double LONGITUDE = 115.42;
    private static final double YEAR = 365.2422 * 24;
    private static final long FRONT = 11, CLOUD = 21, BREEZE = 31, TURBULENCE = 41, TURNING = 51, WARMTH = 61, WET = 71;
    private static final long STILL = 81, FLURRY = 91;

    /** What is the same everywhere around Chongli; the names are those of {@link Sky}, {@code front} is high minus low. */
    private record Region(
            double winter, double sun, double front, double cloud, double lid, double still, double storm) {}

    static Sky at(Noise noise, Course course, Place place, long t) {
        double h = t / HOUR;
        double hour = floorMod(h + LONGITUDE / 15, 24);
        double winter = winter(h);
        double sun = sunHeight(h, hour);
        double storm = course.storm(t);
        double still = course.still(t, Noise.rise(noise.drift(STILL, h / 90), 0.05, 0.6));
        double front = front(noise, h) - 0.7 * storm + 0.4 * still;
        double cloud = Noise.clamp(
                Noise.rise(noise.drift(CLOUD, h / 11) - 0.5 * front, -0.35, 0.75) + storm - 0.3 * still, 0, 1);
        double lid = Noise.rise(-sun, -0.12, 0.3) * (1 - 0.75 * cloud) * (0.35 + 0.65 * still) * (1 - storm);
        Region region = new Region(winter, sun, front, cloud, lid, still, storm);
        double wind = wind(noise, place, h, region);
        double temperature = temperature(noise, place, h, hour, region);
        double snowfall = snowfall(noise, h, front, storm) * (1 - 0.8 * still);
        return new Sky(
                hour,
                winter,
                sun,
                cloud,
                lid,
                still,
                storm,
                temperature,
                humidity(noise, h, cloud, snowfall, temperature, baseTemperature(winter, front, place)),
                pressure(place, hour, front),
                wind,
                gust(noise, place, h, wind, storm),
                direction(noise, place, h, sun),
                snowfall);
    }

    /** W/m2 on a level surface. */
    double solar() {
        if (sunHeight <= 0) return 0;
        return 1_080 * Math.pow(sunHeight, 1.2) * (1 - 0.78 * Math.pow(cloud, 1.4));
    }

    boolean isFreezing() {
        return temperature < 1;
    }

    /** Snow or rain in mm of water an hour at any hour of the past: the snow cover asks for many. */
    static double snowfallAt(Noise noise, Course course, double h) {
        double storm = course.storm((long) (h * HOUR));
        return snowfall(noise, h, front(noise, h) - 0.7 * storm, storm);
    }

    /** 1 in mid January, 0 in mid July. */
    static double winter(double h) {
        return 0.5 + 0.5 * Math.cos(2 * Math.PI * (h - 17 * 24) / YEAR);
    }

    private static double sunHeight(double h, double hour) {
        double declination = -Math.toRadians(23.44) * Math.cos(2 * Math.PI * (h + 10 * 24) / YEAR);
        double angle = (hour - 12) * Math.PI / 12;
        return Math.sin(LATITUDE) * Math.sin(declination)
                + Math.cos(LATITUDE) * Math.cos(declination) * Math.cos(angle);
    }

    private static double front(Noise noise, double h) {
        return noise.drift(FRONT, h / 62);
    }

    private static double baseTemperature(double winter, double front, Place place) {
        return 17 - 28 * winter - 5 * front - 6.2 * (place.altitude() - 1_600) / 1_000;
    }

    private static double temperature(Noise noise, Place place, double h, double hour, Region region) {
        double swing = (5.2 - 1.2 * region.winter) * (1 - 0.65 * region.cloud) * (1 - 0.6 * region.storm);
        double day = Math.cos(2 * Math.PI * (hour - 14.3) / 24) + 0.16 * Math.cos(4 * Math.PI * (hour - 14) / 24);
        double pooling = -5.5 * region.lid * (1 - 1.15 * place.height());
        double wobble = 0.9 * noise.drift(WARMTH, h / 3) + 0.2 * noise.drift(WARMTH + 9 ^ place.key(), h * 3);
        return Noise.clamp(
                baseTemperature(region.winter, region.front, place) + swing * day + pooling + wobble - 3 * region.storm,
                -34,
                37);
    }

    private static double humidity(
            Noise noise, double h, double cloud, double snowfall, double temperature, double base) {
        double wet = Noise.clamp(0.25 + 0.4 * cloud + 0.6 * Noise.rise(snowfall, 0, 1.2), 0, 1);
        double dew = base - 11 + 10 * wet + 1.5 * noise.drift(WET, h / 5);
        return Noise.clamp(
                100 * Math.exp(17.62 * dew / (243.1 + dew) - 17.62 * temperature / (243.1 + temperature)), 9, 99);
    }

    private static double pressure(Place place, double hour, double front) {
        double standard = 1_013.25 * Math.pow(1 - 2.25577e-5 * place.altitude(), 5.25588);
        return standard + 9 * front + 0.8 * Math.cos(2 * Math.PI * (hour - 10) / 12);
    }

    private static double wind(Noise noise, Place place, double h, Region region) {
        double exposed = 2.1 + 3.4 * place.height();
        double weather =
                Math.exp(0.55 * noise.drift(BREEZE, h / 7) - 0.5 * region.front + 0.25 * Math.max(0, region.sun));
        double sheltered = (1 - 0.7 * region.lid * (1 - place.height())) * (1 - 0.72 * region.still);
        double swirl = 1 + 0.28 * noise.drift(TURBULENCE ^ place.key(), h * 60 / 1.6);
        double mean = exposed * weather * sheltered + region.storm * (7.5 + 5.5 * place.height());
        return 17.5 * Math.tanh(mean * swirl / 17.5);
    }

    private static double gust(Noise noise, Place place, double h, double wind, double storm) {
        double burst = Math.abs(noise.drift(TURBULENCE + 5 ^ place.key(), h * 60 / 2.3));
        return Math.min(28, wind * (1.2 + 0.45 * burst + 0.12 * storm) + 0.35);
    }

    private static double direction(Noise noise, Place place, double h, double sun) {
        double regime = 115 * Math.tanh(1.7 * noise.drift(TURNING, h / 26));
        double slope = (1 - place.height()) * 45 * Noise.rise(sun, -0.1, 0.3);
        double meander = 14 * noise.drift(TURNING + 7 ^ place.key(), h * 60 / 9);
        double rattle = 7 * noise.drift(TURNING + 17 ^ place.key(), h * 60 / 1.5);
        double angle = floorMod(300 + regime - slope + meander + rattle, 360);
        return angle < 360 ? angle : 0;
    }

    private static double snowfall(Noise noise, double h, double front, double storm) {
        double episode = Noise.rise(noise.drift(FLURRY, h / 13) - 0.45 * front, 0.28, 0.9);
        return 2.2 * episode + 3.6 * storm * (0.75 + 0.25 * noise.drift(FLURRY + 5, h));
    }

    private static double floorMod(double x, double by) {
        return x - by * Math.floor(x / by);
    }
}
