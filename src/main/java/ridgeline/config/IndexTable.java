package ridgeline.config;

import static ridgeline.config.EditionPart.or;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.standard.Breakpoints;
import ridgeline.standard.Breakpoints.Beyond;
import ridgeline.standard.Breakpoints.Segment;
import ridgeline.standard.Steps;

/**
 * Reads the breakpoint table of an index: {@code indices}, {@code rounding} and {@code columns}. Indices that share
 * their ends are numbers and go with {@code points}; those that do not are pairs and go with {@code ranges}.
 */
final class IndexTable {
    static final List<String> KEYS = List.of("indices", "rounding", "columns");

    private static final List<String> COLUMN =
            List.of("id", "quantity", "unit", "perUnit", "decimals", "beyond", "clause", "points", "ranges");
    private static final int MOST_INDEX = 10_000;
    private static final double MOST = 1e9;
    private static final double LEAST_UNIT = 1e-6;
    private static final double TOLERANCE = 1e-6;

    /** Lowest and highest index of each segment. */
    private final List<int[]> indices = new ArrayList<>();

    private final boolean inPairs;
    private final boolean truncated;
    private final boolean roundedUp;

    private IndexTable(Yaml root) {
        Yaml list = root.at("indices").required();
        inPairs = list.items().stream().findFirst().map(Yaml::isList).orElse(false);
        if (inPairs) pairs(list);
        else ends(list);
        Yaml rounding = root.at("rounding").onlyKeys("inputs", "index", "clause");
        truncated = "truncate".equals(rounding.at("inputs").oneOf(List.of("half-even", "truncate")));
        roundedUp = !"nearest".equals(rounding.at("index").oneOf(List.of("up", "nearest")));
        rounding.at("clause").text();
    }

    /** The columns by id. */
    static Map<String, Breakpoints> read(Yaml root) {
        IndexTable table = new IndexTable(root);
        Map<String, Breakpoints> columns = new LinkedHashMap<>();
        for (Yaml item : root.at("columns").required().items()) {
            Breakpoints column = table.column(item.onlyKeys(COLUMN));
            String id = item.at("id").required().text();
            if (column == null || id == null) continue;
            if (columns.put(id, column) != null) item.at("id").refuse("an id no other column has");
        }
        return columns;
    }

    private void ends(Yaml list) {
        int before = -1;
        for (Yaml item : list.items()) {
            Integer index = item.integer(0, MOST_INDEX);
            if (index == null) continue;
            if (index <= before) item.refuse("more than the one before");
            else if (before >= 0) indices.add(new int[] {before, index});
            before = index;
        }
        if (list.isPresent() && indices.isEmpty()) list.problem("has no segment, allowed: two indices or more, rising");
    }

    private void pairs(Yaml list) {
        for (Yaml item : list.items()) {
            List<Yaml> pair = item.items(2, "a pair of indices such as [51, 100]");
            if (pair.size() < 2) continue;
            Integer low = pair.get(0).integer(0, MOST_INDEX);
            Integer high = pair.get(1).integer(0, MOST_INDEX);
            if (low == null || high == null) continue;
            int next = indices.isEmpty() ? low : indices.get(indices.size() - 1)[1] + 1;
            if (low != next) pair.get(0).refuse(next + ", one more than the end before");
            else if (high <= low) pair.get(1).refuse("more than " + low);
            else indices.add(new int[] {low, high});
        }
    }

    private @Nullable Breakpoints column(Yaml at) {
        Quantity quantity = EditionPart.quantity(at.at("quantity"));
        Integer decimals = at.at("decimals").required().integer(0, 6);
        Steps steps = new Steps(or(decimals, 6), perUnit(at, quantity), truncated);
        String beyond = at.at("beyond").required().oneOf(List.of("last", "none", "extend"));
        String clause = at.at("clause").required().text();
        Yaml other = at.at(inPairs ? "points" : "ranges");
        if (other.isPresent()) other.problem("does not fit the indices, allowed: " + (inPairs ? "ranges" : "points"));
        List<Segment> segments = inPairs
                ? ranges(at.at("ranges").required(), steps)
                : points(at.at("points").required(), steps);
        if (quantity == null || beyond == null || clause == null) return null;
        // Segments with a mistake were reported; the inputs that name this column are not to be reported as well.
        List<Segment> whole = segments.isEmpty() ? List.of(new Segment(0, 1, 0, 1)) : segments;
        return new Breakpoints(quantity, steps, whole, beyondOf(beyond), roundedUp, clause);
    }

    private static Beyond beyondOf(String word) {
        return switch (word) {
            case "last" -> Beyond.LAST;
            case "extend" -> Beyond.EXTEND;
            default -> Beyond.NONE;
        };
    }

    /** A column in another unit than the quantity's says how many of the quantity's one of its own is. */
    private static double perUnit(Yaml at, @Nullable Quantity quantity) {
        String unit = at.at("unit").required().text();
        Yaml per = at.at("perUnit");
        if (unit == null || quantity == null) return 1;
        if (!per.isPresent()) {
            if (!unit.equals(quantity.unit())) at.at("unit").refuse(quantity.unit() + ", or another with \"perUnit\"");
            return 1;
        }
        if (unit.equals(quantity.unit())) per.problem("is not needed, allowed: only in another unit than " + unit);
        return or(per.number(LEAST_UNIT, MOST), 1.0);
    }

    private List<Segment> points(Yaml at, Steps steps) {
        List<Yaml> items = at.items();
        if (items.size() < 2 || items.size() > indices.size() + 1) {
            if (at.isList()) at.problem("has " + items.size() + " points, allowed: 2 to " + (indices.size() + 1));
            return List.of();
        }
        List<Segment> segments = new ArrayList<>();
        Long before = concentration(items.get(0), steps);
        for (int i = 1; i < items.size(); i++) {
            Long point = concentration(items.get(i), steps);
            if (point == null || before == null) return List.of();
            if (point <= before) {
                items.get(i).refuse("more than the one before");
                return List.of();
            }
            segments.add(new Segment(before, point, indices.get(i - 1)[0], indices.get(i - 1)[1]));
            before = point;
        }
        return segments;
    }

    private List<Segment> ranges(Yaml at, Steps steps) {
        List<Yaml> items = at.items();
        if (items.size() > indices.size()) at.problem("has " + items.size() + " ranges, allowed: " + indices.size());
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < Math.min(items.size(), indices.size()); i++) {
            boolean blank = "empty".equals(items.get(i).shown());
            if (blank && segments.isEmpty()) continue;
            List<Yaml> pair = items.get(i).items(2, "a pair of concentrations, or ~ before the first pair");
            Long low = pair.size() < 2 ? null : concentration(pair.get(0), steps);
            Long high = pair.size() < 2 ? null : concentration(pair.get(1), steps);
            if (low == null || high == null) return List.of();
            Long next = segments.isEmpty()
                    ? low
                    : Long.valueOf(segments.get(segments.size() - 1).high() + 1);
            if (!low.equals(next)) pair.get(0).refuse("one step of the last decimal over the end before");
            if (high <= low) {
                pair.get(1).refuse("more than the number before");
                return List.of();
            }
            segments.add(new Segment(low, high, indices.get(i)[0], indices.get(i)[1]));
        }
        if (at.isList() && segments.isEmpty()) at.problem("has no segment, allowed: one pair of numbers or more");
        return segments;
    }

    private static @Nullable Long concentration(Yaml at, Steps steps) {
        Double number = at.number(0, MOST);
        if (number == null) return null;
        double scaled = number * Math.pow(10, steps.decimals());
        if (Math.abs(scaled - Math.rint(scaled)) <= TOLERANCE) return Math.round(scaled);
        at.refuse("at most " + steps.decimals() + " decimals");
        return null;
    }
}
