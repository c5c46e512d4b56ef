package ridgeline.standard;

import java.util.List;
import ridgeline.domain.AirIndex;
import ridgeline.domain.Verdict;

/** What became different since the last time the judge was asked. */
public record Judgement(List<Verdict> verdicts, List<AirIndex> indices) {
    static final Judgement NOTHING = new Judgement(List.of(), List.of());

    public Judgement {
        verdicts = List.copyOf(verdicts);
        indices = List.copyOf(indices);
    }

    public boolean isEmpty() {
        return verdicts.isEmpty() && indices.isEmpty();
    }
}
