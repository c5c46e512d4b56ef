package ridgeline.config;

import static ridgeline.config.EditionPart.or;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Bound;
import ridgeline.domain.Quantity;
import ridgeline.standard.Edition;
import ridgeline.standard.LimitStandard.Limit;
import ridgeline.standard.Period;

/**
 * Reads one row of limits. {@code max}, {@code min}, {@code warnMax}, {@code warnMin} and {@code orSaturation} hold one
 * number for all classes or a list with one for each, {@code ~} where a class has none.
 */
final class LimitRow {
    private static final double MOST = 1e9;
    private static final List<String> KEYS = List.of(
            "quantity",
            "period",
            "unit",
            "max",
            "min",
            "warnMax",
            "warnMin",
            "orSaturation",
            "months",
            "clause",
            "certainty");

    private final Edition edition;
    private final List<String> classes;
    private final String clause;

    /** @param clause of the stage, for rows without their own */
    LimitRow(Edition edition, List<String> classes, String clause) {
        this.edition = edition;
        this.classes = classes;
        this.clause = clause;
    }

    @Nullable
    Limit read(Yaml row) {
        row.onlyKeys(KEYS);
        Quantity quantity = EditionPart.quantity(row.at("quantity"));
        Period period = EditionPart.period(row.at("period"));
        EditionPart.unit(row.at("unit"), quantity);
        Map<String, Bound> bounds = bounds(row, "min", "max");
        if (bounds.isEmpty())
            row.at("max").problem("is missing as well as min, allowed: a limit for at least one class");
        Limit limit = new Limit(
                quantity == null ? Quantity.PM25 : quantity,
                period == null ? Period.HOUR : period,
                bounds,
                bounds(row, "warnMin", "warnMax"),
                byClass(row.at("orSaturation")),
                months(row.at("months")),
                or(row.at("clause").text(), clause),
                or(row.at("certainty").oneOf(ridgeline.domain.Certainty.class), edition.certainty()));
        if (quantity == null || period == null) return null;
        if (!edition.validity().containsKey(period)) row.at("period").refuse("a period that \"validity\" has");
        return limit;
    }

    private Map<String, Bound> bounds(Yaml row, String minKey, String maxKey) {
        Map<String, Double> min = byClass(row.at(minKey));
        Map<String, Double> max = byClass(row.at(maxKey));
        Set<String> either = new HashSet<>(min.keySet());
        either.addAll(max.keySet());
        Map<String, Bound> bounds = new LinkedHashMap<>();
        for (String classId : either) {
            Double low = min.get(classId);
            Double high = max.get(classId);
            if (low != null && high != null && low > high) row.at(minKey).refuse("at most " + high);
            bounds.put(classId, new Bound(low, high));
        }
        return bounds;
    }

    private Map<String, Double> byClass(Yaml at) {
        Map<String, Double> byClass = new LinkedHashMap<>();
        if (!at.isPresent()) return byClass;
        if (!at.isList()) {
            Double all = at.number(-MOST, MOST);
            if (all != null) classes.forEach(classId -> byClass.put(classId, all));
            return byClass;
        }
        List<Yaml> items = at.items(classes.size(), "one number or ~ for each of the classes " + classes);
        for (int i = 0; i < items.size(); i++) {
            Double one =
                    "empty".equals(items.get(i).shown()) ? null : items.get(i).number(-MOST, MOST);
            if (one != null) byClass.put(classes.get(i), one);
        }
        return byClass;
    }

    private static Set<Integer> months(Yaml at) {
        Set<Integer> months = new TreeSet<>();
        for (Yaml item : at.items()) {
            Integer month = item.integer(1, 12);
            if (month != null) months.add(month);
        }
        return months;
    }
}
