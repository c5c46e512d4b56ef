package ridgeline.standard;

import java.util.List;
import java.util.OptionalInt;
import ridgeline.domain.Quantity;

/**
 * One column of a breakpoint table. Segments share their end points, an index is rounded up, and everything is whole
 * numbers: binary fractions lift a carbon monoxide index by one at about twenty points of the table.
 *
 * @param decimals to how many decimals a value is rounded first, half to even (GB/T 8170)
 * @param points concentrations, rising, in units of the last decimal (4.0 mg/m3 with one decimal = 40)
 * @param indices the index at each point
 * @param openEnd whether values beyond the last point keep its index; otherwise they have none
 * @param clause where the column stands
 */
public record Breakpoints(
        Quantity quantity, int decimals, List<Long> points, List<Integer> indices, boolean openEnd, String clause) {
    public Breakpoints {
        points = List.copyOf(points);
        indices = List.copyOf(indices);
        if (points.size() < 2 || points.size() != indices.size())
            throw new IllegalArgumentException("a column needs two points or more and one index for each");
    }

    /** The individual index of a value in the quantity's unit; below the first point it is the first index. */
    public OptionalInt iaqi(double value) {
        long rounded = rounded(value, decimals);
        if (rounded <= points.get(0)) return OptionalInt.of(indices.get(0));
        for (int i = 1; i < points.size(); i++) {
            if (rounded <= points.get(i)) return OptionalInt.of(between(i, rounded));
        }
        return openEnd ? OptionalInt.of(indices.get(indices.size() - 1)) : OptionalInt.empty();
    }

    /** The concentration at which an index stands, in the quantity's unit; the highest point when it is not listed. */
    double at(int index) {
        int i = indices.indexOf(index);
        return points.get(i < 0 ? points.size() - 1 : i) / Math.pow(10, decimals);
    }

    private int between(int i, long value) {
        long low = points.get(i - 1);
        long width = points.get(i) - low;
        long rise = (indices.get(i) - indices.get(i - 1)) * (value - low);
        return indices.get(i - 1) + (int) Math.floorDiv(rise + width - 1, width);
    }

    /** Half to even. The first step takes binary noise away, so that 0.15 in tenths is a tie and not a bit above. */
    static long rounded(double value, int decimals) {
        double scaled = value * Math.pow(10, decimals);
        return (long) Math.rint(Math.rint(scaled * 1e6) / 1e6);
    }
}
