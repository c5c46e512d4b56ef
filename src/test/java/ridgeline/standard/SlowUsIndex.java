package ridgeline.standard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * The US air quality index written a second time, with exact decimals and its own copy of the tables in their own units,
 * to hold the product against.
 */
final class SlowUsIndex {
    private static final int[] LOW = {0, 51, 101, 151, 201, 301};
    private static final int[] HIGH = {50, 100, 150, 200, 300, 500};

    /** Decimals, grams a mole (0: no conversion), thousands of our unit in a million parts, then the upper ends. */
    private record Table(int decimals, String mass, int perThousand, int skip, boolean open, String... ends) {}

    private static final Map<String, Table> TABLES = Map.of(
            "pm25", new Table(1, "0", 1, 0, true, "9.0", "35.4", "55.4", "125.4", "225.4", "325.4"),
            "pm10", new Table(0, "0", 1, 0, true, "54", "154", "254", "354", "424", "604"),
            "o3_8h", new Table(3, "47.998", 1000, 0, false, "0.054", "0.070", "0.085", "0.105", "0.200"),
            "o3_1h", new Table(3, "47.998", 1000, 2, true, "0.124", "0.164", "0.204", "0.404", "0.604"),
            "co_8h", new Table(1, "28.010", 1, 0, true, "4.4", "9.4", "12.4", "15.4", "30.4", "50.4"),
            "so2_1h", new Table(0, "64.066", 1, 0, false, "35", "75", "185", "304"),
            "so2_24h", new Table(0, "64.066", 1, 4, true, "304", "604", "1004"),
            "no2_1h", new Table(0, "46.006", 1, 0, true, "53", "100", "360", "649", "1249", "2049"));

    private SlowUsIndex() {}

    /** @param value in our unit: ug/m3, of carbon monoxide mg/m3 */
    static Optional<Integer> iaqi(String column, double value) {
        Table table = TABLES.get(column);
        BigDecimal own = new BigDecimal(Double.toString(value));
        if (!table.mass().equals("0"))
            own = own.multiply(new BigDecimal("24.465"))
                    .divide(new BigDecimal(table.mass()), 12, RoundingMode.HALF_EVEN)
                    .divide(BigDecimal.valueOf(table.perThousand()), 12, RoundingMode.HALF_EVEN);
        own = own.setScale(table.decimals() + 6, RoundingMode.HALF_EVEN).setScale(table.decimals(), RoundingMode.DOWN);
        String[] ends = table.ends();
        BigDecimal step = BigDecimal.ONE.movePointLeft(table.decimals());
        boolean begins = table.skip() == 0;
        if (!begins && own.compareTo(new BigDecimal(ends[0])) <= 0) return Optional.empty();
        int i = begins ? 0 : 1;
        while (i < ends.length - 1 && own.compareTo(new BigDecimal(ends[i])) > 0) i++;
        int segment = begins ? i : table.skip() + i - 1;
        BigDecimal high = new BigDecimal(ends[i]);
        if (own.compareTo(high) > 0 && !table.open()) return Optional.of(HIGH[segment]);
        BigDecimal low = i == 0 ? BigDecimal.ZERO : new BigDecimal(ends[i - 1]).add(step);
        BigDecimal rise = BigDecimal.valueOf(HIGH[segment] - LOW[segment]).multiply(own.subtract(low));
        return Optional.of(LOW[segment]
                + rise.divide(high.subtract(low), 0, RoundingMode.HALF_UP).intValueExact());
    }
}
