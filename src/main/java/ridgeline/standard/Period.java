package ridgeline.standard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Over what a value is averaged before it is compared. The id is the word in files and API. */
public enum Period {
    /** Mean of one clock hour. */
    HOUR("1h"),
    /** Mean of the eight hours that end with the last closed one. */
    EIGHT_HOURS("8h"),
    /** Highest of the eight-hour means that lie wholly within a natural day. */
    DAILY_MAX_8H("mda8"),
    /** Mean of the hourly means of a natural day. */
    DAY("24h"),
    /** Highest hourly mean of a natural day. */
    DAILY_MAX_HOUR("max1h"),
    /** Mean of the twenty-four hours that end with the last closed one. */
    SLIDING_DAY("24h-sliding");

    private final String id;

    Period(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Whether the window is a natural day; the others end with the last closed hour. */
    public boolean isNaturalDay() {
        return this == DAY || this == DAILY_MAX_8H || this == DAILY_MAX_HOUR;
    }

    /** How many hours a window that ends with the last closed hour reaches back. */
    int hours() {
        return switch (this) {
            case HOUR -> 1;
            case EIGHT_HOURS -> 8;
            case DAILY_MAX_8H, DAY, DAILY_MAX_HOUR, SLIDING_DAY -> 24;
        };
    }

    public static Optional<Period> of(String id) {
        return Arrays.stream(values()).filter(period -> period.id.equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Period::id).toList();
    }
}
