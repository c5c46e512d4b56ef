package ridgeline.config;

import java.util.ArrayList;
import java.util.List;
import ridgeline.standard.Place;
import ridgeline.standard.Standards;

/** Holds the {@code classes} of {@code sensors.yaml} against the standards: only where both are read can a slip show. */
final class ClassesCheck {
    private final Standards standards;

    ClassesCheck(Standards standards) {
        this.standards = standards;
    }

    /** @param root of {@code sensors.yaml} */
    void check(Yaml root) {
        for (String part : List.of("venues", "sensors")) {
            for (Yaml item : root.at(part).items()) item.at("classes").entries().forEach(this::check);
        }
    }

    private void check(String standard, Yaml value) {
        List<String> names = standards.names();
        if (!names.contains(standard)) {
            value.problem(
                    "is of no standard" + Nearest.hint(standard, names) + ", allowed: " + String.join(", ", names));
            return;
        }
        List<String> classes = new ArrayList<>(standards.classes(standard));
        classes.add(Place.NONE);
        if (value.isPresent()) value.oneOf(classes);
    }
}
