package ridgeline.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Pointer;
import ridgeline.domain.Quantity;
import ridgeline.domain.Sensor;

/** One sensor on one topic: reads its payloads as planned. Confined to the decoding thread. */
final class Route {
    private final Sensor sensor;
    private final List<Wanted> wanted;
    private final List<Clock> clocks;
    private final List<Pointer> places;
    private final int[] fanning;
    private final int[] steady;
    /** Whether a quantity may be found at several places, of which the first counts. */
    private final boolean repeats;

    private final @Nullable JsonPlan streaming;
    private final @Nullable Form form;
    private final Found found;
    private final Taking taking;
    /** What to say of a message that holds none of it. */
    private final String nothing;

    Route(Sensor sensor, Plan plan, @Nullable Form form) {
        this.sensor = sensor;
        this.form = form;
        wanted = plan.wanted();
        clocks = plan.clocks();
        places = plan.places();
        fanning = plan.fanning();
        steady = plan.steady();
        streaming = plan.streaming();
        repeats =
                wanted.stream().map(one -> one.channel().quantity()).distinct().count() < wanted.size();
        nothing = "none of " + wanted.stream().map(Wanted::name).toList() + " is there";
        found = new Found(places.size());
        taking = new Taking(sensor, plan.name(), found);
    }

    Decoded decode(byte[] payload, boolean retained, long arrived) {
        Outcome outcome = new Outcome(wanted.size());
        taking.begin(outcome, retained, arrived);
        try {
            List<ridgeline.domain.Dialect.Unpacking> steps = sensor.dialect().unpack();
            byte[] bytes = withoutMark(steps.isEmpty() ? payload : Unpacker.unpack(payload, steps));
            if (sensor.format() == Sensor.Format.NUMBER) readNumber(bytes);
            else if (streaming != null) readStream(streaming, bytes);
            else if (form != null) readTree(form.tree(bytes, arrived));
        } catch (Unreadable unreadable) {
            if (!unreadable.isWrong()) return new Decoded.Ignored(Shown.line(unreadable.getMessage()));
            return new Decoded.Rejected(Shown.line(unreadable.getMessage()));
        } catch (IOException notInFormat) {
            String foreign = Foreign.of(payload);
            if (foreign != null) return new Decoded.Ignored(foreign);
            String name = sensor.format() == Sensor.Format.JSON
                    ? "JSON"
                    : sensor.format().name().toLowerCase(Locale.ROOT);
            return new Decoded.Rejected(
                    "not " + name + ": " + Shown.line(notInFormat.getMessage()) + Unpacker.hint(payload));
        }
        return outcome.decoded(nothing);
    }

    private void readNumber(byte[] bytes) {
        String text = PlainNumber.trimmed(new String(bytes, StandardCharsets.UTF_8));
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\""))
            text = text.substring(1, text.length() - 1);
        found.clear();
        for (Wanted one : wanted) found.text(one.places().get(0), text);
        takeAll();
    }

    private void readStream(JsonPlan plan, byte[] bytes) throws IOException {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) length--;
        plan.read(bytes, 0, length, found);
        takeAll();
    }

    /** Everything stands at its place, once. */
    private void takeAll() {
        for (int i = 0; i < clocks.size(); i++) clocks.get(i).forget();
        Set<Quantity> done = repeats ? EnumSet.noneOf(Quantity.class) : null;
        for (int i = 0; i < wanted.size(); i++) {
            Wanted one = wanted.get(i);
            if (done != null && done.contains(one.channel().quantity())) continue;
            if (takeFirst(one) && done != null) done.add(one.channel().quantity());
        }
    }

    private boolean takeFirst(Wanted one) {
        if (one.place() >= 0) return taking.take(one, one.place());
        for (int place : one.places()) if (taking.take(one, place)) return true;
        return false;
    }

    private void readTree(JsonNode root) throws Unreadable {
        if (root.isValueNode() && !root.isBinary()) throw Unreadable.wrong("not JSON: " + JsonPlan.LONE_VALUE);
        Walk walk = new Walk(root);
        found.clear();
        for (int place : steady) set(place, walk.first(places.get(place)));
        Map<Quantity, Set<List<Object>>> done = new EnumMap<>(Quantity.class);
        for (Wanted one : wanted) {
            Set<List<Object>> elements = done.computeIfAbsent(one.channel().quantity(), any -> new HashSet<>());
            for (int place : one.places()) {
                walk.each(places.get(place), node -> {
                    List<Object> element = walk.bound();
                    if (elements.contains(element)) return;
                    for (int other : fanning) set(other, walk.first(places.get(other)));
                    set(place, node);
                    one.clock().forget();
                    if (taking.take(one, place)) elements.add(element);
                });
            }
        }
    }

    private void set(int place, @Nullable JsonNode node) {
        if (node == null) found.other(place, Found.Kind.ABSENT);
        else if (node.isNumber()) found.number(place, node.doubleValue(), node.asText());
        else if (node.isTextual()) found.text(place, node.asText());
        else if (node.isBoolean()) found.truth(place, node.booleanValue());
        else found.other(place, node.isNull() ? Found.Kind.NULL : Found.Kind.OTHER);
    }

    private static byte[] withoutMark(byte[] bytes) {
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }
}
