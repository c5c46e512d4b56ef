package ridgeline.feed;

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
final class Connection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    /** What Paho logs of its own, the callbacks tell us too; held here, since an unheld logger forgets its level. */
    private static final java.util.logging.Logger PAHO = quiet(java.util.logging.Logger.getLogger("org.eclipse.paho"));

    private static final int REFUSED = 0x80;

    private final long number;
    private final FeedSettings settings;
    private final @Nullable SSLSocketFactory tls;
    private final Inbox inbox;
    private final InstantSource clock;
    private final BiConsumer<Connection, Loss> onLoss;
    private final Set<Integer> repeated = ConcurrentHashMap.newKeySet();
    private final GuardedClient client;
    private final Acknowledger acknowledger;
    private volatile boolean taking = true;
    private volatile long lastHeard = System.nanoTime();
    private volatile boolean loopHeard;

    private static java.util.logging.Logger quiet(java.util.logging.Logger logger) {
        logger.setLevel(java.util.logging.Level.OFF);
        return logger;
    }

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
        client = new GuardedClient(
                settings.url(), settings.clientId(), ConnectOptions.LARGEST_PACKET, repeated, inbox::awaitRoom);
        acknowledger = new Acknowledger(client.output());
        client.setManualAcks(true);
        LOG.debug("connection {}, Paho's log is {}", number, PAHO.getLevel());
        client.setCallback(new Callback());
    }

    void open() throws MqttException {
        IMqttToken token = client.connect(ConnectOptions.of(settings, tls), null, new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken connected) {
                inbox.offer(new Arrival.Opened(number, clock.millis(), connected.getSessionPresent()));
            }

            @Override
            public void onFailure(@Nullable IMqttToken failed, Throwable cause) {
                LOG.debug("connect {} failed", number, cause);
            }
        });
        token.waitForCompletion(ConnectOptions.TIMEOUT.toMillis());
    }

    /** Subscribes; returns the filters the broker refused. A filter that is already subscribed repeats no retained message. */
    List<String> subscribe(Collection<String> filters) throws MqttException {
        List<String> refused = new ArrayList<>();
        if (filters.isEmpty()) return refused;
        MqttSubscription[] wanted = filters.stream().map(this::subscription).toArray(MqttSubscription[]::new);
        IMqttToken token = client.subscribe(wanted);
        token.waitForCompletion(ConnectOptions.TIMEOUT.toMillis());
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
        client.unsubscribe(filters.toArray(String[]::new)).waitForCompletion(ConnectOptions.TIMEOUT.toMillis());
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

    /** From now on nothing is taken any more; what was taken can still be acknowledged. */
    void stopTaking() {
        taking = false;
    }

    @Override
    public void close() {
        stopTaking();
        acknowledger.close();
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
        acknowledger.end();
    }

    private final class Callback implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) throws MqttException {
            lastHeard = System.nanoTime();
            if (topic.equals(settings.loopTopic())) {
                loopHeard = true;
                if (message.getQos() > 0) client.messageArrivedComplete(message.getId(), 1);
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
                    acknowledger);
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
