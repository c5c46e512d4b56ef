package ridgeline.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridgeline.domain.Quality;

/**
 * Frames of HJ 212-2017, and of HJ/T 212-2005 that are alike: a row for each frame with the fields of its header ({@code QN},
 * {@code ST}, {@code CN}, {@code MN}, …) and those of its data area ({@code DataTime}, {@code a34004-Rtd}, …); a factor code
 * alone stands for its {@code -Rtd}. A frame may be followed by others.
 */
final class Hj212Form implements Form {
    static final String TIME = "DataTime";
    private static final Pattern FRAME = Pattern.compile("##([0-9]{4})");
    private static final Pattern CHECKSUM = Pattern.compile("[0-9A-Fa-f]{4}");
    /** Length of a time to the second. */
    private static final int SECONDS = 14;

    private static final String REALTIME = "-Rtd";
    private static final String FLAG = "-Flag";

    private final boolean checked;
    /** Of the packet that came last: the packets of one split message share its QN, and only the first holds the time. */
    private String lastMessage = "";

    private String lastTime = "";

    Hj212Form(boolean checked) {
        this.checked = checked;
    }

    /** Where the flag of a factor stands, for {@code a34004} as for {@code a34004-Avg}. */
    static String flagOf(String at) {
        int hyphen = at.lastIndexOf('-');
        return (hyphen < 0 ? at : at.substring(0, hyphen)) + FLAG;
    }

    /** N is normal, M and C are maintenance and calibration; whatever else is flagged is not to be judged by. */
    static Quality quality(String flag) {
        return switch (flag) {
            case "N", "n" -> Quality.GOOD;
            case "M", "C", "m", "c" -> Quality.MAINTENANCE;
            default -> Quality.IMPLAUSIBLE;
        };
    }

    @Override
    public JsonNode tree(byte[] payload, long arrived) throws Unreadable {
        String text = new String(payload, StandardCharsets.ISO_8859_1);
        ArrayNode rows = Tree.NODES.arrayNode();
        Matcher frames = FRAME.matcher(text);
        int from = 0;
        int values = 0;
        while (frames.find(from)) {
            int start = frames.end();
            int end = start + Integer.parseInt(frames.group(1));
            if (!isWhole(text, end)) {
                if (checked) throw wrong("the length " + frames.group(1) + " does not fit");
                end = text.indexOf("&&", text.indexOf("CP=&&", start) + 5) + 2;
                if (end < start + 2) throw wrong("the data area has no end");
            } else if (checked) check(payload, start, end, text.substring(end, end + 4));
            ObjectNode row = row(utf8(text.substring(start, end)));
            values += row.size();
            if (values > Tree.MOST_VALUES) throw wrong("more than " + Tree.MOST_VALUES + " values");
            if (isUpload(row)) rows.add(row);
            from = end;
        }
        if (from == 0) throw wrong("## and a length of 4 digits are missing");
        if (rows.isEmpty()) throw Unreadable.idle("HJ 212 command, no measurements");
        return rows;
    }

    private static boolean isWhole(String text, int end) {
        return end + 4 <= text.length()
                && CHECKSUM.matcher(text.substring(end, end + 4)).matches();
    }

    /** Measurements go up with commands 2011 to 2081. */
    private static boolean isUpload(ObjectNode row) {
        return !row.has("CN") || row.get("CN").asText().startsWith("20");
    }

    private ObjectNode row(String segment) throws Unreadable {
        int data = segment.indexOf("CP=&&");
        int end = data < 0 ? -1 : segment.indexOf("&&", data + 5);
        if (end < 0) throw wrong("the data area CP=&&…&& is missing");
        ObjectNode row = Tree.NODES.objectNode();
        for (String field : segment.substring(0, data).split(";", -1)) put(row, field);
        String factor = "";
        for (String field : segment.substring(data + 5, end).split("[;,]", -1)) {
            if (field.startsWith("Flag=") && !factor.isEmpty()) put(row, factor + '-' + field);
            else put(row, field);
            int hyphen = field.indexOf('-');
            if (hyphen > 0) factor = field.substring(0, hyphen);
        }
        rememberTime(row);
        return row;
    }

    private static void put(ObjectNode row, String field) {
        int equals = field.indexOf('=');
        if (equals < 1) return;
        String key = field.substring(0, equals).trim();
        String value = field.substring(equals + 1).trim();
        if (!row.has(key)) row.put(key, value);
        String factor = key.endsWith(REALTIME) ? key.substring(0, key.length() - REALTIME.length()) : "";
        if (!factor.isEmpty() && !row.has(factor)) row.put(factor, value);
    }

    private void rememberTime(ObjectNode row) {
        String message = row.path("MN").asText() + ' ' + row.path("QN").asText();
        if (row.has(TIME)) {
            String time = row.get(TIME).asText();
            // Some senders add milliseconds, which the standard does not know.
            if (time.length() == SECONDS + 3) row.put(TIME, time.substring(0, SECONDS));
            lastMessage = message;
            lastTime = row.get(TIME).asText();
        } else if (row.has("QN") && message.equals(lastMessage)) {
            row.put(TIME, lastTime);
        }
    }

    /** Some senders swap the bytes, and some compute the CRC of Modbus, in either order. */
    private static void check(byte[] payload, int start, int end, String written) throws Unreadable {
        int carried = Integer.parseInt(written, 16);
        int swapped = Integer.reverseBytes(carried) >>> Short.SIZE;
        int standard = Crc.hj212(payload, start, end);
        int modbus = Crc.modbus(payload, start, end);
        if (carried != standard && swapped != standard && carried != modbus && swapped != modbus)
            throw wrong("the checksum is %s where %04X belongs".formatted(written, standard));
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static Unreadable wrong(String what) {
        return Unreadable.wrong("not HJ 212: " + what);
    }
}
