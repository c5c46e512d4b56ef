package ridgeline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** How a concentration becomes steps of a table. */
class StepsTest {
    @Test
    void itRoundsHalfToEven() {
        assertThat(Steps.of(0, false).of(2.5)).isEqualTo(2);
        assertThat(Steps.of(0, false).of(3.5)).isEqualTo(4);
        assertThat(Steps.of(1, false).of(0.15)).isEqualTo(2);
        assertThat(Steps.of(1, false).of(0.25)).isEqualTo(2);
        assertThat(Steps.of(1, false).of(0.35)).isEqualTo(4);
        assertThat(Steps.of(1, false).of(0.3500001)).isEqualTo(4);
        assertThat(Steps.of(1, false).of(0.2501)).isEqualTo(3);
        assertThat(Steps.of(0, false).of(-1.5)).isEqualTo(-2);
        assertThat(Steps.of(0, false).of(-0.5)).isZero();
    }

    @Test
    void itCutsDecimalsOff() {
        assertThat(Steps.of(1, true).of(9.09)).isEqualTo(90);
        assertThat(Steps.of(1, true).of(9.1)).isEqualTo(91);
        assertThat(Steps.of(1, true).of(0.1 + 0.2)).isEqualTo(3);
        assertThat(Steps.of(1, true).of(3 * 0.1 * 7))
                .as("2.1 less binary noise")
                .isEqualTo(21);
        assertThat(Steps.of(0, true).of(54.999)).isEqualTo(54);
    }

    @Test
    void itKeepsEveryStepOfAnotherUnitThroughTheConversion() {
        long seed = 24465;
        Random random = new Random(seed);
        double[] perUnit = {1961.904761905, 1.144900878806, 2.618679746577, 1.880482321684};
        for (int round = 0; round < 50_000; round++) {
            int decimals = random.nextInt(4);
            Steps steps = new Steps(decimals, perUnit[random.nextInt(4)], random.nextBoolean());
            long expected = random.nextInt(3000);
            double canonical = Math.rint(steps.value(expected) * 1e9) / 1e9;
            assertThat(steps.of(canonical))
                    .as("seed %d, %d of %s", seed, expected, steps)
                    .isEqualTo(expected);
        }
    }

    @Test
    void itRefusesAUnitThatIsNothing() {
        assertThatThrownBy(() -> new Steps(1, 0, true)).hasMessageContaining("more than 0");
        assertThatThrownBy(() -> new Steps(7, 1, true)).hasMessageContaining("0 to 6");
    }
}
