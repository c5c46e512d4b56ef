package ridgeline.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ridgeline.domain.Absence;
import ridgeline.domain.AirIndex;
import ridgeline.domain.Bound;
import ridgeline.domain.Certainty;
import ridgeline.domain.Committed;
import ridgeline.domain.Judged;
import ridgeline.domain.Quality;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Rule;
import ridgeline.domain.Sensor;
import ridgeline.domain.Series;
import ridgeline.domain.Site;
import ridgeline.domain.Status;
import ridgeline.domain.Verdict;
import ridgeline.domain.Words;

class BoardTest {
    private static final long T = 1_795_492_800_000L;
    private static final Series PM25 = Series.of("air-1", "genting", Quantity.PM25);
    private static final Series PM10 = Series.of("air-2", "village", Quantity.PM10);

    private final Board board = new Board(new Freshness(new Site(
            List.of(),
            List.of(new Sensor(
                    "air-1",
                    "genting",
                    new Words(Map.of()),
                    "t",
                    Sensor.Format.JSON,
                    null,
                    Duration.ofSeconds(10),
                    List.of(),
                    Sensor.State.ACTIVE)))));

    private static Reading reading(Series series, long t, double value) {
        return new Reading(series, t, value, Quality.GOOD, true);
    }

    private void show(Reading... readings) {
        board.show(new Committed(T, List.of(readings), Judged.NOTHING));
    }

    private void show(Verdict... verdicts) {
        board.show(
                new Committed(T, List.of(), new Judged(List.of(verdicts), List.of(), List.of(), List.of(), List.of())));
    }

    private static Verdict verdict(String standard, String period, Series series, Status status) {
        return verdict(standard, period, series, status, false, 0);
    }

    private static Verdict verdict(
            String standard, String period, Series series, Status status, boolean advisory, long span) {
        return new Verdict(
                series.venueId(),
                new Rule(
                        standard,
                        "2",
                        null,
                        "4.1",
                        Certainty.PRIMARY,
                        advisory,
                        series.quantity(),
                        period,
                        Bound.upTo(60),
                        Bound.OPEN),
                12.0,
                status,
                1,
                T,
                series.id(),
                T - span,
                T,
                false,
                null);
    }

    private static AirIndex index(String venue, String sensor, String period, int aqi) {
        return new AirIndex(
                venue, sensor, "hj633-2026", "5", period, aqi, "good", 2, "#FFFF00", List.of(), Map.of(), 1, T, T);
    }

    private double value() {
        return board.latest("genting", T).get(0).reading().value();
    }

    @Test
    void itShowsTheNewestAndLetsNoLateReadingReplaceIt() {
        show(reading(PM25, T, 1));
        show(reading(PM25, T + 5, 2), reading(PM25, T + 3, 3));
        assertThat(value()).isEqualTo(2);
        show(reading(PM25, T - 86_400_000, 4));
        assertThat(value()).isEqualTo(2);
    }

    @Test
    void itShowsACorrectionOfTheNewest() {
        show(reading(PM25, T, 1));
        show(reading(PM25, T, 2));
        assertThat(value()).isEqualTo(2);
    }

    @Test
    void itCallsASeriesStaleOnlyAfterThreeIntervals() {
        show(reading(PM25, T, 1), reading(PM10, T, 1));
        assertThat(board.stale(null, T + 30_000)).isEmpty();
        assertThat(board.stale(null, T + 30_001)).containsExactly("air-1.pm25");
        assertThat(board.stale("village", T + 30_001)).isEmpty();
        assertThat(board.stale(null, T + 900_001)).containsExactly("air-1.pm25", "air-2.pm10");
        assertThat(board.latest("genting", T + 7)).singleElement().satisfies(latest -> {
            assertThat(latest.age()).isEqualTo(7);
            assertThat(latest.stale()).isFalse();
            assertThat(latest.status()).isNull();
        });
    }

    @Test
    void itForgetsAVerdictThatNoRuleGivesAnyMore() {
        Verdict old = verdict("gb3095-2012", "24h", PM25, Status.PASS);
        show(old, verdict("who-2021", "24h", PM25, Status.EXCEED));
        Judged ended = new Judged(
                List.of(verdict("gb3095-2026", "24h", PM25, Status.WARN)),
                List.of(),
                List.of(),
                List.of(),
                List.of(old.key()));
        board.show(new Committed(T, List.of(), ended));
        assertThat(board.verdicts(null)).extracting(Verdict::standard).containsExactly("gb3095-2026", "who-2021");
        assertThat(board.verdicts("village")).isEmpty();
    }

    @Test
    void itTellsTheGravestStatusOfASeries() {
        show(reading(PM25, T, 1));
        Status[] fromGoodToGrave = {Status.PASS, Status.INSUFFICIENT, Status.WARN, Status.STALE, Status.EXCEED};
        for (int i = 0; i < fromGoodToGrave.length; i++) {
            show(verdict("standard" + i + "-1", "24h", PM25, fromGoodToGrave[i]));
            assertThat(board.latest("genting", T).get(0).status()).isEqualTo(fromGoodToGrave[i]);
        }
    }

    @Test
    void itLeavesAdviceAndWholeYearsOutOfHowASeriesStandsNow() {
        show(reading(PM25, T, 1));
        show(verdict("gb3095-2026", "24h", PM25, Status.PASS));
        show(verdict("who-2021", "24h", PM25, Status.EXCEED, true, 0));
        show(verdict("gb3095-2026", "year", PM25, Status.EXCEED, false, 365 * 86_400_000L));
        assertThat(board.latest("genting", T).get(0).status()).isEqualTo(Status.PASS);
        assertThat(board.verdicts("genting")).hasSize(3);
    }

    private static Judged indices(AirIndex... indices) {
        return new Judged(List.of(), List.of(indices), List.of(), List.of(), List.of());
    }

    @Test
    void itKeepsOneIndexPerStationAndPeriod() {
        board.show(new Committed(
                T, List.of(), indices(index("genting", "air-1", "1h", 50), index("genting", "air-1", "24h", 60))));
        board.show(new Committed(
                T, List.of(), indices(index("genting", "air-1", "1h", 55), index("village", "air-2", "1h", 70))));
        assertThat(board.indices("genting")).extracting(AirIndex::aqi).containsExactly(55, 60);
        assertThat(board.indices(null)).hasSize(3);
    }

    @Test
    void itCallsASeriesStaleFromThatItsDeviceIsGoneUntilItMeasuresAgain() {
        show(reading(PM25, T, 1), reading(PM10, T, 1));
        board.show(new Committed(T, List.of(), Judged.NOTHING, List.of(gone(0))));
        assertThat(board.stale(null, T)).containsExactly(PM25.id());
        show(reading(PM25, T, 2));
        assertThat(board.stale(null, T)).as("a correction measures nothing").containsExactly(PM25.id());
        show(reading(PM25, T + 1, 2));
        assertThat(board.stale(null, T)).isEmpty();
    }

    @Test
    void itKeepsTheOrderOfReadingsAndDeparturesInACommit() {
        board.show(new Committed(
                T, List.of(reading(PM25, T, 1), reading(PM25, T + 1, 1)), Judged.NOTHING, List.of(gone(1))));
        assertThat(board.stale(null, T)).isEmpty();
        board.show(new Committed(T, List.of(reading(PM25, T + 2, 1)), Judged.NOTHING, List.of(gone(1))));
        assertThat(board.stale(null, T)).containsExactly(PM25.id());
    }

    @Test
    void itLearnsTheIntervalOfASeriesFromItsLastReadings() {
        long t = T;
        for (long gap : new long[] {0, 600_000, 600_000, 7_200_000, 600_000, 1_000}) show(reading(PM10, t += gap, 1));
        assertThat(board.stale(null, t + 1_800_000)).isEmpty();
        assertThat(board.stale(null, t + 1_800_001)).containsExactly(PM10.id());
    }

    @Test
    void itWaitsAQuarterOfAnHourWhileItHasLearnedTooLittle() {
        for (int i = 0; i < 3; i++) show(reading(PM10, T + i * 1_000, 1));
        assertThat(board.stale(null, T + 2_000 + 900_000)).isEmpty();
        show(reading(PM10, T + 3_000, 1));
        assertThat(board.stale(null, T + 3_000 + 180_001))
                .as("a minute at least")
                .containsExactly(PM10.id());
    }

    private static Committed.Gone gone(int after) {
        return new Committed.Gone(new Absence(Pattern.compile("air-1"), T), after);
    }
}
