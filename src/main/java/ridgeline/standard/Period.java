package ridgeline.standard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Over what a value is averaged before it is compared. The id is the word in files and API. */
public enum Period {
    /** Mean of the ten minutes that end with the last closed one. */
    TEN_MINUTES("10min", Kind.MINUTES, 10),
    /** Highest value of those ten minutes. */
    MAX_TEN_MINUTES("max10min", Kind.MINUTES, 10),
    /** Mean of one clock hour. */
    HOUR("1h", Kind.HOURS, 60),
    /** Mean of the eight hours that end with the last closed one. */
    EIGHT_HOURS("8h", Kind.HOURS, 8),
    /** Weighted mean of the twelve hours that end with the last closed one; how, see {@link Averages}. */
    NOWCAST("nowcast", Kind.HOURS, 12),
    /** Mean of the twenty-four hours that end with the last closed one. */
    SLIDING_DAY("24h-sliding", Kind.HOURS, 24),
    /** Highest of the eight-hour means that lie wholly within a natural day. */
    DAILY_MAX_8H("mda8", Kind.DAY, 17),
    /** Mean of the hourly means of a natural day. */
    DAY("24h", Kind.DAY, 24),
    /** Highest hourly mean of a natural day. */
    DAILY_MAX_HOUR("max1h", Kind.DAY, 24),
    /** Mean over 06 to 22 h. */
    DAYTIME("daytime", Kind.DAY, 16),
    /** Mean over 22 to 06 h of the next day. */
    NIGHT("night", Kind.DAY, 8),
    /** Highest value of 22 to 06 h. */
    NIGHT_MAX("night-max", Kind.DAY, 8),
    /** Mean of the daily means of a calendar month. */
    MONTH("month", Kind.CALENDAR, 28),
    /** Mean of the daily means of a calendar year. */
    YEAR("year", Kind.CALENDAR, 365),
    /** Percentiles of a calendar year's daily values: daily means, of ozone the daily maximum eight-hour means. */
    YEAR_P90("year-p90", Kind.CALENDAR, 365),
    YEAR_P95("year-p95", Kind.CALENDAR, 365),
    YEAR_P98("year-p98", Kind.CALENDAR, 365),
    YEAR_P99("year-p99", Kind.CALENDAR, 365),
    /** Mean daily maximum eight-hour mean of the six months in a row of a calendar year where it is highest. */
    PEAK_SEASON("peak-season", Kind.CALENDAR, 365);

    /** What its windows are made of. */
    public enum Kind {
        /** Ends with the last closed minute. */
        MINUTES,
        /** Ends with the last closed hour. */
        HOURS,
        /** A natural day or a fixed part of it. */
        DAY,
        /** A month or year of the calendar. */
        CALENDAR
    }

    private final String id;
    private final Kind kind;
    private final int parts;

    Period(String id, Kind kind, int parts) {
        this.id = id;
        this.kind = kind;
        this.parts = parts;
    }

    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /** How many minutes, hours, means or days a whole window has. */
    int parts() {
        return parts;
    }

    /** Whether a window begins and ends by the calendar and so stays true once it is complete. */
    public boolean isNatural() {
        return kind == Kind.DAY || kind == Kind.CALENDAR;
    }

    /** How many hours a window that ends with the last closed hour reaches back. */
    int hours() {
        return this == HOUR ? 1 : parts;
    }

    public static Optional<Period> of(String id) {
        return Arrays.stream(values()).filter(period -> period.id.equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Period::id).toList();
    }
}
