package ridgeline.standard;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Certainty;
import ridgeline.domain.Words;

/**
 * Which document a file of figures stands for, when it is in force, and what it asks of the data.
 *
 * @param id the file's name without its ending, for example {@code gb3095-2026}
 * @param family what the editions of one document have in common, for example {@code gb3095}
 * @param onlyNamed whether it judges only where a profile names it
 * @param advisory whether it informs only: what it says does not make a venue fail
 * @param source citation for a reader who wants to look the figures up
 * @param zone whose hours and natural days the standard means
 * @param from first day in force, null when it is open
 * @param to last day in force, null when it is open
 * @param validity how much data a mean of each period needs
 */
public record Edition(
        String id,
        String family,
        boolean onlyNamed,
        boolean advisory,
        Words title,
        String source,
        Certainty certainty,
        ZoneId zone,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Map<Period, Validity> validity) {
    public Edition {
        validity = Map.copyOf(validity);
    }

    /**
     * The least data a mean needs.
     *
     * @param minimum minutes up to {@code 1h}, eight-hour means for {@code mda8}, daily means for months and years, hourly
     *     means for all others
     * @param perMonth daily means that each month of a year needs too (February two fewer), null when it is not asked
     * @param orExceeded whether less data is enough when the value exceeds the limit all the same
     * @param clause where the standard says so
     */
    public record Validity(
            int minimum, @Nullable Integer perMonth, boolean orExceeded, String clause, Certainty certainty) {}

    /** Whether a name means this edition: its id or its family. */
    public boolean isCalled(String name) {
        return name.equals(id) || name.equals(family);
    }

    /** The same document, in force at any time. */
    Edition undated() {
        return new Edition(id, family, onlyNamed, advisory, title, source, certainty, zone, null, null, validity);
    }

    /** @param t epoch milliseconds */
    public boolean isInForce(long t) {
        return holds(from, to, t);
    }

    /** Whether an instant lies in days from..to (both included, null = open) of the standard's zone. */
    boolean holds(@Nullable LocalDate first, @Nullable LocalDate last, long t) {
        return (first == null || t >= startOf(first)) && (last == null || t < startOf(last.plusDays(1)));
    }

    /** @return how much data a mean of this period needs; an edition that does not say asks for all of it */
    Validity validityOf(Period period) {
        Validity validity = validity().get(period);
        return validity != null ? validity : new Validity(period.parts(), null, false, "", Certainty.CHOSEN);
    }

    private long startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
