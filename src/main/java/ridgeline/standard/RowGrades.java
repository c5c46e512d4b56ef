package ridgeline.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridgeline.domain.Bound;
import ridgeline.domain.Quantity;
import ridgeline.standard.LimitColumns.Column;
import ridgeline.standard.LimitStandard.Limit;

/** Finds the best class that each value of a row reaches; the worst of them is that of the row. */
final class RowGrades implements RowJudge {
    /** Beyond the last class. */
    private static final String WORSE = "worse";

    private final LimitColumns columns;

    RowGrades(LimitColumns columns) {
        this.columns = columns;
    }

    @Override
    public Map<String, Quantity> reads() {
        return columns.reads();
    }

    @Override
    public List<String> results() {
        List<String> names = new ArrayList<>();
        columns.list().forEach(column -> names.add("class_" + column.name()));
        names.add("class");
        return names;
    }

    @Override
    public List<String> judge(Row row) {
        List<String> classes = columns.standard()
                .stage(row.t())
                .map(LimitStandard.Stage::classes)
                .orElse(List.of());
        List<String> cells = new ArrayList<>();
        int worst = -1;
        for (Column column : columns.list()) {
            int reached = reached(column, classes, row);
            cells.add(word(reached, classes));
            worst = Math.max(worst, reached);
        }
        cells.add(word(worst, classes));
        return cells;
    }

    private static String word(int reached, List<String> classes) {
        if (reached < 0) return "";
        return reached < classes.size() ? classes.get(reached) : WORSE;
    }

    /** The place of the class in the list, its size beyond the last; -1 when nothing can be said. */
    private int reached(Column column, List<String> classes, Row row) {
        Double value = columns.value(column, row);
        Period period = columns.period(column, row);
        if (value == null || value.isNaN() || period == null) return -1;
        Optional<Limit> limit = columns.standard().limit(column.quantity(), period, row.t());
        if (limit.isEmpty()) return -1;
        for (int i = 0; i < classes.size(); i++) {
            Bound bound = limit.get().byClass().get(classes.get(i));
            if (bound != null && bound.holds(value)) return i;
            if (isSaturated(column, limit.get(), classes.get(i), value, row)) return i;
        }
        return classes.size();
    }

    private boolean isSaturated(Column column, Limit limit, String classId, double value, Row row) {
        return column.quantity() == Quantity.DISSOLVED_OXYGEN && columns.isSaturated(limit, classId, value, row);
    }

    @Override
    public String note() {
        return columns.note();
    }
}
