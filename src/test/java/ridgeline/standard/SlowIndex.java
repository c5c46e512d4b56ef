package ridgeline.standard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridgeline.domain.Quantity;

/**
 * The air quality index written a second time, with exact decimals and its own copy of the tables, to hold the product
 * against. Editions 2012 and 2026, real-time.
 */
final class SlowIndex {
    private static final int[] INDICES = {0, 50, 100, 150, 200, 300, 400, 500};

    private final Map<Quantity, int[]> tables = new EnumMap<>(Quantity.class);
    private final boolean is2026;

    SlowIndex(boolean is2026) {
        this.is2026 = is2026;
        tables.put(Quantity.SO2, new int[] {0, 150, 500, 650, 800});
        tables.put(Quantity.NO2, new int[] {0, 100, 200, 700, 1200, 2340, 3090, 3840});
        tables.put(Quantity.CO, new int[] {0, 5, 10, 35, 60, 90, 120, 150});
        tables.put(Quantity.O3, new int[] {0, 160, 200, 300, 400, 800, 1000, 1200});
        tables.put(Quantity.PM10, new int[] {0, 50, is2026 ? 120 : 150, 250, 350, 420, 500, 600});
        tables.put(Quantity.PM25, new int[] {0, 35, is2026 ? 60 : 75, 115, 150, 250, 350, 500});
    }

    Optional<Integer> iaqi(Quantity quantity, double value) {
        int[] table = tables.get(quantity);
        BigDecimal c = new BigDecimal(Double.toString(value))
                .setScale(quantity == Quantity.CO ? 1 : 0, RoundingMode.HALF_EVEN);
        int last = table.length - 1;
        if (c.compareTo(BigDecimal.valueOf(table[last])) > 0)
            return quantity == Quantity.SO2 && !is2026 ? Optional.empty() : Optional.of(INDICES[last]);
        int i = 1;
        while (c.compareTo(BigDecimal.valueOf(table[i])) > 0) i++;
        BigDecimal rise =
                c.subtract(BigDecimal.valueOf(table[i - 1])).multiply(BigDecimal.valueOf(INDICES[i] - INDICES[i - 1]));
        BigDecimal width = BigDecimal.valueOf(table[i] - table[i - 1]);
        return Optional.of(
                INDICES[i - 1] + rise.divide(width, 0, RoundingMode.UP).intValueExact());
    }

    /** Empty when no index may be given. */
    Optional<Integer> aqi(Map<Quantity, Double> values) {
        List<Integer> all = new ArrayList<>();
        for (Map.Entry<Quantity, Double> entry : values.entrySet()) {
            Optional<Integer> one = iaqi(entry.getKey(), entry.getValue());
            if (one.isEmpty()) return Optional.empty();
            all.add(one.get());
        }
        Optional<Integer> highest = all.stream().max(Integer::compare);
        boolean missing = values.size() < 6;
        return highest.filter(aqi -> !(is2026 && missing && aqi <= 100));
    }
}
