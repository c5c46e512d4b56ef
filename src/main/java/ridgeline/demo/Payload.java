package ridgeline.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Dialect;
import ridgeline.domain.Pointer;
import ridgeline.domain.Sensor;

/**
 * The form in which one sensor writes its messages, read backwards from its configuration: text pieces with a slot
 * between each two. Immutable.
 */
final class Payload {
    private static final int TIME = -1;

    private final List<String> pieces = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>();
    private final Sensor.@Nullable TimeSource time;
    private final @Nullable DateTimeFormatter pattern;

    private Payload(Sensor sensor) {
        this.time = sensor.time();
        this.pattern = time == null || time.pattern() == null
                ? null
                : DateTimeFormatter.ofPattern(time.pattern(), Locale.ROOT).withZone(zone(time));
    }

    /** Whether the entry can be read backwards: plain pointers, or a plain number. */
    static boolean canSay(Sensor sensor) {
        if (!sensor.dialect().equals(Dialect.PLAIN)) return false;
        if (sensor.format() == Sensor.Format.NUMBER) return sensor.channels().size() == 1;
        return sensor.format() == Sensor.Format.JSON
                && (sensor.time() == null || Pointer.of(sensor.time().at()).isPointer())
                && sensor.channels().stream()
                        .allMatch(channel -> Pointer.of(channel.at()).isPointer()
                                && channel.details().equals(Sensor.Details.NONE));
    }

    static Payload of(Sensor sensor) {
        Payload payload = new Payload(sensor);
        StringBuilder text = new StringBuilder();
        if (sensor.format() == Sensor.Format.NUMBER) payload.slot(text, 0);
        else payload.write(text, tree(sensor));
        payload.pieces.add(text.toString());
        return payload;
    }

    /**
     * One message.
     *
     * @param t its own time, epoch milliseconds
     * @param carried a value for each channel as the wire carries it; one that is not finite is written as {@code NaN},
     *     as careless firmware does
     */
    String text(long t, double[] carried) {
        StringBuilder text = new StringBuilder(pieces.get(0));
        for (int i = 0; i < slots.size(); i++) {
            int slot = slots.get(i);
            text.append(slot == TIME ? time(t) : number(carried[slot])).append(pieces.get(i + 1));
        }
        return text.toString();
    }

    private static Map<String, Object> tree(Sensor sensor) {
        Map<String, Object> root = new LinkedHashMap<>();
        Sensor.TimeSource time = sensor.time();
        if (time != null) put(root, time.at(), TIME);
        for (int i = 0; i < sensor.channels().size(); i++)
            put(root, sensor.channels().get(i).at(), i);
        return root;
    }

    /** Puts a slot where a JSON Pointer points, with what it needs on the way; what is there already stays. */
    private static void put(Map<String, Object> root, String pointer, int slot) {
        String[] tokens = pointer.split("/", -1);
        Map<String, Object> parent = root;
        for (int i = 1; i < tokens.length - 1; i++) {
            Object child = parent.computeIfAbsent(unescaped(tokens[i]), name -> new LinkedHashMap<String, Object>());
            if (!(child instanceof Map)) return;
            @SuppressWarnings("unchecked")
            Map<String, Object> next = (Map<String, Object>) child;
            parent = next;
        }
        if (tokens.length > 1) parent.putIfAbsent(unescaped(tokens[tokens.length - 1]), slot);
    }

    private void write(StringBuilder text, Object node) {
        if (node instanceof Integer slot) {
            slot(text, slot);
            return;
        }
        Map<?, ?> children = (Map<?, ?>) node;
        boolean array = isArray(children);
        String separator = array ? "[" : "{";
        for (int i = 0; i < children.size(); i++) {
            Object name =
                    array ? Integer.toString(i) : List.copyOf(children.keySet()).get(i);
            text.append(separator);
            if (!array) text.append(quoted(name.toString())).append(':');
            write(text, java.util.Objects.requireNonNull(children.get(name)));
            separator = ",";
        }
        text.append(children.isEmpty() ? "{}" : array ? "]" : "}");
    }

    private void slot(StringBuilder text, int slot) {
        pieces.add(text.toString());
        text.setLength(0);
        slots.add(slot);
    }

    private static boolean isArray(Map<?, ?> children) {
        for (int i = 0; i < children.size(); i++) if (!children.containsKey(Integer.toString(i))) return false;
        return !children.isEmpty();
    }

    private String time(long t) {
        if (time == null) throw new IllegalStateException("a slot for the time, but no time");
        Instant instant = Instant.ofEpochMilli(t);
        return switch (time.unit()) {
            case S -> Long.toString(Math.floorDiv(t, 1_000L));
            case MS -> Long.toString(t);
            case US -> t + "000";
            case NS -> t + "000000";
            case AGE_S, AGE_MS -> "0";
            case ISO8601 -> time.zone() == null ? quoted(instant.toString()) : quoted(local(instant, time.zone()));
            case PATTERN -> quoted(pattern == null ? instant.toString() : pattern.format(instant));
        };
    }

    private static String local(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), zone)
                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    private static ZoneId zone(Sensor.TimeSource time) {
        return time.zone() == null ? ZoneOffset.UTC : time.zone();
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) return "NaN";
        if (value == Math.rint(value) && Math.abs(value) < 1e15) return Long.toString((long) value);
        double size = Math.abs(value);
        return size >= 1e-3 && size < 1e7
                ? Double.toString(value)
                : BigDecimal.valueOf(value).toPlainString();
    }

    private static String unescaped(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') quoted.append('\\').append(c);
            else if (c < ' ') quoted.append(String.format("\\u%04x", (int) c));
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
