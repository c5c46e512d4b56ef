package ridgeline.standard;

import java.util.List;
import java.util.OptionalInt;
import ridgeline.domain.Quantity;

/**
 * One column of a breakpoint table. Everything is whole numbers: binary fractions lift a carbon monoxide index that is
 * rounded up by one at about twenty points of the table.
 *
 * @param segments rising, from the lowest concentration that has an index
 * @param beyond what a value over the last segment has
 * @param roundedUp whether an index is rounded up; else to the nearest, half up
 * @param clause where the column stands
 */
public record Breakpoints(
        Quantity quantity, Steps steps, List<Segment> segments, Beyond beyond, boolean roundedUp, String clause) {
    /** Instead of an index: the column begins over this value, which then does not count. */
    static final int BELOW = -2;
    /** Instead of an index: the column ends under this value. */
    static final int BEYOND = -1;
    /** So many steps that no air holds them; the arithmetic stays within whole numbers. */
    private static final long MOST_STEPS = 1_000_000_000_000L;

    public Breakpoints {
        segments = List.copyOf(segments);
        if (segments.isEmpty()) throw new IllegalArgumentException("a column needs a segment");
    }

    /** What a value over the end of a column has: the last index, none, or what the last segment gives if it goes on. */
    public enum Beyond {
        LAST,
        NONE,
        EXTEND
    }

    /**
     * Concentrations {@code low} to {@code high}, in steps, that have the indices {@code from} to {@code to}. A segment
     * begins where the one before ends, or one step over it.
     */
    public record Segment(long low, long high, int from, int to) {
        public Segment {
            if (low >= high || from >= to) throw new IllegalArgumentException("a segment rises");
        }

        private long index(long steps, boolean up) {
            long width = high - low;
            long rise = (to - from) * (steps - low);
            return from + (up ? Math.floorDiv(rise + width - 1, width) : Math.floorDiv(2 * rise + width, 2 * width));
        }
    }

    /** The individual index of a value in the quantity's unit; empty where the column gives none. */
    public OptionalInt iaqi(double value) {
        int index = index(value);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** The index of a value, {@link #BELOW} or {@link #BEYOND}. Under a table that begins at nought it is the first. */
    int index(double value) {
        long at = Math.min(steps.of(value), MOST_STEPS);
        Segment first = segments.get(0);
        if (at < first.low()) return first.low() == 0 ? first.from() : BELOW;
        for (Segment segment : segments) {
            if (at <= segment.high()) return Math.toIntExact(segment.index(at, roundedUp));
        }
        return switch (beyond) {
            case LAST -> last().to();
            case NONE -> BEYOND;
            case EXTEND -> (int) Math.min(last().index(at, roundedUp), Integer.MAX_VALUE);
        };
    }

    /** Whether a value is over the end of the column, whatever index it then has. */
    boolean isOver(double value) {
        return steps.of(value) > last().high();
    }

    /** The highest concentration that has an index, in the quantity's unit; the end of the column when it has none. */
    double at(int index) {
        long high = segments.stream()
                .filter(segment -> segment.to() == index)
                .mapToLong(Segment::high)
                .findFirst()
                .orElse(last().high());
        return steps.value(high);
    }

    private Segment last() {
        return segments.get(segments.size() - 1);
    }
}
