package ridgeline.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import ridgeline.demo.world.Noise;
import ridgeline.demo.world.Place;
import ridgeline.demo.world.Weather;
import ridgeline.domain.Quantity;
import ridgeline.domain.Sensor;

/**
 * One simulated device: it sees the world through its own error and resolution and speaks as its sensor is configured.
 * Immutable.
 *
 * @param id the sensor's id with its captures filled in
 * @param topic where it publishes
 */
record Instrument(Sensor sensor, String id, String topic, Place place, Payload payload, long key) {
    private static final Pattern CAPTURE = Pattern.compile("\\{[^}]*}");
    private static final List<String> DEVICES = List.of("1", "2");

    /** One device; two where the id holds a capture, since such a sensor stands for several. */
    static List<Instrument> of(Sensor sensor) {
        if (!CAPTURE.matcher(sensor.id()).find()) return List.of(device(sensor, "1"));
        List<Instrument> instruments = new ArrayList<>();
        for (String device : DEVICES) instruments.add(device(sensor, device));
        return instruments;
    }

    private static Instrument device(Sensor sensor, String name) {
        String id = CAPTURE.matcher(sensor.id()).replaceAll(name);
        String topic = CAPTURE.matcher(sensor.topic())
                .replaceAll(name)
                .replace("+", name)
                .replace("#", name);
        return new Instrument(sensor, id, topic, Place.of(sensor), Payload.of(sensor), Noise.key(id));
    }

    boolean carriesTime() {
        return sensor.time() != null;
    }

    /** What it measures, a value per channel in the canonical unit, with its error and at its resolution. */
    double[] measured(Weather weather, Noise noise, long t) {
        Weather.Moment moment = weather.at(place, t);
        double[] values = new double[sensor.channels().size()];
        for (int i = 0; i < values.length; i++) {
            Quantity quantity = sensor.channels().get(i).quantity();
            long own = key ^ Noise.key(quantity.id());
            double chance = noise.unit(own, 2 * t) + noise.unit(own, 2 * t + 1) - 1;
            values[i] = Precision.of(quantity).seen(quantity, moment.value(quantity), chance);
        }
        return values;
    }

    /**
     * The message for measured values: what its configuration turns back into them.
     *
     * @param values canonical, in the order of the channels
     */
    String message(long t, double[] values) {
        double[] carried = new double[values.length];
        for (int i = 0; i < values.length; i++)
            carried[i] = carried(sensor.channels().get(i), values[i]);
        return payload.text(t, carried);
    }

    private static double carried(Sensor.Channel channel, double canonical) {
        double carried = ((canonical - channel.offset()) / channel.scale() - channel.shift()) / channel.factor();
        double step = Precision.of(channel.quantity()).step() / Math.abs(channel.factor() * channel.scale());
        double digits = Math.pow(10, Math.ceil(-Math.log10(step)) + 1);
        return Double.isFinite(carried) ? Math.rint(carried * digits) / digits : carried;
    }
}
