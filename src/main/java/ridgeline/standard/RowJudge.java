package ridgeline.standard;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;

/**
 * Judges rows of a table by one standard, each by itself, whatever the standard's time in force. Pure.
 *
 * <p>A column is a quantity ({@code pm25}) or a quantity with its average ({@code so2_24h}, {@code noise_night}). The values
 * are taken as valid averages: how much data they were made of is not asked.
 */
public sealed interface RowJudge permits RowIndex, RowLimits, RowGrades {

    /** The columns whose values are used, with what they hold; empty when the table has nothing to judge. */
    Map<String, Quantity> reads();

    /** The names of the columns that {@link #judge} fills. */
    List<String> results();

    /** What the standard says, in the order of {@link #results}; empty text where it says nothing. */
    List<String> judge(Row row);

    /** Against what each column is held, for a person; empty when nobody need be told. */
    String note();

    /**
     * @param period {@link Period#HOUR} or {@link Period#DAY}
     * @param language of the category's name; null gives its id
     * @param header names of the table's columns
     */
    static RowJudge byIndex(IndexStandard standard, Period period, @Nullable String language, List<String> header) {
        return new RowIndex(standard, period, language, header);
    }

    /**
     * @param period which of the limits on hours and days counts; null takes that on hours before that on days
     * @param classId one of the standard's classes
     */
    static RowJudge byLimits(LimitStandard standard, String classId, @Nullable Period period, List<String> header) {
        return new RowLimits(new LimitColumns(standard, period, header), classId);
    }

    /**
     * Finds the class that each value and the whole row reach, {@code worse} beyond the last.
     *
     * @param period as for limits
     */
    static RowJudge byClasses(LimitStandard standard, @Nullable Period period, List<String> header) {
        return new RowGrades(new LimitColumns(standard, period, header));
    }
}
