package ridgeline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.domain.Quantity.CO;
import static ridgeline.domain.Quantity.O3;
import static ridgeline.domain.Quantity.PM25;
import static ridgeline.domain.Quantity.SO2;
import static ridgeline.standard.Rig.HOUR;
import static ridgeline.standard.Rig.MINUTE;
import static ridgeline.standard.Rig.SHANGHAI;
import static ridgeline.standard.Rig.at;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ridgeline.domain.AirIndex;
import ridgeline.domain.Change;
import ridgeline.domain.Quality;
import ridgeline.domain.Quantity;
import ridgeline.domain.Venue;
import ridgeline.domain.Words;
import ridgeline.standard.Profiles.Profile;
import ridgeline.standard.Profiles.Use;

/** The US index of a station whose venue asks for it. */
class JudgeUsIndexTest {
    private static final long DAY = at("2026-11-24T00:00");
    private static final Words NAME = new Words(Map.of());

    private final Kept kept = new Kept();
    private final Judge judge = new Judge(Figures.STANDARDS, ground("guests"), kept);

    @Test
    void itJudgesOnlyWhereAProfileNamesIt() {
        Judge unasked = new Judge(Figures.STANDARDS, ground(null), kept);
        unasked.observe(new Change(Rig.reading(PM25, DAY, 9.0, Quality.GOOD), null));
        unasked.judge(DAY + HOUR);
        assertThat(unasked.indices()).extracting(AirIndex::standard).doesNotContain("epa-aqi-2024");
        hours(PM25, DAY, 9.0, 9.0);
        assertThat(index("1h", DAY + 2 * HOUR).aqi()).isEqualTo(50);
        assertThat(judge.indices()).extracting(AirIndex::standard).containsOnly("epa-aqi-2024");
    }

    @Test
    void itTakesParticlesByTheirNowCastOnceTwoOfThreeHoursAreThere() {
        hours(PM25, DAY, 165);
        assertThat(index("1h", DAY + HOUR).aqi()).isNull();
        hours(PM25, DAY + HOUR, 123);
        double cast = (123 + 123 / 165.0 * 165) / (1 + 123 / 165.0);
        AirIndex index = index("1h", DAY + 2 * HOUR);
        assertThat(index.aqi())
                .isEqualTo(Figures.index("epa-aqi-2024").iaqi("pm25", cast).orElseThrow());
        assertThat(index.category()).isEqualTo("us-very-unhealthy");
        assertThat(index.primary()).containsExactly(PM25);
        assertThat(index.completeness()).isEqualTo(1 / 6.0);
        assertThat(index.from()).as("the hour it stands for").isEqualTo(DAY + HOUR);
    }

    @Test
    void itTakesGasesByEightHoursAndByTheHour() {
        for (int hour = 0; hour < 6; hour++) hours(CO, DAY + hour * HOUR, 4.4 * 1.144900878806);
        hours(SO2, DAY + 5 * HOUR, 36 * 2.618679746577);
        hours(O3, DAY + 5 * HOUR, 0.165 * 1961.904761905);
        AirIndex index = index("1h", DAY + 6 * HOUR);
        assertThat(index.iaqi()).isEqualTo(Map.of(CO, 50, SO2, 51, O3, 151));
    }

    @Test
    void itGivesTheDayFromEighteenHours() {
        for (int hour = 0; hour < 18; hour++) hours(PM25, DAY + hour * HOUR, 35.49);
        assertThat(index("24h", DAY + 17 * HOUR).aqi()).isNull();
        assertThat(index("24h", DAY + 18 * HOUR).aqi())
                .as("35.4 after cutting off")
                .isEqualTo(100);
    }

    private void hours(Quantity quantity, long from, double... values) {
        for (int i = 0; i < values.length * 60; i++) {
            Change change = new Change(Rig.reading(quantity, from + i * MINUTE, values[i / 60], Quality.GOOD), null);
            kept.put(change.reading());
            judge.observe(change);
        }
    }

    private AirIndex index(String period, long now) {
        judge.judge(now);
        return judge.indices().stream()
                .filter(each -> each.period().equals(period))
                .findFirst()
                .orElseThrow();
    }

    private static Judge.Ground ground(String profile) {
        Profile guests = new Profile("guests", NAME, List.of(new Use("epa-aqi", null, null)));
        Place place = new Place(new Venue("genting", NAME, null, null, null, profile, Map.of(), null), Map.of());
        return new Judge.Ground(
                new Profiles(List.of(guests), List.of(), SHANGHAI),
                series -> place,
                series -> Optional.of(Duration.ofMinutes(1)),
                SHANGHAI);
    }
}
