package ridgeline.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ridgeline.store.Backup;

/** Copies the database while the kiosk runs. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Writes a consistent, checked copy of the database.")
final class BackupCommand extends Ridgeline.Sub {
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Data folder.")
    private Path data = Path.of("data");

    @Parameters(paramLabel = "FILE", description = "Where the copy goes; must not exist yet.")
    private Path file = Path.of("backup.db");

    @Override
    public Integer call() {
        Backup.write(data, file);
        return Ridgeline.GOOD;
    }
}
