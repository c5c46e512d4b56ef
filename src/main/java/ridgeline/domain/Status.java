package ridgeline.domain;

import java.util.Locale;

/** How a value stands against a limit, from good to worst; the last two say that nothing can be said. */
public enum Status {
    PASS,
    WARN,
    EXCEED,
    INSUFFICIENT,
    STALE;

    private final String id = name().toLowerCase(Locale.ROOT);

    public String id() {
        return id;
    }
}
