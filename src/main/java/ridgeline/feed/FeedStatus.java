package ridgeline.feed;

import org.jspecify.annotations.Nullable;

/**
 * How the feed is doing, for the health page.
 *
 * @param since when it got into this state (epoch ms)
 * @param problem one line for a person, null when all is well
 * @param connections how many connections were made since start
 */
public record FeedStatus(State state, long since, @Nullable String problem, long connections) {
    public enum State {
        CONNECTING,
        CONNECTED,
        /** Disconnected on purpose: the inbox is full and the broker keeps the rest. */
        SHEDDING,
        LOST,
        CLOSED
    }

    public boolean isGood() {
        return state == State.CONNECTED || state == State.SHEDDING;
    }
}
