package ridgeline.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Set;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** A Paho client whose incoming bytes pass a {@link GuardedStream}. State lives in the broker's session and in the store. */
final class GuardedClient extends MqttAsyncClient {
    private final int largestPacket;
    private final Set<Integer> repeated;
    private final Runnable awaitRoom;
    private final SharedOutput output = new SharedOutput();

    GuardedClient(String url, String clientId, int largestPacket, Set<Integer> repeated, Runnable awaitRoom)
            throws MqttException {
        super(url, clientId, new MemoryPersistence());
        this.largestPacket = largestPacket;
        this.repeated = repeated;
        this.awaitRoom = awaitRoom;
    }

    @Override
    protected NetworkModule[] createNetworkModules(String address, MqttConnectionOptions options) throws MqttException {
        return Arrays.stream(super.createNetworkModules(address, options))
                .map(wire -> new Guarded(wire, largestPacket, repeated, awaitRoom, output))
                .toArray(NetworkModule[]::new);
    }

    /** Takes whole packets past Paho, once connected. */
    SharedOutput output() {
        return output;
    }

    private record Guarded(
            NetworkModule wire, int largestPacket, Set<Integer> repeated, Runnable awaitRoom, SharedOutput output)
            implements NetworkModule {
        @Override
        public void start() throws IOException, MqttException {
            wire.start();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new GuardedStream(wire.getInputStream(), largestPacket, repeated, awaitRoom);
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return output.over(wire.getOutputStream());
        }

        @Override
        public void stop() throws IOException {
            wire.stop();
        }

        @Override
        public String getServerURI() {
            return wire.getServerURI();
        }
    }
}
