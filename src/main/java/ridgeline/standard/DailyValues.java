package ridgeline.standard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import ridgeline.domain.DayMean;
import ridgeline.domain.Quantity;
import ridgeline.domain.Series;
import ridgeline.standard.Edition.Validity;

/** Months and years of one series, formed from its valid daily values: of ozone the daily maximum eight-hour means. */
final class DailyValues {
    private static final int MONTHS = 12;
    private static final int SEASON = 6;

    private final Series series;
    private final Edition edition;
    private final Past past;
    private final boolean ofEight;
    private final int partsAsked;

    DailyValues(Series series, Edition edition, Past past) {
        this.series = series;
        this.edition = edition;
        this.past = past;
        ofEight = series.quantity() == Quantity.O3;
        partsAsked =
                edition.validityOf(ofEight ? Period.DAILY_MAX_8H : Period.DAY).minimum();
    }

    Average over(Period period, Window window) {
        List<DayMean> valid = past.days(series, day(window.from()), day(window.to())).stream()
                .filter(this::isValid)
                .toList();
        double[] values = valid.stream().mapToDouble(this::value).toArray();
        double value =
                switch (period) {
                    case YEAR_P90 -> percentile(values, 0.90);
                    case YEAR_P95 -> percentile(values, 0.95);
                    case YEAR_P98 -> percentile(values, 0.98);
                    case YEAR_P99 -> percentile(values, 0.99);
                    case PEAK_SEASON -> peakSeason(valid);
                    default -> mean(values);
                };
        Validity validity = edition.validityOf(period);
        Average average = Average.of(value, values.length, validity.minimum(), window);
        Integer perMonth = validity.perMonth();
        return perMonth == null ? average : average.atMost(fullMonths(valid, perMonth) / (double) MONTHS);
    }

    private long day(long t) {
        return Instant.ofEpochMilli(t).atZone(edition.zone()).toLocalDate().toEpochDay();
    }

    private boolean isValid(DayMean day) {
        return ofEight
                ? day.eights() >= partsAsked && !Double.isNaN(day.high8())
                : day.hours() >= partsAsked && !Double.isNaN(day.mean());
    }

    private double value(DayMean day) {
        return ofEight ? day.high8() : day.mean();
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElse(Double.NaN);
    }

    /** The p-th quantile by linear interpolation at 1 + (n - 1) p, as HJ 663 does it. */
    static double percentile(double[] values, double p) {
        if (values.length == 0) return Double.NaN;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double position = (sorted.length - 1) * p;
        int below = (int) Math.floor(position + 1e-9);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * Math.max(0, position - below);
    }

    private static int month(DayMean day) {
        return LocalDate.ofEpochDay(day.day()).getMonthValue();
    }

    private static int fullMonths(List<DayMean> valid, int perMonth) {
        int[] days = new int[MONTHS + 1];
        for (DayMean day : valid) days[month(day)]++;
        int full = 0;
        for (int month = 1; month <= MONTHS; month++) {
            if (days[month] >= (month == 2 ? perMonth - 2 : perMonth)) full++;
        }
        return full;
    }

    private double peakSeason(List<DayMean> valid) {
        double highest = Double.NaN;
        for (int first = 1; first <= MONTHS - SEASON + 1; first++) {
            int from = first;
            double mean = mean(valid.stream()
                    .filter(day -> month(day) >= from && month(day) < from + SEASON)
                    .mapToDouble(this::value)
                    .toArray());
            if (!(highest >= mean) && !Double.isNaN(mean)) highest = mean;
        }
        return highest;
    }
}
