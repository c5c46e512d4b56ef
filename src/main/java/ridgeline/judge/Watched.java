package ridgeline.judge;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Series;
import ridgeline.domain.Verdict;
import ridgeline.standard.Place;

/** One series under judgement: its hours, its pace and what was last said of it. Confined to the thread that judges. */
final class Watched {
    private static final long NEVER = Long.MIN_VALUE / 2;
    private static final long FULL = (1L << 60) - 1;
    private static final long MINUTE_MS = 60_000;
    /** Taken for the interval of a sensor that does not say it and has not shown it. */
    private static final int UNKNOWN_MINUTES = 15;

    private final Series series;
    private final long everyMs;
    private final Place place;
    private final HourRing ring;
    private final @Nullable MinuteRing recent;
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private long last = NEVER;
    /** Since when the device is said to be gone, NEVER while it is not. */
    private long gone = NEVER;

    private boolean dirty;
    private boolean stale;
    private long calendarDay = NEVER;

    /** @param brisk whether anything limits its last minutes */
    Watched(Series series, Place place, Optional<Duration> every, boolean brisk) {
        this.series = series;
        this.place = place;
        ring = new HourRing(series.quantity().averaging());
        recent = brisk ? new MinuteRing(series.quantity().averaging()) : null;
        this.everyMs = every.map(Duration::toMillis).orElse(0L);
    }

    Series series() {
        return series;
    }

    Place place() {
        return place;
    }

    HourRing ring() {
        return ring;
    }

    boolean isBrisk() {
        return recent != null;
    }

    /** @throws IllegalStateException when nothing limits its last minutes */
    MinuteRing recent() {
        if (recent == null) throw new IllegalStateException(series.id() + " has no minutes");
        return recent;
    }

    void add(long t, double value) {
        ring.add(t, value);
        if (recent != null) recent.add(t, value);
    }

    /** Whether its months and years were judged on a day, in days since 1970-01-01. */
    boolean isCalendarJudged(long day) {
        return calendarDay == day;
    }

    void calendarJudged(long day) {
        calendarDay = day;
    }

    /** A day of the past changed: months and years must be formed again. */
    void calendarChanged() {
        calendarDay = NEVER;
    }

    /** By {@link Verdict#key}. */
    Map<String, Verdict> verdicts() {
        return verdicts;
    }

    void heard(long t) {
        if (t <= last) return;
        last = t;
        gone = NEVER;
    }

    /** @return whether its device was not said to be gone before */
    boolean silenced(long t) {
        if (gone != NEVER) return false;
        gone = t;
        return true;
    }

    /** @return whether it was not marked before */
    boolean mark() {
        boolean first = !dirty;
        dirty = true;
        return first;
    }

    void unmark(long now) {
        dirty = false;
        stale = now > staleAt();
    }

    /** Whether it was stale when it was last judged. */
    boolean wasStale() {
        return stale;
    }

    /** After this instant without a new reading the series is stale. */
    long staleAt() {
        if (last == NEVER) return NEVER;
        long due = due();
        return gone == NEVER ? due : Math.min(due, gone - 1);
    }

    private long due() {
        return last + 3 * (everyMs > 0 ? everyMs : learnedMinutes() * MINUTE_MS);
    }

    /** When it became stale; for one that was never heard here that is noticed now. */
    long silentSince(long now) {
        if (last == NEVER) return now;
        return gone == NEVER ? due() : Math.min(due(), gone);
    }

    /** Minutes of an hour that a reading stands for: its own and as many after it as the interval reaches over. */
    int coveredMinutes(long hour) {
        long minutes = ring.minutes(hour);
        int span = span(minutes);
        if (span == 1) return Long.bitCount(minutes);
        return Long.bitCount(spread(minutes, span) | spill(ring.minutes(hour - 1), span));
    }

    /** How many minutes one reading stands for. */
    int spanMinutes() {
        return everyMs > 0 ? (int) Math.min(60, (everyMs + MINUTE_MS - 1) / MINUTE_MS) : learnedMinutes();
    }

    private int span(long minutes) {
        if (everyMs > 0) return spanMinutes();
        return Long.bitCount(minutes) < 2 ? UNKNOWN_MINUTES : medianGap(minutes);
    }

    private static long spread(long minutes, int span) {
        long spread = minutes;
        for (int i = 1; i < span; i++) spread |= (minutes << i) & FULL;
        return spread;
    }

    /** The first minutes of an hour that the last readings of the hour before reach over. */
    private static long spill(long before, int span) {
        long spill = 0;
        for (int i = 1; i < span; i++) spill |= before >>> (60 - i);
        return spill;
    }

    private int learnedMinutes() {
        long hour = HourRing.hourOf(last);
        for (long minutes : new long[] {ring.minutes(hour), ring.minutes(hour - 1)}) {
            if (Long.bitCount(minutes) >= 3) return medianGap(minutes);
        }
        return UNKNOWN_MINUTES;
    }

    /** The middle one of the distances between minutes that have a reading, at most a quarter of an hour. */
    private static int medianGap(long minutes) {
        int[] gaps = new int[60];
        int n = 0;
        long rest = minutes;
        int previous = Long.numberOfTrailingZeros(rest);
        for (rest &= rest - 1; rest != 0; rest &= rest - 1) {
            int minute = Long.numberOfTrailingZeros(rest);
            gaps[n++] = minute - previous;
            previous = minute;
        }
        Arrays.sort(gaps, 0, n);
        return Math.min(UNKNOWN_MINUTES, gaps[n / 2]);
    }
}
