package ridgeline.domain;

import java.util.Locale;

/** How a figure became known. */
public enum Certainty {
    /** Read in the standard itself. */
    PRIMARY,
    /** Read in a text that quotes the standard. */
    SECONDARY,
    /** Held to be so, but seen in no source; to be checked before anyone relies on it. */
    UNVERIFIED,
    /** This project's own choice. */
    CHOSEN;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
