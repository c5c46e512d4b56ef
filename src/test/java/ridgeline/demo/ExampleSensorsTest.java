package ridgeline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import ridgeline.config.ConfigFolder;
import ridgeline.domain.Site;

/** The demo shows the example's sensors, all of them. */
class ExampleSensorsTest {
    @Test
    void theDemoCanSpeakForEverySensorOfTheExample() {
        Site site = Objects.requireNonNull(ConfigFolder.site(Path.of("config")).value());
        assertThat(site.sensors()).isNotEmpty().allSatisfy(sensor -> assertThat(Payload.canSay(sensor))
                .as(sensor.id())
                .isTrue());
    }
}
