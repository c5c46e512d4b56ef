package ridgeline.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.jspecify.annotations.Nullable;

/** What we ask of the broker when we connect (MQTT 5, section 3.1). */
final class ConnectOptions {
    /** Above what any sensor sends and below what would hurt: larger ones the broker keeps from us. */
    static final int LARGEST_PACKET = 4 * 1024 * 1024;

    static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Enough to keep a slow disk busy between two commits; without it Mosquitto sends 20 and waits. */
    private static final int RECEIVE_MAXIMUM = 8192;

    private static final int KEEP_ALIVE_S = 15;
    /** Below 24.8 days: an Artemis broker multiplies it by a thousand in 32 bits and would forget a longer one at once. */
    private static final long SESSION_EXPIRY_S = Duration.ofDays(21).toSeconds();

    private ConnectOptions() {}

    static MqttConnectionOptions of(FeedSettings settings, @Nullable SSLSocketFactory tls) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(SESSION_EXPIRY_S);
        options.setReceiveMaximum(RECEIVE_MAXIMUM);
        options.setMaximumPacketSize((long) LARGEST_PACKET);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(KEEP_ALIVE_S);
        options.setConnectionTimeout((int) TIMEOUT.toSeconds());
        if (settings.username() != null) options.setUserName(settings.username());
        if (settings.password() != null) {
            options.setPassword(settings.password().getBytes(StandardCharsets.UTF_8));
        }
        options.setSocketFactory(tls != null ? tls : new QuickSocket.Factory());
        return options;
    }
}
