package ridgeline.demo.world;

import java.time.Duration;
import java.time.Instant;

/**
 * How a scenario runs. It is tied to the start of the demo, so that whoever looks sees it at once. Pure.
 *
 * @param scenario what happens
 * @param start when the demo began, epoch milliseconds
 */
record Course(Scenario scenario, long start) {
    private static final double HOUR = Duration.ofHours(1).toMillis();
    /** 20:00 in Chongli, as UTC. */
    private static final double FIRST_ROCKET = 12;

    static Course of(Scenario scenario, Instant start) {
        return new Course(scenario, start.toEpochMilli());
    }

    /** Strength of a storm, 0 to 1: one rages at the start for some five hours, another every day after. */
    double storm(long t) {
        if (scenario != Scenario.STORM) return 0;
        double hours = (t - start) / HOUR + 3;
        if (hours < 0) return 0;
        double inDay = hours - 24 * Math.floor(hours / 24);
        return Noise.rise(inDay, 0, 3) * (1 - Noise.rise(inDay, 8, 14));
    }

    /** 1 when the air does not move; {@code usual} is what the weather alone would say. */
    double still(long t, double usual) {
        return switch (scenario) {
            case STAGNATION -> Math.max(usual, Noise.rise((t - start) / HOUR, -50, -20));
            case STORM -> usual * (1 - storm(t));
            case FIREWORKS -> Math.max(usual, 0.45);
            case CALM, SENSOR_FAULTS -> usual;
        };
    }

    /** How far particles have built up, 0 to 1; grows over four days, two of them before the start. */
    double buildUp(long t) {
        return scenario == Scenario.STAGNATION ? Noise.rise((t - start) / HOUR, -60, 48) : 0;
    }

    /** Smoke of the evening's fireworks, 0 to 1: there in ten minutes, gone in three hours. */
    double smoke(long t) {
        if (scenario != Scenario.FIREWORKS) return 0;
        double sinceEight = t / HOUR - FIRST_ROCKET;
        double since = sinceEight - 24 * Math.floor(sinceEight / 24);
        return Noise.rise(since, 0, 0.2) * Math.exp(-Math.max(0, since - 0.7) / 0.8) * (1 - Noise.rise(since, 4, 6));
    }

    /** Rockets in the air, 0 to 1: what a sound level meter hears. */
    double rockets(long t) {
        if (scenario != Scenario.FIREWORKS) return 0;
        double sinceEight = t / HOUR - FIRST_ROCKET;
        double since = sinceEight - 24 * Math.floor(sinceEight / 24);
        return Noise.rise(since, 0, 0.03) * (1 - Noise.rise(since, 0.67, 0.7));
    }
}
