package ridgeline.config;

import static ridgeline.config.EditionPart.or;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Bound;
import ridgeline.standard.Edition;
import ridgeline.standard.StagnationStandard;
import ridgeline.standard.StagnationStandard.Kind;
import ridgeline.standard.StagnationStandard.Lasting;
import ridgeline.standard.StagnationStandard.Level;
import ridgeline.standard.StagnationStandard.Sign;

/** Reads a standard of stagnant weather. What it returns is whole only when no problem was reported. */
final class StagnationFile {
    private static final double MOST = 1e6;
    /** Two days of hours are kept; the change of a sign and a spell must both fit into them. */
    private static final int LONGEST_SPELL = 40;

    private static final int LONGEST_CHANGE = 6;
    private static final int DAY_HOURS = 24;
    private static final int MOST_DAYS = 5;
    private static final int HIGHEST_INDEX = 10_000;
    private static final List<String> LEVELS = List.of("yellow", "orange", "red");

    private StagnationFile() {}

    static StagnationStandard read(Yaml root, String id) {
        List<String> keys = new ArrayList<>(EditionPart.KEYS);
        keys.addAll(List.of("clause", "signs", "stagnant", "indoors", "persistence"));
        root.onlyKeys(keys);
        Edition edition = EditionPart.read(root, id);
        String clause = or(root.at("clause").required().text(), "");
        List<Sign> signs = signs(root.at("signs").required());
        Yaml stagnant = root.at("stagnant").required().onlyKeys("from", "hours");
        Integer from = stagnant.at("from").required().integer(1, Math.max(1, signs.size()));
        Integer hours = stagnant.at("hours").required().integer(1, LONGEST_SPELL);
        Yaml persistence = root.at("persistence").required().onlyKeys("index", "levels");
        return new StagnationStandard(
                edition,
                clause,
                signs,
                or(from, 1),
                or(hours, 1),
                names(root.at("indoors")),
                names(persistence.at("index").required()),
                levels(persistence.at("levels").required()));
    }

    private static List<Sign> signs(Yaml at) {
        List<Sign> signs = new ArrayList<>();
        Set<Kind> seen = new HashSet<>();
        for (Yaml item : at.items()) {
            Sign sign = sign(item);
            if (sign == null) continue;
            if (!seen.add(sign.kind())) item.at("id").refuse("each sign once");
            signs.add(sign);
        }
        if (at.isPresent() && at.items().isEmpty()) at.problem("is empty, allowed: at least one sign");
        return signs;
    }

    private static @Nullable Sign sign(Yaml item) {
        item.onlyKeys("id", "unit", "above", "below", "over", "clause", "certainty");
        Kind kind = item.at("id").required().oneOf(Kind.class);
        EditionPart.unit(item.at("unit"), kind == null ? null : kind.quantity());
        Double above = item.at("above").number(-MOST, MOST);
        Double below = item.at("below").number(-MOST, MOST);
        if (!item.at("above").isPresent() && !item.at("below").isPresent())
            item.at("above").problem("is missing as well as below, allowed: at least one of them");
        if (above != null && below != null && above >= below) item.at("below").refuse("more than " + above);
        item.at("clause").text();
        item.at("certainty").oneOf(ridgeline.domain.Certainty.class);
        if (kind == null) return null;
        Yaml over = item.at("over");
        if (kind != Kind.PRESSURE && over.isPresent()) over.problem("is given, allowed: only at the sign pressure");
        Integer hours = kind == Kind.PRESSURE ? over.required().integer(1, LONGEST_CHANGE) : null;
        return new Sign(kind, new Bound(above, below), or(hours, 0));
    }

    private static List<String> names(Yaml at) {
        List<String> names = new ArrayList<>();
        for (Yaml item : at.items()) {
            String name = item.text(Syntax.ID, Syntax.AN_ID);
            if (name != null) names.add(name);
        }
        return names;
    }

    private static List<Level> levels(Yaml at) {
        List<Level> levels = new ArrayList<>();
        int before = -1;
        for (Yaml item : at.items()) {
            item.onlyKeys("level", "clause", "all");
            String id = item.at("level").required().oneOf(LEVELS);
            item.at("clause").text();
            List<Lasting> all = new ArrayList<>();
            for (Yaml one : item.at("all").required().items()) all.add(lasting(one));
            if (item.at("all").isList() && all.isEmpty()) item.at("all").problem("is empty, allowed: one or more");
            if (id == null) continue;
            if (LEVELS.indexOf(id) <= before) item.at("level").refuse("a level more severe than the one before");
            before = LEVELS.indexOf(id);
            levels.add(new Level(id, all));
        }
        return levels;
    }

    private static Lasting lasting(Yaml item) {
        item.onlyKeys("over", "hours");
        Integer over = item.at("over").required().integer(0, HIGHEST_INDEX);
        Integer hours = item.at("hours").required().integer(DAY_HOURS, MOST_DAYS * DAY_HOURS);
        if (hours != null && hours % DAY_HOURS != 0) item.at("hours").refuse("whole days: 24, 48, 72, 96 or 120");
        return new Lasting(or(over, 0), or(hours, DAY_HOURS) / DAY_HOURS);
    }
}
