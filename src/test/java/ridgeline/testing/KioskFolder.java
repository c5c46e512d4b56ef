package ridgeline.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A configuration with many sensors of two kinds: {@code timed/N} sends JSON with its own time, {@code plain/N} nothing but a
 * number. Their series are {@code timed-N.visibility} and {@code plain-N.visibility}.
 */
public final class KioskFolder {
    private static final String KIOSK = """
            kiosk: {id: test, venue: hill, languages: [en], zone: Asia/Shanghai}
            mqtt: {url: "%s", clientId: ridgeline-test, qos: 1}
            http: {host: 127.0.0.1, port: 8080}
            store: {raw: P35D, minute: P2Y, hour: P20Y, maxSize: 8GiB}
            """;
    private static final String SENSORS = """
            venues:
              - {id: hill, name: {en: Hill}, location: [40.9, 115.4]}
            sensors:
              - id: timed-{n}
                venue: hill
                name: {en: With its own time}
                topic: timed/{n}
                format: json
                time: {at: /t, unit: ms}
                every: PT60S
                readings: [{quantity: visibility, at: /v, unit: m}]
              - id: plain-{n}
                venue: hill
                name: {en: Without}
                topic: plain/{n}
                format: number
                every: PT60S
                readings: [{quantity: visibility, unit: m}]
            """;

    private KioskFolder() {}

    /** Writes it into a folder and gives the folder back. */
    public static Path write(Path folder, URI broker) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("kiosk.yaml"), KIOSK.formatted(broker));
        Files.writeString(folder.resolve("sensors.yaml"), SENSORS);
        return folder;
    }
}
