package ridgeline.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A client with a session that outlives its connection; keeps what it hears, in order. */
final class Listener implements AutoCloseable, MqttCallback {
    record Heard(String topic, String text) {}

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final MqttAsyncClient client;

    private Listener(URI broker, String id) throws MqttException {
        client = new MqttAsyncClient(broker.toString(), id, new MemoryPersistence());
        client.setCallback(this);
    }

    static Listener persistent(URI broker, String id) throws MqttException {
        Listener listener = new Listener(broker, id);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(3_600L);
        listener.client.connect(options).waitForCompletion(PATIENCE.toMillis());
        return listener;
    }

    void subscribe(String filter) throws MqttException {
        client.subscribe(filter, 1).waitForCompletion(PATIENCE.toMillis());
    }

    /** Waits until {@code count} messages were heard, or patience ends; gives what there is. */
    List<Heard> await(int count) throws InterruptedException {
        List<Heard> list = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (list.size() < count) {
            Heard next = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) break;
            list.add(next);
        }
        return list;
    }

    List<Heard> heardSoFar() {
        return List.copyOf(heard);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        heard.add(new Heard(topic, new String(message.getPayload(), StandardCharsets.UTF_8)));
    }

    @Override
    public void close() throws MqttException {
        client.disconnect().waitForCompletion(PATIENCE.toMillis());
        client.close();
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
