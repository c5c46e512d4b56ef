package ridgeline.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ridgeline.decode.Decoded;
import ridgeline.decode.Decoder;
import ridgeline.domain.Reading;

/** Shows what a configuration makes of recorded messages: a JSON line for each, without a broker. */
@Command(name = "try", mixinStandardHelpOptions = true, description = "Decodes recorded messages with a configuration.")
final class TryCommand extends Ridgeline.Sub {
    @Option(names = "--config", required = true, paramLabel = "DIR", description = "Configuration folder.")
    private Path config = Path.of("config");

    @Parameters(paramLabel = "FILE", description = "Recorded messages, a JSON object a line.")
    private Path file = Path.of("messages.jsonl");

    @Override
    public Integer call() throws IOException {
        Configuration read = Configuration.read(config).orRefuse();
        Decoder decoder = new Decoder(read.site(), read.settings().kiosk().zone());
        JsonGenerator json = new JsonFactory().createGenerator(System.out);
        try (RecordedFile lines = new RecordedFile(file)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter(""));
            for (String line = lines.next(); line != null; line = lines.next()) {
                write(json, lines.number(), line, decoder);
                json.writeRaw('\n');
            }
        } finally {
            json.flush();
        }
        return Ridgeline.GOOD;
    }

    private void write(JsonGenerator json, int number, String line, Decoder decoder) throws IOException {
        json.writeStartObject();
        json.writeNumberField("line", number);
        try {
            Recorded message = Recorded.read(line);
            long arrived = message.arrival() == null ? clock().millis() : message.arrival();
            write(json, decoder.decode(message.topic(), message.payload(), message.retained(), arrived));
        } catch (Ridgeline.BadInput notRecorded) {
            json.writeStringField("error", "not a recorded message: " + notRecorded.getMessage());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Decoded decoded) throws IOException {
        if (decoded instanceof Decoded.Readings some) {
            write(json, some.readings());
            if (some.flaw() != null) json.writeStringField("flaw", some.flaw());
        } else if (decoded instanceof Decoded.Rejected rejected) {
            json.writeStringField("error", rejected.reason());
        } else if (decoded instanceof Decoded.Ignored ignored) {
            // What a retained copy of unknown age holds is shown here, though a kiosk does not store it.
            write(json, ignored.held());
            json.writeStringField("ignored", ignored.reason());
        } else if (decoded instanceof Decoded.Gone gone) {
            write(json, List.of());
            json.writeStringField("ignored", gone.reason());
        } else {
            json.writeBooleanField("unmatched", true);
        }
    }

    private static void write(JsonGenerator json, List<Reading> readings) throws IOException {
        json.writeArrayFieldStart("readings");
        for (Reading reading : readings) write(json, reading);
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Reading reading) throws IOException {
        json.writeStartObject();
        json.writeStringField("series", reading.series().id());
        json.writeNumberField("t", reading.t());
        json.writeNumberField("value", reading.value());
        json.writeStringField("unit", reading.series().quantity().unit());
        json.writeStringField("quality", reading.quality().id());
        json.writeEndObject();
    }
}
