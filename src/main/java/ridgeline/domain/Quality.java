package ridgeline.domain;

import java.util.Locale;

/** How far a reading may be trusted. The ordinal is what the store keeps: append only, never reorder. */
public enum Quality {
    GOOD,
    /** Outside the configured range: kept, shown as such, never judged. */
    IMPLAUSIBLE,
    /** The sensor was under maintenance: kept, never judged. */
    MAINTENANCE,
    /** Its own time is over an hour behind arrival; stored under its own time. */
    LATE,
    /** Its own time is over five minutes ahead or before 2020; stored under arrival time. */
    SUSPECT_CLOCK;

    private final String id = name().toLowerCase(Locale.ROOT);

    public String id() {
        return id;
    }

    /** Whether averages and verdicts may use the value. */
    public boolean counts() {
        return this != IMPLAUSIBLE && this != MAINTENANCE;
    }
}
