package ridgeline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ridgeline.feed.Outbox;

/** Publishes recorded messages at the pace of the recording. */
@Command(name = "replay", mixinStandardHelpOptions = true, description = "Publishes recorded messages to a broker.")
final class ReplayCommand extends Ridgeline.Sub {
    @Option(names = "--mqtt", required = true, paramLabel = "URL", description = "Broker, tcp://host:port.")
    private URI mqtt = URI.create("tcp://127.0.0.1:1883");

    @Option(
            names = "--speed",
            defaultValue = "1",
            paramLabel = "N",
            description = "How many times faster than recorded.")
    private double speed;

    @Parameters(paramLabel = "FILE", description = "Recorded messages, a JSON object a line.")
    private Path file = Path.of("messages.jsonl");

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(speed > 0)) throw new Ridgeline.BadInput("--speed: " + speed + " is not above 0");
        if (!Files.isReadable(file)) throw new Ridgeline.BadInput("the file " + file + " cannot be read");
        long published = 0;
        try (BufferedReader lines = Files.newBufferedReader(file);
                Outbox outbox = new Outbox(
                        mqtt, "ridgeline-replay-" + ProcessHandle.current().pid())) {
            long start = System.nanoTime();
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) continue;
                Recorded message = read(number, line);
                long due = start + (long) (TimeUnit.MILLISECONDS.toNanos(message.offsetMs()) / speed);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                outbox.send(message.topic(), message.payload());
                published++;
            }
        }
        System.out.println("published " + published + " messages");
        return Ridgeline.GOOD;
    }

    private Recorded read(int number, String line) {
        try {
            return Recorded.read(line);
        } catch (Ridgeline.BadInput wrong) {
            throw new Ridgeline.BadInput(file + ":" + number + ": " + wrong.getMessage());
        }
    }
}
