package ridgeline.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the weather at a venue traps pollution, and which warning criterion the air would meet by its persistence
 * alone. Nothing here is a warning that anybody issued.
 *
 * @param score how many of the conditions are met
 * @param of how many could be assessed
 * @param stagnant whether enough are met for long enough
 * @param since when the score last reached or left the stagnant range (epoch ms)
 * @param criterion {@code yellow}, {@code orange} or {@code red} when the criterion would be met; null when none is
 * @param persistence the daily indices behind it, newest first
 * @param t the instant it stands for (epoch ms)
 */
public record Stagnation(
        String venueId,
        String standard,
        String clause,
        Certainty certainty,
        int score,
        int of,
        boolean stagnant,
        long since,
        List<Condition> conditions,
        @Nullable String criterion,
        List<Day> persistence,
        long t) {
    public Stagnation {
        conditions = List.copyOf(conditions);
        persistence = List.copyOf(persistence);
    }

    /**
     * One sign of trapped air.
     *
     * @param id {@code wind}, {@code humidity}, {@code inversion} or {@code pressure}
     * @param value in {@code unit}; null when it is not known
     * @param bound within which the sign is there
     * @param met null when it is not known
     * @param series the series behind it
     */
    public record Condition(
            String id,
            @Nullable Double value,
            String unit,
            Bound bound,
            @Nullable Boolean met,
            List<String> series) {
        public Condition {
            series = List.copyOf(series);
        }
    }

    /** @param aqi the daily index of that day; null when none may be given */
    public record Day(long from, long to, @Nullable Integer aqi) {}

    public String key() {
        return standard + "/" + venueId;
    }
}
