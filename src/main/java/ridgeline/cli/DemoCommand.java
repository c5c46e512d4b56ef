package ridgeline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ridgeline.config.ConfigFolder;
import ridgeline.config.Settings;
import ridgeline.demo.DemoBroker;
import ridgeline.demo.SimClock;
import ridgeline.demo.Simulator;
import ridgeline.demo.world.Scenario;
import ridgeline.domain.Sensor;
import ridgeline.domain.Site;
import ridgeline.kiosk.Kiosk;

/** The whole kiosk on embedded defaults: broker, simulated venues, database, dashboard. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Runs everything on this machine: broker, simulated venues, kiosk. The default command.")
final class DemoCommand extends Ridgeline.Sub {
    private static final Logger LOG = LoggerFactory.getLogger(DemoCommand.class);
    private static final long SEED = 2022;

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "N",
            description = "Port of the dashboard; 0 for a free one.")
    private int port;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder; without it a temporary one.")
    private @Nullable Path data;

    @Option(names = "--speed", defaultValue = "1", paramLabel = "N", description = "How fast time runs, 1 to 600.")
    private double speed;

    @Option(
            names = "--scenario",
            defaultValue = "calm",
            paramLabel = "NAME",
            description = "calm, stagnation, fireworks, storm or sensor-faults.")
    private String scenario = "calm";

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (!(speed >= 1 && speed <= 600)) throw new Ridgeline.BadInput("--speed: " + speed + " is not from 1 to 600");
        Scenario played = scenario();
        Path folder = data == null ? Files.createTempDirectory("ridgeline-demo-") : data;
        Path brokerFolder = Files.createTempDirectory("ridgeline-broker-");
        Configuration read = Configuration.builtIn(ConfigFolder.load(packaged("kiosk.yaml"), packaged("sensors.yaml")))
                .orRefuse();
        SimClock clock = new SimClock(clock(), System::nanoTime, speed);
        DemoBroker broker = DemoBroker.start(brokerFolder);
        Settings settings = Overrides.apply(read.settings(), broker.url().toString(), port);
        Kiosk kiosk = new Kiosk(
                new Kiosk.Parts(
                        settings, paced(read.site()), read.standards(), read.profiles(), Version.text(), clock, speed),
                folder);
        Simulator simulator = new Simulator(broker.url(), read.site().sensors(), clock, played, speed, SEED);
        simulator.start();
        Footprint footprint = new Footprint();
        System.out.println("Ridgeline demo is running on " + Overrides.address(settings, kiosk.port()) + " (broker "
                + broker.url() + ", scenario " + played.id() + ")");
        return Running.untilStopped(() -> {
            simulator.close();
            kiosk.close();
            broker.close();
            footprint.close();
            delete(brokerFolder);
            if (data == null) delete(folder);
        });
    }

    private Scenario scenario() {
        try {
            return Scenario.of(scenario);
        } catch (IllegalArgumentException unknown) {
            throw new Ridgeline.BadInput("--scenario: " + unknown.getMessage());
        }
    }

    /** The kiosk expects of each sensor what the simulator will do at this speed. */
    private Site paced(Site site) {
        List<Sensor> sensors = site.sensors().stream()
                .map(sensor -> Simulator.paced(sensor, speed))
                .toList();
        return new Site(site.venues(), sensors);
    }

    private static String packaged(String name) {
        try (InputStream stream = DemoCommand.class.getResourceAsStream("/config/" + name)) {
            if (stream == null) throw new IllegalStateException("the program lacks its example " + name);
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException left) {
            LOG.debug("{} is left behind", folder, left);
        }
    }
}
