package ridgeline.web;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import ridgeline.config.ConfigFolder;
import ridgeline.config.Loaded;
import ridgeline.config.Settings;
import ridgeline.config.StandardFile;
import ridgeline.demo.DemoBroker;
import ridgeline.demo.SimClock;
import ridgeline.demo.Simulator;
import ridgeline.demo.world.Scenario;
import ridgeline.domain.Site;
import ridgeline.kiosk.Kiosk;
import ridgeline.standard.Profiles;

/** The whole program as the demo runs it: broker, simulated venues, kiosk. The kiosk can be stopped and started again. */
final class DemoRig implements AutoCloseable {
    private static final int SPEED = 1;

    private final Path data;
    private final Loaded loaded = ConfigFolder.load(Path.of("config"));
    private final SimClock clock = new SimClock(InstantSource.system(), System::nanoTime, SPEED);
    private final DemoBroker broker;
    private final Simulator simulator;
    private Kiosk kiosk;
    private final int port;

    DemoRig(Path folder) {
        data = folder.resolve("data");
        broker = DemoBroker.start(folder.resolve("broker"));
        kiosk = kiosk(0);
        port = kiosk.port();
        simulator = new Simulator(broker.url(), site().sensors(), clock, Scenario.of("calm"), SPEED, 7);
        simulator.start();
    }

    private Site site() {
        return Objects.requireNonNull(loaded.site());
    }

    private Kiosk kiosk(int onPort) {
        Settings read = Objects.requireNonNull(loaded.settings());
        Settings.Mqtt mqtt = new Settings.Mqtt(broker.url().toString(), "ridgeline-screen-test", null, null, null, 1);
        Settings.Http http =
                new Settings.Http("127.0.0.1", onPort, null, read.http().readers());
        Settings settings = new Settings(read.kiosk(), mqtt, http, read.store());
        return new Kiosk(
                new Kiosk.Parts(
                        settings,
                        site(),
                        StandardFile.builtIn().standards(),
                        Profiles.none(read.kiosk().zone()),
                        "1",
                        clock,
                        SPEED),
                data);
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    void stopKiosk() {
        kiosk.close();
    }

    /** On the port that it had. */
    void startKiosk() {
        kiosk = kiosk(port);
    }

    @Override
    public void close() {
        simulator.close();
        kiosk.close();
        broker.close();
    }
}
