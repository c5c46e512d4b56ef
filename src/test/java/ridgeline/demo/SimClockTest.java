package ridgeline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SimClockTest {
    private static final Instant NOON = Instant.parse("2027-01-10T04:00:00Z");
    private final AtomicLong stopwatch = new AtomicLong(77);

    @Test
    void itRunsAsManyTimesFasterAsTold() {
        SimClock clock = new SimClock(() -> NOON, stopwatch::get, 60);
        assertThat(clock.instant()).isEqualTo(NOON);
        stopwatch.addAndGet(Duration.ofSeconds(90).toNanos());
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(90)));
    }

    @Test
    void itIsTheRealClockAtSpeedOne() {
        AtomicLong shift = new AtomicLong();
        SimClock clock = new SimClock(() -> NOON.plusMillis(shift.get()), stopwatch::get, 1);
        shift.set(12_345);
        assertThat(clock.instant()).isEqualTo(NOON.plusMillis(12_345));
    }

    @Test
    void itRefusesASpeedOutOfRange() {
        for (double speed : new double[] {0, 0.5, 601, Double.NaN})
            assertThatThrownBy(() -> new SimClock(() -> NOON, stopwatch::get, speed))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1 to 600");
    }
}
