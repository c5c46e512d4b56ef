package ridgeline.demo.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScenarioTest {
    @Test
    void itIsFoundByItsName() {
        for (Scenario scenario : Scenario.values())
            assertThat(Scenario.of(scenario.id())).isSameAs(scenario);
        assertThat(Scenario.of("sensor-faults")).isSameAs(Scenario.SENSOR_FAULTS);
    }

    @Test
    void itNamesTheNearestWhenThereIsNone() {
        assertThatThrownBy(() -> Scenario.of("firework"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no scenario 'firework', did you mean 'fireworks'? There are: calm, stagnation, fireworks,"
                        + " storm, sensor-faults");
    }
}
