package ridgeline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.domain.Quantity.NOISE;
import static ridgeline.standard.Rig.HOUR;
import static ridgeline.standard.Rig.at;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridgeline.domain.Averaging;
import ridgeline.domain.Verdict;

/** Sound is averaged as energy, by day and by night. */
class JudgeNoiseTest {
    private static final long EVENING = at("2026-11-24T22:00");

    private final Rig rig = new Rig(Made.standards(
            Made.limit(NOISE, Period.DAYTIME, null, 60.0),
            Made.limit(NOISE, Period.NIGHT, null, 50.0),
            Made.limit(NOISE, Period.NIGHT_MAX, null, 65.0),
            Made.limit(NOISE, Period.HOUR, null, 70.0)));

    @Test
    void itAveragesEnergies() {
        rig.minutes(NOISE, EVENING, 30, 50);
        rig.minutes(NOISE, EVENING + HOUR / 2, 30, 60);
        assertThat(rig.judged(EVENING + HOUR, NOISE, "1h").value()).isCloseTo(57.4036, Offset.offset(1e-4));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itGivesEqualLevelsAsTheirMean(long seed) {
        double level = 20 + new Random(seed).nextInt(1000) / 10.0;
        rig.sameHours(NOISE, EVENING, 8, level);
        assertThat(rig.judged(EVENING + 8 * HOUR, NOISE, "night").value())
                .as("seed %d", seed)
                .isCloseTo(level, Offset.offset(1e-9));
        assertThat(Averaging.ENERGY.mean(Averaging.ENERGY.addend(level))).isCloseTo(level, Offset.offset(1e-9));
    }

    @Test
    void itTellsTheNightFromTheDay() {
        rig.sameHours(NOISE, EVENING - 16 * HOUR, 16, 58);
        rig.sameHours(NOISE, EVENING, 8, 51);
        Verdict night = rig.judged(EVENING + 8 * HOUR, NOISE, "night");
        assertThat(night.value()).isCloseTo(51, Offset.offset(1e-9));
        assertThat(night.from()).isEqualTo(EVENING);
        assertThat(night.to()).isEqualTo(EVENING + 8 * HOUR);
        Verdict day = rig.verdict(NOISE, "daytime");
        assertThat(day.value()).isCloseTo(58, Offset.offset(1e-9));
        assertThat(day.from()).isEqualTo(EVENING - 16 * HOUR);
    }

    @Test
    void itSeesTheLoudestMomentOfTheNight() {
        rig.sameHours(NOISE, EVENING, 8, 40);
        rig.observe(NOISE, EVENING + 3 * HOUR + 500, 66);
        Verdict verdict = rig.judged(EVENING + 8 * HOUR, NOISE, "night-max");
        assertThat(verdict.value()).isEqualTo(66);
        Rig next = rig.restarted();
        assertThat(next.judged(EVENING + 8 * HOUR, NOISE, "night-max")).isEqualTo(verdict);
    }
}
