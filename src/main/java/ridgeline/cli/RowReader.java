package ridgeline.cli;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ridgeline.domain.Quantity;
import ridgeline.standard.Row;

/** Makes the fields of a table into values. */
final class RowReader {
    static final String TIME = "time";
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");
    private static final int LONGEST_NUMBER = 64;

    private final CsvTable table;
    private final ZoneId zone;
    private final int timeAt;
    private final List<Column> columns = new ArrayList<>();
    private long impossible;

    private record Column(String name, int at, boolean isSigned) {}

    /**
     * @param reads the columns that hold numbers; the others are not looked at
     * @param zone of times that name none
     * @throws Ridgeline.BadInput when there is no column of times, or one of those to read twice
     */
    RowReader(CsvTable table, Map<String, Quantity> reads, ZoneId zone) {
        this.table = table;
        this.zone = zone;
        timeAt = table.header().indexOf(TIME);
        if (timeAt < 0) throw table.wrong("the header has no column time, allowed: time,<quantity>,...");
        refuseTwo(TIME);
        reads.forEach((name, quantity) -> {
            refuseTwo(name);
            columns.add(new Column(name, table.header().indexOf(name), isSigned(quantity)));
        });
    }

    private void refuseTwo(String name) {
        if (table.header().indexOf(name) != table.header().lastIndexOf(name))
            throw table.wrong(name, "is there twice, allowed: once");
    }

    private static boolean isSigned(Quantity quantity) {
        return quantity.unit().equals("degC") || quantity.unit().equals("dBm");
    }

    Row read(List<String> fields) {
        String text = fields.get(timeAt);
        RowTime time = RowTime.read(text, zone)
                .orElseThrow(() -> table.wrong(TIME, "'" + shown(text) + "' is no time, allowed: " + RowTime.ALLOWED));
        Map<String, Double> values = new HashMap<>();
        for (Column column : columns) {
            String field = fields.get(column.at()).strip();
            if (field.isEmpty()) continue;
            double value = number(column.name(), field);
            if (value < 0 && !column.isSigned()) impossible++;
            else values.put(column.name(), value);
        }
        return new Row(time.t(), time.wholeDay(), values);
    }

    private double number(String column, String field) {
        double value = field.length() <= LONGEST_NUMBER && NUMBER.matcher(field).matches()
                ? Double.parseDouble(field)
                : Double.NaN;
        if (Double.isFinite(value)) return value;
        throw table.wrong(
                column,
                "'" + shown(field) + "' is not a number, allowed: one with a point, nothing where it is missing");
    }

    /** A field that has lost its end may hold the rest of the file. */
    private static String shown(String field) {
        String line = field.strip().replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_NUMBER ? line : line.substring(0, LONGEST_NUMBER) + "...";
    }

    /** How many values below zero were left out where there can be none. */
    long impossible() {
        return impossible;
    }
}
