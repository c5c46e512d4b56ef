package ridgeline.config;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of one file; saying the same thing twice counts once. Confined to the calling thread. */
final class Problems {
    /** A broken file can hold a problem in every character; nobody reads more than this. */
    static final int MOST = 1000;

    private static final Comparator<Problem> FILE_ORDER =
            Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

    private final Set<Problem> found = new LinkedHashSet<>();

    void add(Problem problem) {
        if (!isFull()) found.add(problem);
    }

    boolean isFull() {
        return found.size() >= MOST;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the file. */
    List<Problem> list() {
        return found.stream().sorted(FILE_ORDER).toList();
    }
}
