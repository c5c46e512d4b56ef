package ridgeline.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ridgeline.config.Settings;
import ridgeline.kiosk.Kiosk;

/** A real kiosk: the configured broker, the data folder, the dashboard. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Runs a kiosk; options override its files.")
final class RunCommand extends Ridgeline.Sub {
    @Option(names = "--config", required = true, paramLabel = "DIR", description = "Configuration folder.")
    private Path config = Path.of("config");

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Data folder, made where missing.")
    private Path data = Path.of("data");

    @Option(names = "--port", paramLabel = "N", description = "Port of the dashboard; 0 for a free one.")
    private @Nullable Integer port;

    @Option(names = "--mqtt", paramLabel = "URL", description = "Broker, tcp://host:port or ssl://host:port.")
    private @Nullable String mqtt;

    @Override
    public Integer call() throws InterruptedException {
        Configuration read = Configuration.read(config).orRefuse();
        Settings settings = Overrides.apply(read.settings(), mqtt, port);
        Kiosk kiosk = new Kiosk(
                new Kiosk.Parts(settings, read.site(), read.standards(), read.profiles(), Version.text(), clock(), 1),
                data);
        Footprint footprint = new Footprint();
        System.out.println("Ridgeline is running on " + Overrides.address(settings, kiosk.port()));
        return Running.untilStopped(() -> {
            kiosk.close();
            footprint.close();
        });
    }
}
