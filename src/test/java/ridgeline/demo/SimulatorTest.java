package ridgeline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridgeline.demo.world.Scenario;
import ridgeline.domain.Quantity;
import ridgeline.domain.Sensor;

class SimulatorTest {
    private static final Instant NOON = Instant.parse("2027-01-10T04:00:00Z");
    private static final Sensor MAST = Sensors.json(
            "mast",
            "mast",
            Sensors.millis("/ts"),
            Duration.ofSeconds(5),
            Sensors.channel(Quantity.WIND_SPEED, "/w"),
            Sensors.channel(Quantity.WIND_GUST, "/g"),
            Sensors.channel(Quantity.TEMPERATURE, "/t"));
    private static final Sensor NOISE = Sensors.number("noise", "noise", Duration.ofSeconds(5), Quantity.NOISE);
    /** With the fewest channels, these two are the ones that are stuck and late, and the mast is neither. */
    private static final Sensor STUCK =
            Sensors.json("one", "one", Sensors.millis("/ts"), Duration.ofDays(1), Sensors.channel(Quantity.PM25, "/p"));

    private static final Sensor LATE =
            Sensors.json("two", "two", Sensors.millis("/ts"), Duration.ofDays(1), Sensors.channel(Quantity.PM25, "/p"));

    @TempDir
    Path dir;

    @Test
    void itPublishesLiveAtOnceAndThePastNewestFirst() throws Exception {
        AtomicLong passed = new AtomicLong();
        InstantSource clock = () -> NOON.plusMillis(passed.get());
        try (DemoBroker broker = DemoBroker.start(dir);
                Listener kiosk = Listener.persistent(broker.url(), "kiosk")) {
            kiosk.subscribe("mast");
            try (Simulator simulator = simulator(broker, clock, MAST, STUCK, LATE)) {
                simulator.start();
                List<Long> past = times(kiosk.await(1_700)).stream()
                        .filter(t -> t < NOON.toEpochMilli())
                        .toList();
                assertThat(past).isSortedAccordingTo(Comparator.reverseOrder());
                assertThat(past.get(0)).isGreaterThan(NOON.minusSeconds(125).toEpochMilli());
                assertThat(past.get(past.size() - 1))
                        .isBetween(
                                NOON.minus(Duration.ofHours(30)).toEpochMilli(),
                                NOON.minus(Duration.ofHours(27)).toEpochMilli());
                passed.set(Duration.ofSeconds(60).toMillis());
                long newest = 0;
                for (int heard = 0; heard < 300 && newest < NOON.toEpochMilli(); heard++) {
                    newest = Math.max(newest, times(kiosk.await(1)).get(0));
                }
                assertThat(newest).isGreaterThanOrEqualTo(NOON.toEpochMilli());
            }
        }
    }

    @Test
    void itSendsNoPastForSensorsWithoutATimeOfTheirOwn() throws Exception {
        AtomicLong passed = new AtomicLong();
        try (DemoBroker broker = DemoBroker.start(dir);
                Listener kiosk = Listener.persistent(broker.url(), "kiosk")) {
            kiosk.subscribe("#");
            try (Simulator simulator = simulator(broker, () -> NOON.plusMillis(passed.get()), NOISE, STUCK, LATE)) {
                simulator.start();
                passed.set(Duration.ofSeconds(40).toMillis());
                assertThat(kiosk.await(1)).hasSize(1);
            }
            assertThat(kiosk.heardSoFar())
                    .filteredOn(heard -> heard.topic().equals("noise"))
                    .hasSizeLessThan(12);
        }
    }

    @Test
    void itGoesOnWhenTheBrokerComesBack() throws Exception {
        AtomicLong passed = new AtomicLong();
        InstantSource clock = () -> NOON.plusMillis(passed.get());
        DemoBroker first = DemoBroker.start(dir, 0);
        int port = first.port();
        try (Simulator simulator = simulator(first, clock, MAST, STUCK, LATE)) {
            simulator.start();
            first.close();
            try (DemoBroker second = DemoBroker.start(dir, port);
                    Listener kiosk = Listener.persistent(second.url(), "kiosk")) {
                kiosk.subscribe("mast");
                passed.set(Duration.ofMinutes(300).toMillis());
                assertThat(kiosk.await(10)).hasSize(10);
            }
        }
    }

    @Test
    void itReportsAtMostTwiceInARealSecondWhateverTheSpeed() {
        assertThat(Simulator.paced(MAST, 1)).isEqualTo(MAST);
        assertThat(Simulator.paced(MAST, 10)).isEqualTo(MAST);
        assertThat(Simulator.paced(MAST, 600).every()).isEqualTo(Duration.ofMinutes(5));
        assertThat(Simulator.paced(MAST, 600).id()).isEqualTo("mast");
    }

    private static Simulator simulator(DemoBroker broker, InstantSource clock, Sensor... sensors) {
        return new Simulator(broker.url(), List.of(sensors), clock, Scenario.CALM, 1, 1);
    }

    private static List<Long> times(List<Listener.Heard> heard) {
        return heard.stream()
                .map(one -> Long.parseLong(one.text().replaceAll("\\D*(\\d+).*", "$1")))
                .toList();
    }
}
