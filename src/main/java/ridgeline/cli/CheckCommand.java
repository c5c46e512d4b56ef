package ridgeline.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ridgeline.config.Problem;

/** Says of every problem of the configuration where it is and what is allowed there, all in one go. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Validates all configuration.")
final class CheckCommand extends Ridgeline.Sub {
    @Option(names = "--config", required = true, paramLabel = "DIR", description = "Configuration folder.")
    private Path config = Path.of("config");

    @Override
    public Integer call() {
        List<Problem> problems = Configuration.read(config).problems();
        problems.forEach(System.out::println);
        return problems.isEmpty() ? Ridgeline.GOOD : Ridgeline.BAD_INPUT;
    }
}
