package ridgeline.decode;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Reading;
import ridgeline.domain.Sensor;
import ridgeline.domain.Sensor.Channel;
import ridgeline.domain.Series;

/** One sensor on one topic, compiled: how its payload reads and which series it feeds. Confined to the decoding thread. */
final class Route {
    private static final int MOST_SHOWN = 40;

    private final Sensor sensor;
    private final List<Channel> channels;
    private final List<Series> series;
    private final @Nullable JsonPlan plan;
    private final @Nullable TimeReader time;
    private final Found found;

    Route(Sensor sensor, Map<String, String> captured, ZoneId defaultZone) {
        this.sensor = sensor;
        channels = sensor.channels();
        String id = Captures.fill(sensor.id(), captured);
        series = channels.stream()
                .map(channel -> Series.of(id, sensor.venueId(), channel.quantity()))
                .toList();
        time = sensor.time() == null ? null : new TimeReader(sensor.time(), defaultZone);
        List<String> pointers =
                new ArrayList<>(channels.stream().map(Channel::at).toList());
        if (sensor.time() != null) pointers.add(sensor.time().at());
        plan = sensor.format() == Sensor.Format.JSON
                ? new JsonPlan(pointers, sensor.time() == null ? -1 : channels.size())
                : null;
        found = new Found(pointers.size());
    }

    List<Series> series() {
        return series;
    }

    Decoded decode(byte[] payload, boolean retained, long arrived) {
        int from = startsWithByteOrderMark(payload) ? 3 : 0;
        int length = payload.length - from;
        if (sensor.format() == Sensor.Format.NUMBER) {
            readNumber(payload, from, length);
        } else if (plan != null) {
            while (length > 0 && payload[from + length - 1] == 0) length--;
            try {
                plan.read(payload, from, length, found);
            } catch (IOException notJson) {
                return new Decoded.Rejected("not JSON: " + oneLine(notJson.getMessage()));
            }
        }
        return collect(retained, arrived);
    }

    private void readNumber(byte[] payload, int from, int length) {
        found.clear();
        OptionalDouble value = PlainNumber.read(payload, from, length);
        for (int place = 0; place < channels.size(); place++) {
            if (value.isPresent()) found.number(place, value.getAsDouble(), null);
            else
                found.text(
                        place,
                        new String(
                                payload, from, Math.min(length, MOST_SHOWN), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private Decoded collect(boolean retained, long arrived) {
        OptionalLong own = time == null ? OptionalLong.empty() : time.read(found, channels.size());
        Stamp stamp = Stamp.of(own, time != null, arrived);
        if (retained && !stamp.own()) return new Decoded.Ignored("retained, and its age is unknown");
        List<Reading> readings = new ArrayList<>(channels.size());
        String flaw = null;
        boolean nothingThere = true;
        for (int place = 0; place < channels.size(); place++) {
            Channel channel = channels.get(place);
            if (found.kind(place) != Found.Kind.ABSENT) nothingThere = false;
            String wrong = wrong(place, channel);
            if (wrong != null && flaw == null) flaw = wrong;
            if (found.kind(place) != Found.Kind.NUMBER || wrong != null) continue;
            double value = channel.canonical(found.number(place));
            readings.add(new Reading(
                    series.get(place), stamp.t(), value, stamp.quality(sensor.state(), channel, value), stamp.own()));
        }
        if (!readings.isEmpty()) return new Decoded.Readings(readings, flaw);
        if (flaw != null) return new Decoded.Rejected(flaw);
        if (nothingThere)
            return new Decoded.Rejected(
                    "none of " + channels.stream().map(c -> name(c)).toList() + " is there");
        return new Decoded.Ignored("no value");
    }

    /** What is wrong with the value at a place, or null; null and missing values are no readings but not wrong. */
    private @Nullable String wrong(int place, Channel channel) {
        return switch (found.kind(place)) {
            case ABSENT, NULL -> null;
            case NUMBER ->
                Double.isFinite(channel.canonical(found.number(place)))
                        ? null
                        : name(channel) + ": the number is too large";
            case TEXT -> name(channel) + ": text '" + shortened(found.text(place)) + "' where a number belongs";
            case OTHER -> name(channel) + ": not a number";
        };
    }

    private static String name(Channel channel) {
        return channel.at().isEmpty() ? channel.quantity().id() : channel.at();
    }

    private static String shortened(String text) {
        String line = oneLine(text);
        return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "…";
    }

    private static String oneLine(@Nullable String text) {
        if (text == null) return "";
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        return first.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean startsWithByteOrderMark(byte[] payload) {
        return payload.length >= 3
                && payload[0] == (byte) 0xEF
                && payload[1] == (byte) 0xBB
                && payload[2] == (byte) 0xBF;
    }
}
