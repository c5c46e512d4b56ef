package ridgeline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.domain.Quantity.TEMPERATURE;
import static ridgeline.domain.Quantity.WIND_CHILL;
import static ridgeline.domain.Quantity.WIND_GUST;
import static ridgeline.domain.Quantity.WIND_SPEED;
import static ridgeline.standard.Rig.HOUR;
import static ridgeline.standard.Rig.MINUTE;
import static ridgeline.standard.Rig.at;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridgeline.domain.Change;
import ridgeline.domain.Quality;
import ridgeline.domain.Status;
import ridgeline.domain.Verdict;

/** What the judge says of the last minutes: sport weather. */
class JudgeMinutesTest {
    private static final long NOON = at("2026-12-24T12:00");

    private final Rig rig = new Rig(Made.standards(
            Made.limit(TEMPERATURE, Period.TEN_MINUTES, -20.0, null),
            Made.limit(WIND_GUST, Period.MAX_TEN_MINUTES, null, 11.0),
            Made.limit(WIND_CHILL, Period.TEN_MINUTES, -28.0, null)));

    private void temperatures(int minutes, double first, double step) {
        for (int i = 0; i < minutes; i++) {
            rig.observe(TEMPERATURE, NOON + i * MINUTE, first + i * step);
            rig.judge(NOON + i * MINUTE + 1000);
        }
    }

    @Test
    void itJudgesTheMeanOfTheLastTenClosedMinutes() {
        temperatures(10, -20.5, 0);
        rig.observe(TEMPERATURE, NOON + 10 * MINUTE, 30);
        Verdict verdict = rig.judged(NOON + 10 * MINUTE + 1, TEMPERATURE, "10min");
        assertThat(verdict.value()).isEqualTo(-20.5);
        assertThat(verdict.status()).isEqualTo(Status.EXCEED);
        assertThat(verdict.limit()).isEqualTo(-20);
        assertThat(verdict.from()).isEqualTo(NOON);
        assertThat(verdict.to()).isEqualTo(NOON + 10 * MINUTE);
    }

    @Test
    void itAsksEightOfTheTenMinutes() {
        temperatures(7, -5, 0);
        assertThat(rig.judged(NOON + 7 * MINUTE, TEMPERATURE, "10min").status()).isEqualTo(Status.INSUFFICIENT);
        temperatures(8, -5, 0);
        assertThat(rig.judged(NOON + 8 * MINUTE, TEMPERATURE, "10min").status()).isEqualTo(Status.PASS);
    }

    @Test
    void itTellsSinceWhenAndWhenTheLimitWillBeReachedAtTheTrendOfTheLastHour() {
        temperatures(60, -16, -1 / 60.0);
        Verdict verdict = rig.judged(NOON + HOUR, TEMPERATURE, "10min");
        assertThat(verdict.status()).isEqualTo(Status.PASS);
        assertThat(verdict.since()).isEqualTo(NOON + 8 * MINUTE);
        assertThat(verdict.crossesAt()).as("3.1 degrees left at one an hour").isEqualTo(NOON + 4 * HOUR + 10 * MINUTE);
    }

    @Test
    void itTellsWhenAnExceedanceEndsAtTheTrend() {
        temperatures(60, -23, 1 / 60.0);
        Verdict verdict = rig.judged(NOON + HOUR, TEMPERATURE, "10min");
        assertThat(verdict.status()).isEqualTo(Status.EXCEED);
        assertThat(verdict.crossesAt()).isEqualTo(NOON + 3 * HOUR + 10 * MINUTE);
    }

    @ParameterizedTest
    @CsvSource({"0.0", "0.5"})
    void itSeesNoLimitAheadWhenTheTrendIsFlatOrGoesAway(double step) {
        temperatures(30, -16, step);
        assertThat(rig.judged(NOON + 30 * MINUTE, TEMPERATURE, "10min").crossesAt())
                .isNull();
    }

    @Test
    void itJudgesTheStrongestGustOfTenMinutes() {
        for (int i = 0; i < 10; i++) rig.observe(WIND_GUST, NOON + i * MINUTE, i == 3 ? 12 : 5);
        assertThat(rig.judged(NOON + 10 * MINUTE, WIND_GUST, "max10min").value())
                .isEqualTo(12);
        for (int i = 10; i < 14; i++) rig.observe(WIND_GUST, NOON + i * MINUTE, 5);
        assertThat(rig.judged(NOON + 14 * MINUTE, WIND_GUST, "max10min").value())
                .isEqualTo(5);
    }

    @Test
    void itWorksWindChillOutOfTheTemperatureAndTheWindOfOneSensor() {
        for (int i = 0; i < 10; i++) {
            rig.observe(TEMPERATURE, NOON + i * MINUTE, -20);
            rig.observe(WIND_SPEED, NOON + i * MINUTE, 20 / 3.6);
        }
        Verdict verdict = rig.judged(NOON + 10 * MINUTE, WIND_CHILL, "10min");
        assertThat(verdict.value()).isCloseTo(-30.48, Offset.offset(0.005));
        assertThat(verdict.status()).isEqualTo(Status.EXCEED);
        assertThat(verdict.seriesId()).isEqualTo("genting-air-1.wind_chill");
    }

    /** Vectors of the JAG/TI formula: degrees Celsius, km/h, degrees Celsius. */
    @ParameterizedTest
    @CsvSource({
        "-20, 20, -30.48",
        "-15, 10, -21.23",
        "-10, 30, -19.52",
        "-25, 15, -35.24",
        "-5, 5, -7.26",
        "0, 10, -3.31"
    })
    void itKnowsTheFormula(double temperature, double kmh, double chill) {
        assertThat(WindChill.of(temperature, kmh / 3.6)).isCloseTo(chill, Offset.offset(0.005));
    }

    @Test
    void itFeelsNoWindInACalmAndNoChillInTheWarm() {
        assertThat(WindChill.of(-20, 1)).isEqualTo(-20);
        assertThat(WindChill.of(10.1, 10)).isNaN();
        assertThat(WindChill.of(-20, Double.NaN)).isNaN();
        assertThat(WindChill.of(Double.NaN, 5)).isNaN();
    }

    @Test
    void itTakesALateMinuteAndACorrectionIn() {
        for (int i = 0; i < 10; i++) if (i != 4) rig.observe(TEMPERATURE, NOON + i * MINUTE, -10);
        assertThat(rig.judged(NOON + 10 * MINUTE, TEMPERATURE, "10min").value()).isEqualTo(-10);
        rig.observe(TEMPERATURE, NOON + 4 * MINUTE, -20);
        rig.observe(TEMPERATURE, NOON + 10 * MINUTE, -10);
        assertThat(rig.judged(NOON + 11 * MINUTE, TEMPERATURE, "10min").value()).isEqualTo(-11);
        var wrong = Rig.reading(TEMPERATURE, NOON + 4 * MINUTE, -20, Quality.GOOD);
        rig.observe(new Change(Rig.reading(TEMPERATURE, NOON + 4 * MINUTE, -30, Quality.GOOD), wrong));
        assertThat(rig.judged(NOON + 11 * MINUTE + 1, TEMPERATURE, "10min").value())
                .isEqualTo(-12);
    }

    @Test
    void itIsStaleOnceTheSensorFallsSilent() {
        temperatures(20, -10, 0);
        Verdict verdict = rig.judged(NOON + 23 * MINUTE, TEMPERATURE, "10min");
        assertThat(verdict.status()).isEqualTo(Status.STALE);
        assertThat(verdict.crossesAt()).isNull();
    }

    @Test
    void itGoesOnAfterARestartFromTheStoredMinutes() {
        temperatures(59, -16, -1 / 60.0);
        Rig next = rig.restarted();
        assertThat(next.judged(NOON + 59 * MINUTE, TEMPERATURE, "10min"))
                .isEqualTo(rig.judged(NOON + 59 * MINUTE, TEMPERATURE, "10min"));
    }
}
