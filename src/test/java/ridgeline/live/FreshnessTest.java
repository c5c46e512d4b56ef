package ridgeline.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ridgeline.domain.Quantity;
import ridgeline.domain.Sensor;
import ridgeline.domain.Series;
import ridgeline.domain.Site;
import ridgeline.domain.Words;

class FreshnessTest {
    private final Freshness freshness = new Freshness(new Site(
            List.of(),
            List.of(
                    sensor("air-1", 5L),
                    sensor("mast-{device}", 10L),
                    sensor("mast-north", 20L),
                    sensor("{venue}-sound-{n}", 30L),
                    sensor("event-{model}-{channel?}-{id}", 60L),
                    sensor("slow", null))));

    private static Sensor sensor(String id, @Nullable Long every) {
        return new Sensor(
                id,
                "genting",
                new Words(Map.of()),
                "t",
                Sensor.Format.JSON,
                null,
                every == null ? null : Duration.ofSeconds(every),
                List.of(),
                Sensor.State.ACTIVE);
    }

    private static Series of(String sensorId) {
        return Series.of(sensorId, "genting", Quantity.PM25);
    }

    private String configured(String sensorId) {
        return Objects.requireNonNull(freshness.sensor(sensorId)).id();
    }

    @Test
    void itCallsASeriesStaleAfterThreeOfItsIntervals() {
        assertThat(freshness.staleAfter(of("air-1"), 0)).isEqualTo(15_000);
        assertThat(freshness.every(of("air-1"))).contains(Duration.ofSeconds(5));
    }

    @Test
    void itTakesTheLearnedIntervalOnlyWhereNoneIsConfigured() {
        assertThat(freshness.staleAfter(of("slow"), 120_000)).isEqualTo(360_000);
        assertThat(freshness.staleAfter(of("air-1"), 120_000)).isEqualTo(15_000);
    }

    @Test
    void itWaitsAQuarterOfAnHourWhereNothingIsKnown() {
        assertThat(freshness.staleAfter(of("slow"), 0)).isEqualTo(900_000);
        assertThat(freshness.staleAfter(of("unknown"), 0)).isEqualTo(900_000);
        assertThat(freshness.every(of("slow"))).isEmpty();
        assertThat(freshness.sensor("unknown")).isNull();
    }

    @Test
    void itKnowsTheSensorThatATemplateMade() {
        assertThat(configured("mast-7")).isEqualTo("mast-{device}");
        assertThat(configured("mast--")).isEqualTo("mast-{device}");
        assertThat(configured("genting-sound-3")).isEqualTo("{venue}-sound-{n}");
        assertThat(freshness.staleAfter(of("mast-7"), 0)).isEqualTo(30_000);
    }

    @Test
    void itKnowsTheSensorAlsoWithoutWhatMayBeMissing() {
        assertThat(configured("event-bresser-2-17")).isEqualTo("event-{model}-{channel?}-{id}");
        assertThat(configured("event-bresser-17")).isEqualTo("event-{model}-{channel?}-{id}");
        assertThat(freshness.sensor("event-bresser")).isNull();
    }

    @Test
    void itPrefersTheSensorOfThatVeryId() {
        assertThat(configured("mast-north")).isEqualTo("mast-north");
    }

    @Test
    void itMatchesTemplatesAsAWhole() {
        assertThat(freshness.sensor("mast-")).isNull();
        assertThat(freshness.sensor("xmast-1")).isNull();
        assertThat(freshness.sensor("mast-a.b")).isNull();
        assertThat(freshness.sensor("mast-{device}")).isNull();
    }
}
