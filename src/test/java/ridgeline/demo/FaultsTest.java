package ridgeline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import ridgeline.demo.world.Scenario;
import ridgeline.domain.Quantity;

class FaultsTest {
    private static final long BATCH = 1_800_000_000_000L;
    private static final long MINUTE = 60_000;
    private final List<Instrument> instruments = LongStream.range(0, 12)
            .mapToObj(i -> Sensors.json(
                    "sensor-" + i,
                    "t/" + i,
                    Sensors.millis("/ts"),
                    Duration.ofSeconds(30),
                    Sensors.channel(Quantity.TEMPERATURE, "/v")))
            .flatMap(sensor -> Instrument.of(sensor).stream())
            .toList();

    @Test
    void itHasOneStuckAndOneOtherLateInstrumentInEveryScenario() {
        for (Scenario scenario : Scenario.values()) {
            Faults faults = new Faults(scenario, 1, BATCH, instruments);
            assertThat(instruments).filteredOn(faults::isStuck).hasSize(1);
            assertThat(instruments).filteredOn(faults::isLate).hasSize(1).noneMatch(faults::isStuck);
        }
    }

    @Test
    void itSendsTheLateInstrumentsMessagesInBatchesSeventyToAHundredMinutesLater() {
        Faults faults = new Faults(Scenario.CALM, 1, BATCH, instruments);
        Instrument late =
                instruments.stream().filter(faults::isLate).findFirst().orElseThrow();
        for (long t = BATCH - 99 * MINUTE; t < BATCH + 300 * MINUTE; t += 7_000) {
            long sent = faults.sentAt(late, t);
            assertThat(sent - t).isBetween(70 * MINUTE, 100 * MINUTE);
            assertThat((sent - BATCH) % (30 * MINUTE)).isZero();
        }
        assertThat(faults.sentAt(late, BATCH - 70 * MINUTE)).isEqualTo(BATCH);
        assertThat(faults.sentAt(
                        instruments.stream()
                                .filter(one -> !faults.isLate(one))
                                .findFirst()
                                .orElseThrow(),
                        7))
                .isEqualTo(7);
    }

    @Test
    void itFreezesTheStuckInstrumentForHours() {
        Faults faults = new Faults(Scenario.CALM, 1, BATCH, instruments);
        Instrument stuck =
                instruments.stream().filter(faults::isStuck).findFirst().orElseThrow();
        assertThat(LongStream.range(0, 720)
                        .map(i -> faults.shown(stuck, BATCH + i * MINUTE))
                        .distinct()
                        .count())
                .isLessThanOrEqualTo(3);
    }

    @Test
    void itLosesAFewMessagesAndMoreWhenSensorsFail() {
        assertThat(lost(Scenario.CALM)).isBetween(0.005, 0.03);
        assertThat(lost(Scenario.SENSOR_FAULTS)).isBetween(0.03, 0.08);
    }

    @Test
    void itShowsEveryKindOfFaultInTheScenarioForIt() {
        Faults faults = new Faults(Scenario.SENSOR_FAULTS, 1, BATCH, instruments);
        Set<Faults.Kind> seen = EnumSet.noneOf(Faults.Kind.class);
        for (Instrument instrument : instruments)
            for (long i = 0; i < 2_000; i++) seen.add(faults.kind(instrument, BATCH + i * 30_000));
        assertThat(seen).containsExactlyInAnyOrder(Faults.Kind.values());
        Faults calm = new Faults(Scenario.CALM, 1, BATCH, instruments);
        assertThat(calm.kind(instruments.get(0), BATCH)).isEqualTo(Faults.Kind.NONE);
    }

    private double lost(Scenario scenario) {
        Faults faults = new Faults(scenario, 1, BATCH, instruments);
        boolean[] lost = new boolean[instruments.size() * 5_000];
        for (int i = 0; i < lost.length; i++)
            lost[i] = faults.loses(instruments.get(i % instruments.size()), BATCH + i * MINUTE);
        return Arrays.stream(toInts(lost)).average().orElseThrow();
    }

    private static int[] toInts(boolean[] flags) {
        int[] ints = new int[flags.length];
        for (int i = 0; i < flags.length; i++) ints[i] = flags[i] ? 1 : 0;
        return ints;
    }
}
