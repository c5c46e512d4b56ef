package ridgeline.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code classes}: the id or family of a standard to the class that a place has in it, or {@code none}. */
final class ClassesYaml {
    private ClassesYaml() {}

    static Map<String, String> read(Yaml at) {
        Map<String, String> classes = new LinkedHashMap<>();
        at.entries().forEach((standard, value) -> {
            String classId = value.text();
            if (classId != null) classes.put(standard, classId);
        });
        return classes;
    }
}
