package ridgeline.domain;

import java.util.Locale;

/** How far a reading may be trusted. */
public enum Quality {
    GOOD(0),
    /** Outside the configured range: kept, shown as such, never judged. */
    IMPLAUSIBLE(1),
    /** The sensor was under maintenance: kept, never judged. */
    MAINTENANCE(2),
    /** Its own time is over an hour behind arrival; stored under its own time. */
    LATE(3),
    /** Its own time is over five minutes ahead or before 2020; stored under arrival time. */
    SUSPECT_CLOCK(4);

    private static final Quality[] BY_CODE = byCode();

    private final String id = name().toLowerCase(Locale.ROOT);
    private final int code;

    Quality(int code) {
        this.code = code;
    }

    private static Quality[] byCode() {
        Quality[] all = new Quality[values().length];
        for (Quality quality : values()) all[quality.code] = quality;
        return all;
    }

    /** What the store keeps; a code is never given a second meaning. */
    public int code() {
        return code;
    }

    public static Quality of(int code) {
        return BY_CODE[code];
    }

    public String id() {
        return id;
    }

    /** Whether averages and verdicts may use the value. */
    public boolean counts() {
        return this != IMPLAUSIBLE && this != MAINTENANCE;
    }
}
