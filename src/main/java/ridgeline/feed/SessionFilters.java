package ridgeline.feed;

import java.util.Set;

/**
 * The filters our session at the broker may hold. They outlive the process, since the session does: what left the
 * configuration while we were down still has to be unsubscribed.
 */
public interface SessionFilters {
    Set<String> read();

    void write(Set<String> filters);
}
