package ridgeline.config;

import static ridgeline.config.EditionPart.or;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.domain.Words;
import ridgeline.standard.Breakpoints;
import ridgeline.standard.Edition;
import ridgeline.standard.IndexStandard;
import ridgeline.standard.IndexStandard.Category;
import ridgeline.standard.IndexStandard.Input;
import ridgeline.standard.Period;

/** Reads a standard of an air quality index. What it returns is whole only when no problem was reported. */
final class IndexFile {
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-F]{6}");
    private static final List<String> INDEX_PERIODS = List.of(Period.HOUR.id(), Period.DAY.id());
    private static final int MOST_INDEX = 10_000;
    private static final double MOST = 1e9;

    private final Edition edition;
    private final Map<String, Breakpoints> columns = new LinkedHashMap<>();
    private final Map<Period, List<Input>> inputs = new EnumMap<>(Period.class);
    private final Map<Period, String> clauses = new EnumMap<>(Period.class);

    private IndexFile(Edition edition) {
        this.edition = edition;
    }

    static IndexStandard read(Yaml root, String id) {
        List<String> keys = new ArrayList<>(EditionPart.KEYS);
        keys.addAll(List.of("indices", "columns", "inputs", "missing", "primary", "categories"));
        root.onlyKeys(keys);
        return new IndexFile(EditionPart.read(root, id)).standard(root);
    }

    private IndexStandard standard(Yaml root) {
        List<Integer> indices = indices(root.at("indices").required());
        for (Yaml column : root.at("columns").required().items()) column(column, indices);
        Yaml averages = root.at("inputs").required().onlyKeys(INDEX_PERIODS);
        averages.entries().forEach((key, value) -> Period.of(key).ifPresent(period -> inputs(period, value)));
        Yaml missing = root.at("missing").onlyKeys("publishAbove", "clause");
        Integer publishAbove =
                missing.isPresent() ? missing.at("publishAbove").required().integer(0, MOST_INDEX) : null;
        missing.at("clause").text();
        Yaml primary = root.at("primary").required().onlyKeys("above", "clause");
        primary.at("clause").text();
        Integer above = primary.at("above").required().integer(0, MOST_INDEX);
        int top = indices.isEmpty() ? 0 : indices.get(indices.size() - 1);
        List<Category> categories = categories(root.at("categories").required(), top);
        return new IndexStandard(edition, columns, inputs, publishAbove, or(above, 0), clauses, categories);
    }

    private static List<Integer> indices(Yaml at) {
        List<Integer> indices = new ArrayList<>();
        for (Yaml item : at.items()) {
            Integer index = item.integer(0, MOST_INDEX);
            if (index == null) continue;
            if (!indices.isEmpty() && index <= indices.get(indices.size() - 1)) item.refuse("more than the one before");
            indices.add(index);
        }
        return indices;
    }

    private void column(Yaml at, List<Integer> indices) {
        at.onlyKeys("id", "quantity", "unit", "decimals", "beyond", "clause", "points");
        String id = at.at("id").required().text();
        Quantity quantity = EditionPart.quantity(at.at("quantity"));
        EditionPart.unit(at.at("unit"), quantity);
        Integer decimals = at.at("decimals").required().integer(0, 6);
        String beyond = at.at("beyond").required().oneOf(List.of("last", "none"));
        String clause = at.at("clause").required().text();
        List<Long> points = points(at.at("points").required(), or(decimals, 6));
        if (points.size() < 2 || points.size() > indices.size()) {
            at.at("points").problem("has " + points.size() + " points, allowed: 2 to " + indices.size());
            return;
        }
        if (id == null || quantity == null || decimals == null || clause == null) return;
        boolean openEnd = "last".equals(beyond);
        List<Integer> own = indices.subList(0, points.size());
        Breakpoints column = new Breakpoints(quantity, decimals, points, own, openEnd, clause);
        if (columns.put(id, column) != null) at.at("id").refuse("an id no other column has");
    }

    private static List<Long> points(Yaml at, int decimals) {
        List<Long> points = new ArrayList<>();
        for (Yaml item : at.items()) {
            Double point = item.number(0, MOST);
            if (point == null) continue;
            double scaled = point * Math.pow(10, decimals);
            if (Math.abs(scaled - Math.rint(scaled)) > 1e-6) item.refuse("at most " + decimals + " decimals");
            long whole = Math.round(scaled);
            if (!points.isEmpty() && whole <= points.get(points.size() - 1)) item.refuse("more than the one before");
            points.add(whole);
        }
        return points;
    }

    private void inputs(Period period, Yaml at) {
        at.onlyKeys("clause", "averages");
        clauses.put(period, or(at.at("clause").required().text(), ""));
        List<Input> list = new ArrayList<>();
        for (Yaml item : at.at("averages").required().items()) {
            item.onlyKeys("quantity", "average", "column", "only");
            Quantity quantity = EditionPart.quantity(item.at("quantity"));
            Period average = EditionPart.period(item.at("average"));
            String column = item.at("column").required().oneOf(columns.keySet());
            boolean fallback = item.at("only").oneOf(List.of("beyond")) != null;
            if (quantity == null || average == null || column == null) continue;
            check(item, quantity, average, columns.get(column));
            list.add(new Input(quantity, average, column, fallback));
        }
        inputs.put(period, list);
    }

    private void check(Yaml item, Quantity quantity, Period average, @Nullable Breakpoints column) {
        if (column != null && column.quantity() != quantity) item.at("column").refuse("a column of " + quantity.id());
        if (!edition.validity().containsKey(average)) item.at("average").refuse("a period that \"validity\" has");
    }

    private static List<Category> categories(Yaml at, int top) {
        List<Category> categories = new ArrayList<>();
        int before = -1;
        for (Yaml item : at.items()) {
            item.onlyKeys("id", "level", "upTo", "colour", "name");
            String id = or(item.at("id").required().text(), "");
            int level = or(item.at("level").required().integer(1, 99), 0);
            int upTo = or(item.at("upTo").required().integer(0, MOST_INDEX), before + 1);
            if (upTo <= before) item.at("upTo").refuse("more than the one before");
            before = upTo;
            String colour = or(item.at("colour").required().text(COLOUR, "a colour such as \"#00E400\""), "");
            Words name = or(item.at("name").required().words(), new Words(Map.of()));
            categories.add(new Category(id, level, name, upTo, colour));
        }
        if (at.isPresent() && before < top) at.problem("end at " + before + ", allowed: an end at " + top + " or over");
        return categories;
    }
}
