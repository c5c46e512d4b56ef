package ridgeline.demo.world;

import ridgeline.domain.Quantity;
import ridgeline.domain.Sensor;

/**
 * Where an instrument stands, as far as its readings depend on it. The five Chongli venues are known by their ids; any
 * other venue gets a place drawn from its id, and the words in a sensor's id move it up, indoors or down the river.
 *
 * @param key tells places apart
 * @param altitude metres above the sea
 * @param bustle 0 for a forest, 1 for a village with traffic, kitchens and heating
 * @param indoor in a room with people
 * @param downstream 0 above the venues, 1 below them; only the river asks
 */
public record Place(long key, double altitude, double bustle, boolean indoor, double downstream) {
    private static final double VALLEY = 1_600;
    private static final double RELIEF = 500;

    public static Place of(Sensor sensor) {
        String id = sensor.id();
        double altitude = altitude(sensor.venueId());
        if (hasWord(id, "summit", "start", "top", "ridge", "peak")) altitude = Math.min(2_100, altitude + 280);
        boolean indoor = hasWord(id, "indoor", "lobby", "room", "hall")
                || sensor.channels().stream().anyMatch(channel -> isIndoor(channel.quantity()));
        boolean below = hasWord(sensor.venueId(), "down", "downstream", "lower", "outlet");
        return new Place(Noise.key(sensor.venueId()), altitude, bustle(sensor.venueId()), indoor, below ? 1 : 0);
    }

    /** 0 in the valley, 1 on the ridge. */
    double height() {
        return Noise.clamp((altitude - VALLEY) / RELIEF, 0, 1);
    }

    private static double altitude(String venue) {
        return switch (venue) {
            case "genting" -> 1_800;
            case "ski-jumping" -> 1_720;
            case "cross-country" -> 1_670;
            case "biathlon" -> 1_665;
            case "village" -> 1_610;
            default -> VALLEY + 300 * new Noise(7).unit(Noise.key(venue), 0);
        };
    }

    private static double bustle(String venue) {
        return switch (venue) {
            case "genting" -> 0.45;
            case "ski-jumping" -> 0.3;
            case "cross-country", "biathlon" -> 0.2;
            case "village" -> 1;
            default -> 0.15 + 0.5 * new Noise(7).unit(Noise.key(venue), 1);
        };
    }

    private static boolean isIndoor(Quantity quantity) {
        return quantity == Quantity.CO2 || quantity == Quantity.HCHO || quantity == Quantity.TVOC;
    }

    private static boolean hasWord(String id, String... words) {
        for (String part : id.split("[^a-z0-9]+", -1)) for (String word : words) if (part.equals(word)) return true;
        return false;
    }
}
