package ridgeline.domain;

import java.util.List;

/**
 * What the standards say: all of it, or what became different.
 *
 * @param ended keys of verdicts and section classes that no rule gives any more
 */
public record Judged(
        List<Verdict> verdicts,
        List<AirIndex> indices,
        List<SectionClass> sections,
        List<Stagnation> stagnations,
        List<String> ended) {
    public static final Judged NOTHING = new Judged(List.of(), List.of(), List.of(), List.of(), List.of());

    public Judged {
        verdicts = List.copyOf(verdicts);
        indices = List.copyOf(indices);
        sections = List.copyOf(sections);
        stagnations = List.copyOf(stagnations);
        ended = List.copyOf(ended);
    }

    public boolean isEmpty() {
        return verdicts.isEmpty()
                && indices.isEmpty()
                && sections.isEmpty()
                && stagnations.isEmpty()
                && ended.isEmpty();
    }
}
