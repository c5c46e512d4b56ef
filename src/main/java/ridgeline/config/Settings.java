package ridgeline.config;

import java.nio.file.Path;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that {@code kiosk.yaml} says about this process. Paths are resolved against the configuration folder. */
public record Settings(Kiosk kiosk, Mqtt mqtt, Http http, Store store) {
    /**
     * Who this kiosk is.
     *
     * @param venue id of the venue its wall mode shows
     * @param languages codes in order of preference, of {@code zh}, {@code en}, {@code fr}
     * @param zone where its days and hours begin
     */
    public record Kiosk(String id, String venue, List<String> languages, ZoneId zone) {
        public Kiosk {
            languages = List.copyOf(languages);
        }
    }

    /**
     * The broker it listens to.
     *
     * @param url {@code tcp://host[:port]} or {@code ssl://host[:port]}
     * @param passwordFile its first line is the password; read when connecting
     * @param tls null for the certificates the Java runtime trusts
     * @param qos 0 or 1
     */
    public record Mqtt(
            String url,
            String clientId,
            @Nullable String username,
            @Nullable Path passwordFile,
            @Nullable MqttTls tls,
            int qos) {
        public boolean isSecure() {
            return url.startsWith("ssl://");
        }
    }

    /**
     * PEM files for the broker's connection, used with {@code ssl://}.
     *
     * @param ca who may have signed the broker's certificate; null for those the Java runtime trusts
     * @param cert this kiosk's own certificate, together with {@code key} or not at all
     */
    public record MqttTls(
            @Nullable Path ca,
            @Nullable Path cert,
            @Nullable Path key) {}

    /** Where browsers find it; without {@code tls} it speaks plain HTTP. */
    public record Http(String host, int port, @Nullable HttpTls tls, Readers readers) {}

    /** PEM files of the web server: certificate chain and private key. */
    public record HttpTls(Path cert, Path key) {}

    /** Who may look: anybody, or only who is logged in. */
    public enum Readers {
        OPEN,
        LOGIN
    }

    /**
     * How long each resolution is kept.
     *
     * @param maxSize hard cap on the database, in bytes
     */
    public record Store(Period raw, Period minute, Period hour, long maxSize) {}
}
