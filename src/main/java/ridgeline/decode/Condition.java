package ridgeline.decode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Guard;

/** A {@link Guard} whose place is numbered. Immutable. */
record Condition(String at, int place, Set<String> texts, Set<Double> numbers, boolean orAbsent) {
    /** The conditions on the payload; null when the topic alone already fails one. */
    static @Nullable List<Condition> of(List<Guard> guards, Map<String, String> captured, Places places) {
        List<Condition> conditions = new ArrayList<>();
        for (Guard guard : guards) {
            String at = guard.at();
            if (at.startsWith("{") && at.endsWith("}")) {
                String text = captured.get(at.substring(1, at.length() - 1));
                if (text == null ? !guard.orAbsent() : !guard.values().contains(text)) return null;
            } else {
                Set<Double> numbers = new HashSet<>();
                for (String value : guard.values()) {
                    double number = PlainNumber.read(value, '.');
                    if (!Double.isNaN(number)) numbers.add(number + 0.0);
                }
                conditions.add(new Condition(at, places.text(at), guard.values(), numbers, guard.orAbsent()));
            }
        }
        return List.copyOf(conditions);
    }

    boolean holds(Found found) {
        return switch (found.kind(place)) {
            case ABSENT, NULL -> orAbsent;
            case NUMBER -> numbers.contains(found.number(place) + 0.0) || texts.contains(found.text(place));
            case TEXT -> texts.contains(found.text(place)) || isNumber(PlainNumber.trimmed(found.text(place)));
            case OTHER -> texts.contains(found.text(place));
        };
    }

    private boolean isNumber(String text) {
        return texts.contains(text) || (!numbers.isEmpty() && numbers.contains(PlainNumber.read(text, '.') + 0.0));
    }

    /** The first that does not hold, null when all do. */
    static @Nullable Condition broken(List<Condition> conditions, Found found) {
        if (conditions.isEmpty()) return null;
        for (int i = 0; i < conditions.size(); i++) if (!conditions.get(i).holds(found)) return conditions.get(i);
        return null;
    }
}
