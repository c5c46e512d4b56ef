package ridgeline.config;

import static ridgeline.config.EditionPart.or;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ridgeline.standard.Edition;
import ridgeline.standard.LimitStandard;
import ridgeline.standard.LimitStandard.Limit;
import ridgeline.standard.LimitStandard.Stage;

/** Reads a standard of limits. What it returns is whole only when no problem was reported. */
final class LimitFile {
    private final Edition edition;

    private LimitFile(Edition edition) {
        this.edition = edition;
    }

    static LimitStandard read(Yaml root, String id) {
        List<String> keys = new ArrayList<>(EditionPart.KEYS);
        keys.addAll(List.of("judge", "section", "stages"));
        root.onlyKeys(keys);
        Edition edition = EditionPart.read(root, id);
        List<Stage> stages = new LimitFile(edition).stages(root.at("stages").required());
        Yaml judge = root.at("judge").required().onlyKeys("class", "warnShare");
        Yaml section = root.at("section").onlyKeys("clause");
        String clause = section.isPresent() ? section.at("clause").required().text() : null;
        Double warnShare = judge.at("warnShare").required().number(0, 1);
        return new LimitStandard(edition, judged(judge.at("class"), stages), or(warnShare, 1.0), clause, stages);
    }

    private static @Nullable String judged(Yaml at, List<Stage> stages) {
        String classId = at.text();
        if (classId == null) return null;
        if (!stages.stream().allMatch(stage -> stage.classes().contains(classId)))
            at.refuse("a class that every stage has");
        return classId;
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
            List<String> classes = new ArrayList<>();
            for (Yaml one : item.at("classes").required().items()) classes.add(or(one.text(), ""));
            stages.add(new Stage(or(item.at("id").required().text(), ""), from, to, classes, limits(item, classes)));
        }
        if (at.isPresent() && stages.isEmpty()) at.problem("is empty, allowed: at least one stage");
        return stages;
    }

    private List<Limit> limits(Yaml stage, List<String> classes) {
        LimitRow reader =
                new LimitRow(edition, classes, or(stage.at("clause").required().text(), ""));
        List<Limit> limits = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Yaml row : stage.at("limits").required().items()) {
            Limit limit = reader.read(row);
            if (limit == null) continue;
            limits.add(limit);
            for (int month = 1; month <= 12; month++) {
                if (!limit.months().isEmpty() && !limit.months().contains(month)) continue;
                if (seen.add(limit.quantity() + "/" + limit.period() + "/" + month)) continue;
                row.problem("limits the same mean again, allowed: one row for each mean and month");
                break;
            }
        }
        return limits;
    }
}
