package ridgeline.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridgeline.testing.Await;
import ridgeline.testing.KioskFolder;
import ridgeline.testing.KioskProcess;
import ridgeline.testing.Load;
import ridgeline.testing.Mosquitto;

/** The program as a whole, killed and stopped while messages pour in. */
class KioskCrashIT {
    private static final int KILLS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void chooseData() {
        data = folder.resolve("data");
    }

    private Path configuration(Mosquitto mosquitto) throws Exception {
        return KioskFolder.write(folder.resolve("config"), mosquitto.url());
    }

    private Mosquitto mosquitto() throws Exception {
        return Mosquitto.inMemory(Files.createDirectory(folder.resolve("broker")));
    }

    @Test
    void storesEachMessageOnceThoughItIsKilledFiveTimes() throws Exception {
        killedFiveTimes(20_000, 4_000, 20_261_124);
    }

    @Test
    @Tag("soak")
    void storesEachMessageOnceThoughItIsKilledFiveTimesUnderTripleLoad() throws Exception {
        killedFiveTimes(60_000, 6_000, 7);
    }

    private void killedFiveTimes(int count, int perSecond, long seed) throws Exception {
        Random random = new Random(seed);
        Numbered numbered = new Numbered(InstantSource.system().millis() - count, count);
        try (Mosquitto mosquitto = mosquitto()) {
            Path config = configuration(mosquitto);
            KioskProcess kiosk = KioskProcess.running(config, data);
            try (Load load = new Load(mosquitto.url(), perSecond, numbered::message)) {
                awaitSubscribed(kiosk);
                int share = count / KILLS;
                for (int kill = 0; kill < KILLS; kill++) {
                    load.allow((kill + 1) * share);
                    int at = kill * share + share / 10 + random.nextInt(share * 8 / 10);
                    Await.until("message " + at + " is out", PATIENCE, () -> load.sent() >= at);
                    kiosk.kill();
                    kiosk = KioskProcess.running(config, data);
                }
                Await.until("all are out", PATIENCE, () -> load.sent() == count);
                numbered.assertStoredOnce(kiosk, PATIENCE);
            } catch (AssertionError failure) {
                throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
            } finally {
                kiosk.close();
            }
        }
    }

    /** Until the broker holds its session, what is published is nobody's. */
    private static void awaitSubscribed(KioskProcess kiosk) {
        Await.until("the kiosk is connected", PATIENCE, () -> kiosk.json("/readyz")
                .path("ready")
                .asBoolean());
    }

    @Test
    void endsWithinFiveSecondsOfSigtermAndLosesNothing() throws Exception {
        int count = 8_000;
        Numbered numbered = new Numbered(InstantSource.system().millis() - count, count);
        try (Mosquitto mosquitto = mosquitto();
                KioskProcess kiosk = KioskProcess.running(configuration(mosquitto), data)) {
            awaitSubscribed(kiosk);
            try (Load load = new Load(mosquitto.url(), 4_000, numbered::message).allow(count)) {
                Await.until("half of it is out", PATIENCE, () -> load.sent() > count / 2);
                kiosk.terminate();
                assertThat(kiosk.exitCode(Duration.ofSeconds(5))).isZero();
                Await.until("all are out", PATIENCE, () -> load.sent() == count);
            }
            try (KioskProcess next = KioskProcess.running(folder.resolve("config"), data)) {
                numbered.assertStoredOnce(next, PATIENCE);
            }
        }
    }

    @Test
    void refusesADataFolderThatAnotherProcessUses() throws Exception {
        try (Mosquitto mosquitto = mosquitto();
                KioskProcess first = KioskProcess.running(configuration(mosquitto), data);
                KioskProcess second = new KioskProcess(
                        "run", "--config", folder.resolve("config").toString(), "--data", data.toString())) {
            assertThat(second.exitCode(PATIENCE)).isEqualTo(1);
            assertThat(oneLine(second)).isEqualTo("ridgeline: another ridgeline process uses the data folder " + data);
            assertThat(first.get("/healthz")).isNotNull();
        }
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Mosquitto mosquitto = mosquitto();
                KioskProcess kiosk = new KioskProcess(
                        "run",
                        "--config",
                        configuration(mosquitto).toString(),
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(taken.getLocalPort()))) {
            assertThat(kiosk.exitCode(PATIENCE)).isEqualTo(1);
            assertThat(oneLine(kiosk))
                    .isEqualTo("ridgeline: cannot listen on 127.0.0.1:" + taken.getLocalPort()
                            + ": Address already in use");
        }
    }

    private static String oneLine(KioskProcess ended) {
        Await.until("it has said why", PATIENCE, () -> !ended.output().isEmpty());
        List<String> output = ended.output();
        assertThat(output).hasSize(1);
        return output.get(0);
    }
}
