package ridgeline.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the kiosk itself is doing, as screens and {@code /readyz} tell it.
 *
 * @param feed {@code connected}, {@code connecting}, {@code shedding} (connected again in a moment) or {@code lost}
 * @param feedProblem one line, null when there is none
 * @param storeProblem why nothing can be stored, null when all is well
 * @param configProblems what is wrong with the configuration in use
 */
public record Health(
        String feed, @Nullable String feedProblem, @Nullable String storeProblem, List<String> configProblems) {
    public Health {
        configProblems = List.copyOf(configProblems);
    }

    public boolean isFeedGood() {
        return feed.equals("connected") || feed.equals("shedding");
    }

    /** What keeps the kiosk from doing all of its work; empty when it is ready. */
    public List<String> reasons() {
        List<String> reasons = new java.util.ArrayList<>();
        if (!isFeedGood()) reasons.add("broker: " + (feedProblem == null ? feed : feedProblem));
        if (storeProblem != null) reasons.add("store: " + storeProblem);
        configProblems.forEach(problem -> reasons.add("config: " + problem));
        return reasons;
    }
}
