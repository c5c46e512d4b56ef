package ridgeline.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ridgeline.decode.Decoded;
import ridgeline.decode.Decoder;
import ridgeline.decode.Strangers;
import ridgeline.decode.Suggestion;

/** Lists the topics of recorded messages that no sensor is configured for, each with an entry that may be taken over. */
@Command(
        name = "discover",
        mixinStandardHelpOptions = true,
        description = "Suggests entries for recorded messages that no sensor is configured for.")
final class DiscoverCommand extends Ridgeline.Sub {
    private static final int MOST_SHOWN = 200;

    @Option(names = "--config", required = true, paramLabel = "DIR", description = "Configuration folder.")
    private Path config = Path.of("config");

    @Parameters(paramLabel = "FILE", description = "Recorded messages, a JSON object a line.")
    private Path file = Path.of("messages.jsonl");

    @Override
    public Integer call() throws IOException {
        Configuration read = Configuration.read(config).orRefuse();
        Decoder decoder = new Decoder(read.site(), read.settings().kiosk().zone());
        Strangers strangers = new Strangers();
        long began = clock().millis();
        try (RecordedFile lines = new RecordedFile(file)) {
            for (String line = lines.next(); line != null; line = lines.next())
                hear(line, lines.place(), began, decoder, strangers);
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        String venue = read.settings().kiosk().venue();
        for (Strangers.Stranger one : strangers.all()) show(one, venue, out);
        if (strangers.forgotten() > 0) out.println("# " + strangers.forgotten() + " topics before these are not shown");
        out.flush();
        return Ridgeline.GOOD;
    }

    private static void hear(String line, String place, long began, Decoder decoder, Strangers strangers) {
        Recorded message;
        try {
            message = Recorded.read(line);
        } catch (Ridgeline.BadInput notRecorded) {
            throw new Ridgeline.BadInput(place + ": not a recorded message: " + notRecorded.getMessage());
        }
        long arrived = message.arrival() == null ? began + message.offsetMs() : message.arrival();
        Decoded decoded = decoder.decode(message.topic(), message.payload(), message.retained(), arrived);
        if (decoded instanceof Decoded.Unmatched) strangers.heard(message.topic(), message.payload(), arrived);
    }

    /** The entry with what was heard as a comment, so that the whole output may stand under {@code sensors}. */
    private static void show(Strangers.Stranger one, String venue, PrintStream out) {
        out.println("# " + line(one.topic()) + ": " + one.count() + (one.count() == 1 ? " message" : " messages")
                + (one.rate() > 0 ? String.format(Locale.ROOT, ", %.1f a minute", one.rate()) : "") + ", last "
                + Instant.ofEpochMilli(one.last()));
        String payload = line(new String(one.payload(), StandardCharsets.UTF_8));
        out.println("#   " + (payload.isEmpty() ? one.bytes() + " bytes" : payload));
        List<String> entry = Suggestion.of(one.topic(), one.payload(), venue, one.last()).stream()
                .flatMap(String::lines)
                .toList();
        if (entry.isEmpty()) out.println("#   nothing in it is recognised");
        entry.forEach(out::println);
    }

    private static String line(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\uFFFD]+", " ");
        return plain.length() <= MOST_SHOWN ? plain : plain.substring(0, MOST_SHOWN) + "…";
    }
}
