package ridgeline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.domain.Quantity.CO;
import static ridgeline.domain.Quantity.NO2;
import static ridgeline.domain.Quantity.O3;
import static ridgeline.domain.Quantity.PM10;
import static ridgeline.domain.Quantity.PM25;
import static ridgeline.domain.Quantity.SO2;
import static ridgeline.standard.Rig.HOUR;
import static ridgeline.standard.Rig.MINUTE;
import static ridgeline.standard.Rig.at;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ridgeline.domain.AirIndex;
import ridgeline.domain.HourSum;
import ridgeline.domain.Quantity;

/** The real-time and the daily index of a station. */
class JudgeIndexTest {
    private static final long DAY = at("2026-11-24T00:00");
    private static final List<Quantity> SIX = List.of(PM25, PM10, SO2, NO2, CO, O3);

    private final Rig rig = new Rig();

    @Test
    void itGivesTheIndexOfTheLastClosedHour() {
        SIX.forEach(quantity -> rig.hours(quantity, DAY, quantity == PM25 ? 60.5 : 1));
        AirIndex index = indexAt(DAY + HOUR, "1h");
        assertThat(index.aqi()).as("60.5 is rounded to the even 60").isEqualTo(100);
        assertThat(index.category()).isEqualTo("good");
        assertThat(index.level()).isEqualTo(2);
        assertThat(index.colour()).isEqualTo("#FFFF00");
        assertThat(index.primary()).containsExactly(PM25);
        assertThat(index.iaqi()).containsEntry(CO, 10).hasSize(6);
        assertThat(index.completeness()).isEqualTo(1);
        assertThat(index.standard()).isEqualTo("hj633-2026");
        assertThat(index.clause()).isEqualTo("4.2.3");
        assertThat(index.venueId()).isEqualTo("genting");
        assertThat(index.from()).isEqualTo(DAY);
        assertThat(index.to()).isEqualTo(DAY + HOUR);
    }

    @Test
    void itGivesNoIndexWhileAPollutantHasTooLittleData() {
        SIX.forEach(quantity -> rig.minutes(quantity, DAY, quantity == NO2 ? 44 : 60, 1));
        AirIndex index = indexAt(DAY + HOUR, "1h");
        assertThat(index.aqi()).isNull();
        assertThat(index.category()).isNull();
        assertThat(index.level()).isZero();
        assertThat(index.iaqi()).hasSize(5).doesNotContainKey(NO2);
        assertThat(index.completeness()).isEqualTo(5 / 6.0);
    }

    @Test
    void itGivesTheDayBeforeUntilTodayIsAsComplete() {
        SIX.forEach(quantity -> rig.sameHours(quantity, DAY - 24 * HOUR, 24, quantity == PM10 ? 121 : 1));
        SIX.forEach(quantity -> rig.sameHours(quantity, DAY, 20, 1));
        AirIndex past = indexAt(DAY + 20 * HOUR, "24h");
        assertThat(past.aqi()).as("ozone still lacks an eight-hour mean today").isEqualTo(101);
        assertThat(past.from()).isEqualTo(DAY - 24 * HOUR);
        assertThat(past.to()).isEqualTo(DAY);
        SIX.forEach(quantity -> rig.hours(quantity, DAY + 20 * HOUR, 1));
        AirIndex today = indexAt(DAY + 21 * HOUR, "24h");
        assertThat(today.from()).isEqualTo(DAY);
        assertThat(today.aqi()).as("1 mg/m3 of carbon monoxide").isEqualTo(25);
    }

    @Test
    void itReportsAnIndexOnceAndAgainWhenACorrectionChangesIt() {
        SIX.forEach(quantity -> rig.hours(quantity, DAY, 1, 1));
        assertThat(rig.judge(DAY + HOUR + 1).indices()).hasSize(2);
        assertThat(rig.judge(DAY + HOUR + 2).indices()).isEmpty();
        for (int i = 0; i < 50; i++) rig.observe(PM25, DAY + i * MINUTE + 1, 700);
        assertThat(rig.judge(DAY + HOUR + 3).indices()).singleElement().satisfies(index -> assertThat(index.primary())
                .containsExactly(PM25));
    }

    @Test
    void itGivesTheIndexOfAnyPastHourFromItsSums() {
        SIX.forEach(quantity -> rig.hours(quantity, DAY - 24 * HOUR, 1, 2, 4, 7, 3, 5));
        List<HourSum> sums = rig.kept.hours(DAY / HOUR - 24, DAY / HOUR);
        for (int hour = 1; hour <= 6; hour++) {
            long at = DAY - 24 * HOUR + hour * HOUR;
            List<AirIndex> past = Figures.STANDARDS.indicesAt(at, sums, Rig.ground(Duration.ofMinutes(1), Map.of()));
            assertThat(past).contains(indexAt(at, "1h"));
        }
    }

    @Test
    void itJudgesASensorWithOnePollutantAsAStation() {
        Rig single = new Rig(Duration.ofMinutes(1), Map.of());
        single.hours(PM25, DAY, 200);
        single.judge(DAY + HOUR);
        assertThat(single.index("1h").aqi()).isEqualTo(250);
        assertThat(single.index("1h").completeness()).isEqualTo(1 / 6.0);
    }

    private AirIndex indexAt(long now, String period) {
        rig.judge(now);
        return rig.index(period);
    }
}
