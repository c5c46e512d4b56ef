package ridgeline.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.domain.Rule;
import ridgeline.domain.Status;
import ridgeline.standard.LimitColumns.Column;

/** Holds each value of a row against the limit of one class. */
final class RowLimits implements RowJudge {
    private final LimitColumns columns;
    private final Choice choice;

    RowLimits(LimitColumns columns, String classId) {
        this.columns = columns;
        this.choice = new Choice(classId, columns.standard().warnShare(), null);
    }

    @Override
    public Map<String, Quantity> reads() {
        return columns.reads();
    }

    @Override
    public List<String> results() {
        return columns.list().stream().map(column -> "status_" + column.name()).toList();
    }

    @Override
    public List<String> judge(Row row) {
        List<String> cells = new ArrayList<>();
        for (Column column : columns.list()) {
            Status status = status(column, row);
            cells.add(status == null ? "" : status.id());
        }
        return cells;
    }

    /** Null when nothing is asked of the value. */
    private @Nullable Status status(Column column, Row row) {
        Period period = columns.period(column, row);
        if (period == null) return null;
        Rule rule = columns.standard()
                .rule(column.quantity(), period, choice, row.t())
                .orElse(null);
        if (rule == null) return null;
        Double value = columns.value(column, row);
        if (value == null) return Status.INSUFFICIENT;
        if (value.isNaN()) return null;
        Status status = rule.statusOf(value);
        return status == Status.EXCEED && isSaturated(column, period, value, row) ? Status.PASS : status;
    }

    private boolean isSaturated(Column column, Period period, double value, Row row) {
        return column.quantity() == Quantity.DISSOLVED_OXYGEN
                && columns.standard()
                        .limit(column.quantity(), period, row.t())
                        .filter(limit -> columns.isSaturated(limit, choice.classId(), value, row))
                        .isPresent();
    }

    @Override
    public String note() {
        return "class " + choice.classId() + ": " + columns.note();
    }
}
