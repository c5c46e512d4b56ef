package ridgeline.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One life of one Paho client, never reused: an acknowledgement that outlives its connection must not reach the next one.
 * Opened, subscribed and closed on the feed lane; its callbacks run on Paho's threads, copy, enqueue and return.
 */
final class Connection implements AutoCloseable, Arrival.Acknowledgement {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    /** Above what any sensor sends and below what would hurt: larger ones the broker keeps from us. */
    static final int LARGEST_PACKET = 4 * 1024 * 1024;

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int KEEP_ALIVE_S = 15;
    private static final long SESSION_EXPIRY_S = Duration.ofDays(30).toSeconds();
    private static final int REFUSED = 0x80;

    private final long number;
    private final FeedSettings settings;
    private final @Nullable SSLSocketFactory tls;
    private final Inbox inbox;
    private final InstantSource clock;
    private final BiConsumer<Connection, Loss> onLoss;
    private final Set<Integer> repeated = ConcurrentHashMap.newKeySet();
    private final GuardedClient client;
    private volatile boolean taking = true;
    private volatile long lastHeard = System.nanoTime();
    private volatile boolean loopHeard;

    /** Why a connection ended: the text for a person, and whether we ended it because the inbox is full. */
    record Loss(String reason, boolean full, boolean takenOver) {}

    Connection(
            long number,
            FeedSettings settings,
            @Nullable SSLSocketFactory tls,
            Inbox inbox,
            InstantSource clock,
            BiConsumer<Connection, Loss> onLoss)
            throws MqttException {
        this.number = number;
        this.settings = settings;
        this.tls = tls;
        this.inbox = inbox;
        this.clock = clock;
        this.onLoss = onLoss;
        client = new GuardedClient(settings.url(), settings.clientId(), LARGEST_PACKET, repeated);
        client.setManualAcks(true);
        client.setCallback(new Callback());
    }

    void open() throws MqttException {
        IMqttToken token = client.connect(options(), null, new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken connected) {
                inbox.offer(new Arrival.Opened(number, connected.getSessionPresent()));
            }

            @Override
            public void onFailure(@Nullable IMqttToken failed, Throwable cause) {
                LOG.debug("connect {} failed", number, cause);
            }
        });
        token.waitForCompletion(TIMEOUT.toMillis());
    }

    private MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(SESSION_EXPIRY_S);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(KEEP_ALIVE_S);
        options.setConnectionTimeout((int) TIMEOUT.toSeconds());
        options.setMaximumPacketSize((long) LARGEST_PACKET);
        if (settings.username() != null) options.setUserName(settings.username());
        if (settings.password() != null) {
            options.setPassword(settings.password().getBytes(StandardCharsets.UTF_8));
        }
        if (tls != null) options.setSocketFactory(tls);
        return options;
    }

    /** Subscribes; returns the filters the broker refused. A filter that is already subscribed repeats no retained message. */
    List<String> subscribe(Collection<String> filters) throws MqttException {
        List<String> refused = new ArrayList<>();
        if (filters.isEmpty()) return refused;
        MqttSubscription[] wanted = filters.stream().map(this::subscription).toArray(MqttSubscription[]::new);
        IMqttToken token = client.subscribe(wanted);
        token.waitForCompletion(TIMEOUT.toMillis());
        int[] codes = token.getReasonCodes();
        for (int i = 0; codes != null && i < codes.length; i++) {
            if (codes[i] >= REFUSED) refused.add(wanted[i].getTopic());
        }
        return refused;
    }

    private MqttSubscription subscription(String filter) {
        MqttSubscription subscription = new MqttSubscription(filter, settings.qos());
        subscription.setRetainHandling(1);
        subscription.setRetainAsPublished(false);
        return subscription;
    }

    void unsubscribe(Collection<String> filters) throws MqttException {
        if (filters.isEmpty()) return;
        client.unsubscribe(filters.toArray(String[]::new)).waitForCompletion(TIMEOUT.toMillis());
    }

    /** Sends one message around through the broker; {@link #heardLoop} tells whether it came back. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void callOut() throws MqttException {
        client.publish(settings.loopTopic(), new byte[] {1}, 0, false);
    }

    boolean heardLoop() {
        return loopHeard;
    }

    /** How long nothing at all has come in. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastHeard);
    }

    @Override
    public void send(int packetId) {
        try {
            client.messageArrivedComplete(packetId, 1);
        } catch (MqttException | RuntimeException gone) {
            LOG.debug("acknowledgement {} of connection {} was not sent: {}", packetId, number, gone.toString());
        }
    }

    /** From now on nothing is taken any more; what was taken can still be acknowledged. */
    void stopTaking() {
        taking = false;
    }

    @Override
    public void close() {
        stopTaking();
        try {
            client.disconnectForcibly(0, 500, client.isConnected());
        } catch (MqttException | RuntimeException gone) {
            LOG.debug("connection {}: {}", number, gone.toString());
        }
        try {
            client.close(true);
        } catch (MqttException | RuntimeException gone) {
            LOG.debug("connection {}: {}", number, gone.toString());
        }
    }

    private final class Callback implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            lastHeard = System.nanoTime();
            if (topic.equals(settings.loopTopic())) {
                loopHeard = true;
                if (message.getQos() > 0) send(message.getId());
                return;
            }
            if (!taking) return;
            int packetId = message.getQos() == 0 ? 0 : message.getId();
            Arrival.Message taken = new Arrival.Message(
                    topic,
                    message.getPayload(),
                    packetId,
                    message.isRetained(),
                    packetId != 0 && !repeated.isEmpty() && repeated.remove(packetId),
                    clock.millis(),
                    flawOf(topic),
                    Connection.this);
            if (!inbox.offer(taken)) {
                taking = false;
                onLoss.accept(Connection.this, new Loss("the inbox is full", true, false));
            }
        }

        private static @Nullable String flawOf(String topic) {
            if (topic.isEmpty()) return "topic: empty";
            if (topic.indexOf('+') >= 0 || topic.indexOf('#') >= 0) return "topic: holds characters that MQTT forbids";
            return null;
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            boolean takenOver = response.getReturnCode() == 0x8E;
            onLoss.accept(Connection.this, new Loss(reasonOf(response, takenOver), false, takenOver));
        }

        private String reasonOf(MqttDisconnectResponse response, boolean takenOver) {
            if (takenOver) return "another client connected with the id '" + settings.clientId() + "'";
            MqttException cause = response.getException();
            if (cause == null) return "the broker disconnected with reason code " + response.getReturnCode();
            Throwable inner = cause.getCause() == null ? cause : cause.getCause();
            return "connection lost: " + (inner.getMessage() == null ? inner.toString() : inner.getMessage());
        }

        @Override
        public void mqttErrorOccurred(MqttException error) {
            LOG.debug("connection {}: {}", number, error.toString());
        }

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String url) {}

        @Override
        public void authPacketArrived(int reason, MqttProperties properties) {}
    }
}
