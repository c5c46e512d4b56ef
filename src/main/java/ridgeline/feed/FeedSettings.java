package ridgeline.feed;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the broker.
 *
 * @param url {@code tcp://host:port} or {@code ssl://host:port}
 * @param clientId names the persistent session at the broker; two kiosks must not share one
 * @param qos 0 or 1
 * @param loopTopic where the kiosk hears itself, to tell a dead session from a quiet one
 */
public record FeedSettings(
        String url,
        String clientId,
        @Nullable String username,
        @Nullable String password,
        @Nullable Tls tls,
        int qos,
        String loopTopic) {
    /** PEM files: the authority that signed the broker's certificate, and our own certificate and key. */
    public record Tls(
            @Nullable Path ca,
            @Nullable Path certificate,
            @Nullable Path key) {}
}
