package ridgeline.cli;

import java.io.IOException;
import java.net.URI;
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
        Overrides.requireBroker(mqtt.toString());
        long published = 0;
        try (RecordedFile lines = new RecordedFile(file);
                Outbox outbox = new Outbox(
                        mqtt, "ridgeline-replay-" + ProcessHandle.current().pid())) {
            long start = System.nanoTime();
            for (String line = lines.next(); line != null; line = lines.next()) {
                Recorded message = read(lines.place(), line);
                long due = start + (long) (TimeUnit.MILLISECONDS.toNanos(message.offsetMs()) / speed);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                outbox.send(message.topic(), message.payload());
                published++;
            }
        }
        System.out.println("published " + published + " messages");
        return Ridgeline.GOOD;
    }

    private static Recorded read(String place, String line) {
        try {
            Recorded message = Recorded.read(line);
            if (message.topic().matches("(?s).*[+#\0].*")) {
                throw new Ridgeline.BadInput("topic: '" + message.topic() + "' can be subscribed to, not published");
            }
            return message;
        } catch (Ridgeline.BadInput wrong) {
            throw new Ridgeline.BadInput(place + ": " + wrong.getMessage());
        }
    }
}
