package ridgeline.feed;

import java.net.URI;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/**
 * Publishes with QoS 1, never with more than a window of messages unacknowledged. Confined to one thread, which waits
 * while the broker is slow or away; each connection is a new client, since a Paho client that failed is not to be
 * trusted with another life.
 */
public final class Outbox implements AutoCloseable {
    /** Above the number of messages the broker allows unacknowledged, Paho refuses with 32202 instead of waiting. */
    private static final int WINDOW = 500;

    private static final long PATIENCE_MS = 10_000;
    private static final long BETWEEN_TRIES_MS = 500;

    private final URI broker;
    private final String clientId;
    private @Nullable Connection connection;

    public Outbox(URI broker, String clientId) {
        this.broker = broker;
        this.clientId = clientId;
    }

    /** Returns when the message is on its way; tries again on a new connection for as long as it takes. */
    public void send(String topic, byte[] bytes) throws InterruptedException {
        while (true) {
            try {
                Connection current = connection;
                if (current == null) {
                    current = new Connection(broker, clientId);
                    connection = current;
                }
                current.send(topic, bytes);
                return;
            } catch (MqttException e) {
                drop();
                Thread.sleep(BETWEEN_TRIES_MS);
            }
        }
    }

    /** Waits for what is on its way, a second at most, and leaves. */
    @Override
    public void close() {
        Connection current = connection;
        if (current != null) current.finish();
        drop();
    }

    private void drop() {
        Connection current = connection;
        connection = null;
        if (current != null) current.close();
    }

    /** One life of one Paho client. */
    private static final class Connection implements MqttCallback, AutoCloseable {
        private final MqttAsyncClient client;
        private volatile Semaphore window = new Semaphore(1);
        private int size = 1;
        private volatile boolean lost;

        Connection(URI broker, String clientId) throws MqttException {
            client = new MqttAsyncClient(broker.toString(), clientId, new MemoryPersistence());
            try {
                client.setCallback(this);
                IMqttToken connected = client.connect(new MqttConnectionOptions());
                connected.waitForCompletion(PATIENCE_MS);
                MqttProperties properties = connected.getResponseProperties();
                Integer allowed = properties == null ? null : properties.getReceiveMaximum();
                size = allowed == null ? WINDOW : Math.max(1, Math.min(WINDOW, allowed / 2));
                window = new Semaphore(size);
            } catch (MqttException e) {
                close();
                throw e;
            }
        }

        void send(String topic, byte[] payload) throws MqttException, InterruptedException {
            if (!window.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS))
                throw new MqttException(MqttClientException.REASON_CODE_CLIENT_TIMEOUT);
            if (lost) throw new MqttException(MqttClientException.REASON_CODE_CONNECTION_LOST);
            client.publish(topic, payload, 1, false);
        }

        void finish() {
            try {
                if (!lost && window.tryAcquire(size, 1, TimeUnit.SECONDS))
                    client.disconnect().waitForCompletion(1_000);
            } catch (MqttException | InterruptedException e) {
                Thread.currentThread().interrupt(); // the connection is cut next, whatever is on its way
            }
        }

        @Override
        public void close() {
            try {
                client.disconnectForcibly(0, 1, false);
                client.close(true);
            } catch (MqttException e) {
                // closed or never connected: nothing is left to give back
            }
        }

        @Override
        public void deliveryComplete(IMqttToken token) {
            window.release();
        }

        /** Wakes the sender: what it waits for will not come on this connection. */
        @Override
        public void disconnected(MqttDisconnectResponse response) {
            lost = true;
            window.release(WINDOW);
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void messageArrived(String topic, MqttMessage message) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
