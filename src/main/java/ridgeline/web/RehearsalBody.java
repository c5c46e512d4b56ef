package ridgeline.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.standard.LimitEdit;
import ridgeline.standard.LimitEdit.End;
import ridgeline.standard.Period;
import ridgeline.web.Failures.Refusal;

/**
 * What a rehearsal is asked; what cannot be is a {@link Refusal} with status 400 that names the field.
 *
 * @param venue null for all
 * @param yaml the whole text of the edited file; null when {@code limits} are given
 */
record RehearsalBody(
        String standard,
        int days,
        @Nullable String venue,
        @Nullable String yaml,
        List<LimitEdit> limits) {
    private static final Set<String> FIELDS = Set.of("standard", "days", "venue", "yaml", "limits");
    private static final Set<String> LIMIT_FIELDS =
            Set.of("quantity", "period", "class", "min", "max", "warnMin", "warnMax");
    private static final int MOST_DAYS = 31;
    private static final int MOST_LIMITS = 200;
    private static final double MOST = 1e9;

    static RehearsalBody of(@Nullable Buffer body) {
        JsonObject json;
        try {
            json = new JsonObject(body == null ? Buffer.buffer() : body);
        } catch (DecodeException | ClassCastException wrong) {
            throw new Refusal(400, "body: is not a JSON object");
        }
        only(json, "body", FIELDS);
        String standard = text(json, "body", "standard");
        if (standard == null) throw new Refusal(400, "standard: missing, the id of a standard of limits");
        boolean whole = json.containsKey("yaml");
        if (whole == json.containsKey("limits"))
            throw new Refusal(400, "body: needs either yaml, the text of the edited file, or limits, but not both");
        String yaml = text(json, "body", "yaml");
        if (whole && yaml == null) throw new Refusal(400, "yaml: is null, the text of the edited file");
        return new RehearsalBody(
                standard, days(json), text(json, "body", "venue"), yaml, whole ? List.of() : limits(json));
    }

    private static int days(JsonObject json) {
        Object value = json.getValue("days");
        if (value instanceof Integer days && days >= 1 && days <= MOST_DAYS) return days;
        throw new Refusal(400, "days: '" + value + "' is not a whole number from 1 to " + MOST_DAYS);
    }

    private static List<LimitEdit> limits(JsonObject json) {
        if (!(json.getValue("limits") instanceof JsonArray rows) || rows.isEmpty() || rows.size() > MOST_LIMITS)
            throw new Refusal(400, "limits: is not a list of 1 to " + MOST_LIMITS + " limits");
        List<LimitEdit> limits = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String at = "limits[" + i + "]";
            if (!(rows.getValue(i) instanceof JsonObject row))
                throw new Refusal(400, at + ": is not an object with quantity, period and class");
            limits.add(limit(row, at));
        }
        return limits;
    }

    private static LimitEdit limit(JsonObject row, String at) {
        only(row, at, LIMIT_FIELDS);
        Optional<Quantity> quantity = named(row, at, "quantity").flatMap(Quantity::of);
        Optional<Period> period = named(row, at, "period").flatMap(Period::of);
        Optional<String> classId = named(row, at, "class");
        LimitEdit edit = new LimitEdit(
                quantity.orElseThrow(() -> new Refusal(400, at + ".quantity: is not a quantity such as pm25")),
                period.orElseThrow(() -> new Refusal(400, at + ".period: is not one of " + Period.ids())),
                classId.orElseThrow(() -> new Refusal(400, at + ".class: missing, a class of the standard")),
                end(row, at, "min"),
                end(row, at, "max"),
                end(row, at, "warnMin"),
                end(row, at, "warnMax"));
        if (List.of(edit.min(), edit.max(), edit.warnMin(), edit.warnMax()).stream()
                .noneMatch(End::isGiven)) throw new Refusal(400, at + ": changes nothing, at least one end");
        return edit;
    }

    private static End end(JsonObject row, String at, String name) {
        if (!row.containsKey(name)) return End.KEPT;
        Object value = row.getValue(name);
        if (value == null) return new End(true, null);
        if (value instanceof Number number && Math.abs(number.doubleValue()) <= MOST)
            return new End(true, number.doubleValue());
        throw new Refusal(400, at + "." + name + ": is neither a number nor null");
    }

    private static Optional<String> named(JsonObject row, String at, String name) {
        return Optional.ofNullable(text(row, at, name));
    }

    private static @Nullable String text(JsonObject json, String at, String name) {
        Object value = json.getValue(name);
        if (value == null || value instanceof String) return (String) value;
        throw new Refusal(400, ("body".equals(at) ? "" : at + ".") + name + ": is not a text");
    }

    private static void only(JsonObject json, String at, Set<String> known) {
        for (String field : json.fieldNames()) {
            if (!known.contains(field))
                throw new Refusal(
                        400,
                        at + ": '" + field + "' is not a known field, allowed: "
                                + known.stream().sorted().toList());
        }
    }
}
