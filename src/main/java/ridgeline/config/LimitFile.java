package ridgeline.config;

import static ridgeline.config.EditionPart.or;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.standard.Edition;
import ridgeline.standard.Edition.Certainty;
import ridgeline.standard.LimitStandard;
import ridgeline.standard.LimitStandard.Limit;
import ridgeline.standard.LimitStandard.Stage;
import ridgeline.standard.Period;

/** Reads a standard of limits. What it returns is whole only when no problem was reported. */
final class LimitFile {
    private static final double MOST = 1e9;

    private final Edition edition;

    private LimitFile(Edition edition) {
        this.edition = edition;
    }

    static LimitStandard read(Yaml root, String id) {
        List<String> keys = new ArrayList<>(EditionPart.KEYS);
        keys.addAll(List.of("judge", "stages"));
        root.onlyKeys(keys);
        Edition edition = EditionPart.read(root, id);
        List<Stage> stages = new LimitFile(edition).stages(root.at("stages").required());
        Yaml judge = root.at("judge").required().onlyKeys("class", "warnShare");
        Yaml classId = judge.at("class").required();
        String judged = or(classId.text(), "");
        boolean known = stages.stream()
                .flatMap(stage -> stage.limits().stream())
                .allMatch(limit -> limit.byClass().containsKey(judged));
        if (!known && !judged.isEmpty()) classId.refuse("a class that every stage has");
        return new LimitStandard(
                edition, judged, or(judge.at("warnShare").required().number(0, 1), 1.0), stages);
    }

    private List<Stage> stages(Yaml at) {
        List<Stage> stages = new ArrayList<>();
        for (Yaml item : at.items()) {
            item.onlyKeys("id", "from", "to", "classes", "clause", "limits");
            LocalDate from = EditionPart.date(item.at("from"));
            LocalDate to = EditionPart.date(item.at("to"));
            LocalDate last =
                    stages.isEmpty() ? null : stages.get(stages.size() - 1).to();
            if (!stages.isEmpty() && (last == null || from == null || !from.equals(last.plusDays(1)))) {
                item.at("from").problem("does not follow the stage before, allowed: the day after its \"to\"");
            }
            stages.add(new Stage(or(item.at("id").required().text(), ""), from, to, limits(item)));
        }
        if (at.isPresent() && stages.isEmpty()) at.problem("is empty, allowed: at least one stage");
        return stages;
    }

    private List<Limit> limits(Yaml stage) {
        List<String> classes = new ArrayList<>();
        for (Yaml item : stage.at("classes").required().items()) classes.add(or(item.text(), ""));
        String clause = or(stage.at("clause").required().text(), "");
        List<Limit> limits = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Yaml row : stage.at("limits").required().items()) {
            row.onlyKeys("quantity", "period", "unit", "limit", "certainty");
            Quantity quantity = EditionPart.quantity(row.at("quantity"));
            Period period = EditionPart.period(row.at("period"));
            EditionPart.unit(row.at("unit"), quantity);
            Map<String, Double> byClass = byClass(row.at("limit").required(), classes);
            Certainty certainty = row.at("certainty").oneOf(Certainty.class);
            if (quantity == null || period == null) continue;
            if (!seen.add(quantity + "/" + period))
                row.problem("limits the same mean again, allowed: one row for each");
            requireValidity(row.at("period"), period);
            limits.add(new Limit(quantity, period, byClass, clause, or(certainty, edition.certainty())));
        }
        return limits;
    }

    private static Map<String, Double> byClass(Yaml at, List<String> classes) {
        List<Yaml> items = at.items();
        if (at.isList() && items.size() != classes.size()) {
            at.problem("has " + items.size() + " numbers, allowed: one for each of the classes " + classes);
        }
        Map<String, Double> byClass = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(items.size(), classes.size()); i++) {
            @Nullable Double limit = items.get(i).number(0, MOST);
            if (limit != null) byClass.put(classes.get(i), limit);
        }
        return byClass;
    }

    private void requireValidity(Yaml at, Period period) {
        if (!edition.validity().containsKey(period)) at.refuse("a period that \"validity\" has");
    }
}
