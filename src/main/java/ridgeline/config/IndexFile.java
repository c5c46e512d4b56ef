package ridgeline.config;

import static ridgeline.config.EditionPart.or;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.domain.Words;
import ridgeline.standard.Breakpoints;
import ridgeline.standard.Breakpoints.Beyond;
import ridgeline.standard.Breakpoints.Segment;
import ridgeline.standard.Edition;
import ridgeline.standard.IndexStandard;
import ridgeline.standard.IndexStandard.Category;
import ridgeline.standard.IndexStandard.Input;
import ridgeline.standard.IndexStandard.Missing;
import ridgeline.standard.Period;

/** Reads a standard of an air quality index. What it returns is whole only when no problem was reported. */
final class IndexFile {
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-F]{6}");
    private static final List<String> INDEX_PERIODS = List.of(Period.HOUR.id(), Period.DAY.id());
    private static final int MOST_INDEX = 10_000;

    private final Edition edition;
    private final Map<String, Breakpoints> columns;
    private final Map<Period, List<Input>> inputs = new EnumMap<>(Period.class);
    private final Map<Period, String> clauses = new EnumMap<>(Period.class);

    private IndexFile(Edition edition, Map<String, Breakpoints> columns) {
        this.edition = edition;
        this.columns = columns;
    }

    static IndexStandard read(Yaml root, String id) {
        List<String> keys = new ArrayList<>(EditionPart.KEYS);
        keys.addAll(IndexTable.KEYS);
        keys.addAll(List.of("inputs", "missing", "primary", "categories"));
        root.onlyKeys(keys);
        return new IndexFile(EditionPart.read(root, id), IndexTable.read(root)).standard(root);
    }

    private IndexStandard standard(Yaml root) {
        Yaml averages = root.at("inputs").required().onlyKeys(INDEX_PERIODS);
        averages.entries().forEach((key, value) -> Period.of(key).ifPresent(period -> inputs(period, value)));
        Missing missing = missing(root.at("missing"));
        Yaml primary = root.at("primary").required().onlyKeys("above", "clause");
        primary.at("clause").text();
        Integer above = primary.at("above").required().integer(0, MOST_INDEX);
        List<Category> categories = categories(root.at("categories").required());
        return new IndexStandard(edition, columns, inputs, missing, or(above, 0), clauses, categories);
    }

    private Missing missing(Yaml at) {
        if (!at.isPresent()) return Missing.ALLOWED;
        at.onlyKeys("publishAbove", "mayLack", "clause").at("clause").text();
        Set<Quantity> mayLack = EnumSet.noneOf(Quantity.class);
        for (Yaml item : at.at("mayLack").items()) {
            Quantity quantity = EditionPart.quantity(item);
            if (quantity != null && !asks(quantity)) item.refuse("a quantity that \"inputs\" has");
            if (quantity != null) mayLack.add(quantity);
        }
        return new Missing(at.at("publishAbove").required().integer(0, MOST_INDEX), mayLack);
    }

    private boolean asks(Quantity quantity) {
        return inputs.values().stream().flatMap(List::stream).anyMatch(input -> input.quantity() == quantity);
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

    private List<Category> categories(Yaml at) {
        List<Category> categories = new ArrayList<>();
        List<Yaml> items = at.items();
        int before = -1;
        for (int i = 0; i < items.size(); i++) {
            Category category = category(items.get(i), before, i == items.size() - 1);
            before = category.upTo();
            categories.add(category);
        }
        if (!at.isPresent() || before == Category.OPEN) return categories;
        if (columns.values().stream().anyMatch(column -> column.beyond() == Beyond.EXTEND))
            at.problem("end at " + before + ", allowed: a last one without upTo, as a column extends");
        else if (before < top()) at.problem("end at " + before + ", allowed: an end at " + top() + " or over");
        return categories;
    }

    /** The highest index in any column. */
    private int top() {
        return columns.values().stream()
                .flatMap(column -> column.segments().stream())
                .mapToInt(Segment::to)
                .max()
                .orElse(0);
    }

    private static Category category(Yaml item, int before, boolean last) {
        item.onlyKeys("id", "level", "upTo", "colour", "name", "effect", "advice");
        Yaml end = item.at("upTo");
        Integer upTo = (last ? end : end.required()).integer(0, MOST_INDEX);
        if (upTo != null && upTo <= before) end.refuse("more than the one before");
        return new Category(
                or(item.at("id").required().text(), ""),
                or(item.at("level").required().integer(1, 99), 0),
                or(item.at("name").required().words(), new Words(Map.of())),
                or(upTo, last && !end.isPresent() ? Category.OPEN : before + 1),
                or(item.at("colour").required().text(COLOUR, "a colour such as \"#00E400\""), ""),
                item.at("effect").words(),
                item.at("advice").words());
    }
}
