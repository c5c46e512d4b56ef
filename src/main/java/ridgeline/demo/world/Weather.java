package ridgeline.demo.world;

import java.time.Instant;
import ridgeline.domain.Quantity;

/** The simulated world around Chongli: ask it for any place and moment, in any order, on any thread. Immutable. */
public final class Weather {
    private static final long SOUND = 401, MAST = 411;

    private final Noise noise;
    private final Course course;

    /**
     * @param start when the demo begins; storm and build-up of a scenario are placed around it
     * @param seed another seed is another winter
     */
    public Weather(Scenario scenario, Instant start, long seed) {
        this.noise = new Noise(seed);
        this.course = Course.of(scenario, start);
    }

    /**
     * All that can be measured at one place and moment.
     *
     * @param t epoch milliseconds
     */
    public Moment at(Place place, long t) {
        return new Moment(place, t, Sky.at(noise, course, place, t));
    }

    /** One place at one moment; the air is worked out once, when first asked for. */
    public final class Moment {
        private final Place place;
        private final long t;
        private final Sky sky;
        private @org.jspecify.annotations.Nullable Air air;

        private Moment(Place place, long t, Sky sky) {
            this.place = place;
            this.t = t;
            this.sky = sky;
        }

        /** The true value, in the quantity's canonical unit; instruments add their own error. */
        public double value(Quantity quantity) {
            return switch (quantity) {
                case PM25 -> air().pm25() * (place.indoor() ? 0.4 : 1);
                case PM10 -> air().pm10() * (place.indoor() ? 0.4 : 1);
                case SO2 -> air().so2();
                case NO2 -> air().no2();
                case O3 -> air().o3();
                case CO -> air().co();
                case VISIBILITY -> air().visibility();
                case CO2, HCHO, TVOC -> indoor(quantity);
                case TEMPERATURE, HUMIDITY -> place.indoor() ? indoor(quantity) : outdoor(quantity);
                case PRESSURE, WIND_SPEED, WIND_GUST, WIND_DIRECTION, PRECIPITATION, SOLAR -> outdoor(quantity);
                case SNOW_DEPTH -> Snow.depth(noise, course, place, t);
                case SNOW_TEMPERATURE -> Snow.temperature(Snow.depth(noise, course, place, t), sky);
                case NOISE -> sound();
                case WATER_TEMPERATURE,
                        PH,
                        DISSOLVED_OXYGEN,
                        CODMN,
                        COD,
                        BOD5,
                        AMMONIA_NITROGEN,
                        TOTAL_PHOSPHORUS,
                        TURBIDITY,
                        CONDUCTIVITY,
                        WATER_FLOW -> river(quantity);
                case BATTERY ->
                    88 + 9 * Math.max(0, sky.sunHeight()) + 3 * noise.drift(MAST ^ place.key(), hours() / 30);
                case SIGNAL -> -76 + 7 * noise.drift(MAST + 5 ^ place.key(), hours()) - 6 * sky.storm();
                default -> throw new IllegalArgumentException("not simulated: " + quantity);
            };
        }

        private double outdoor(Quantity quantity) {
            return switch (quantity) {
                case TEMPERATURE -> sky.temperature();
                case HUMIDITY -> sky.humidity();
                case PRESSURE -> sky.pressure();
                case WIND_SPEED -> sky.wind();
                case WIND_GUST -> sky.gust();
                case WIND_DIRECTION -> sky.direction();
                case PRECIPITATION -> sky.snowfall();
                case SOLAR -> sky.solar();
                default -> throw new IllegalArgumentException("not of the open air: " + quantity);
            };
        }

        private double indoor(Quantity quantity) {
            Indoor room = Indoor.at(noise, place, sky, t);
            return switch (quantity) {
                case CO2 -> room.co2();
                case HCHO -> room.hcho();
                case TVOC -> room.tvoc();
                case TEMPERATURE -> room.temperature();
                case HUMIDITY -> room.humidity();
                default -> throw new IllegalArgumentException("not of a room: " + quantity);
            };
        }

        private double river(Quantity quantity) {
            River river = River.at(noise, place, sky, t);
            return switch (quantity) {
                case WATER_TEMPERATURE -> river.temperature();
                case PH -> river.ph();
                case DISSOLVED_OXYGEN -> river.oxygen();
                case CODMN -> river.codmn();
                case COD -> 3.1 * river.codmn() + 3;
                case BOD5 -> 0.55 * river.codmn();
                case AMMONIA_NITROGEN -> river.ammonia();
                case TOTAL_PHOSPHORUS -> river.phosphorus();
                case TURBIDITY -> river.turbidity();
                case CONDUCTIVITY -> river.conductivity();
                case WATER_FLOW -> river.flow();
                default -> throw new IllegalArgumentException("not of a river: " + quantity);
            };
        }

        /** dB(A): people and lifts by day, wind, loudspeakers now and then, rockets. */
        private double sound() {
            double day = Noise.rise(sky.hour(), 6, 9) * (1 - Noise.rise(sky.hour(), 18, 23));
            double event = 9 * day * Noise.rise(noise.drift(SOUND ^ place.key(), hours() * 2), 0.1, 0.6);
            double passing = 3.5 * noise.drift(SOUND + 5 ^ place.key(), hours() * 60);
            double usual = 36 + 11 * day + 4 * place.bustle() + event + passing + 0.9 * sky.wind();
            double rockets = place.bustle() > 0.9 ? 82 + 4 * noise.drift(SOUND + 9, hours() * 120) : 58;
            return usual + Math.max(0, rockets - usual) * course.rockets(t);
        }

        private double hours() {
            return t / Sky.HOUR;
        }

        private Air air() {
            Air known = air;
            if (known == null) {
                known = Air.at(noise, course, place, sky, t);
                air = known;
            }
            return known;
        }
    }
}
