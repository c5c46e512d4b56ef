package ridgeline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoBrokerTest {
    private static final int MANY = 3_000;

    @TempDir
    Path dir;

    @Test
    void itIsHeardOnTheLoopbackInterfaceOnAFreePort() {
        try (DemoBroker one = DemoBroker.start(dir.resolve("one"));
                DemoBroker two = DemoBroker.start(dir.resolve("two"))) {
            assertThat(one.url()).isEqualTo(URI.create("tcp://127.0.0.1:" + one.port()));
            assertThat(one.port()).isPositive().isNotEqualTo(two.port());
        }
    }

    @Test
    void itKeepsForASessionWhatWasPublishedInItsAbsence() throws Exception {
        try (DemoBroker broker = DemoBroker.start(dir)) {
            subscribeAndLeave(broker.url());
            publish(broker.url(), MANY);
            try (Listener back = Listener.persistent(broker.url(), "kiosk")) {
                assertThat(back.await(MANY)).extracting(Listener.Heard::text).containsExactlyElementsOf(numbers(MANY));
            }
        }
    }

    @Test
    void itKeepsSessionsAcrossARestartOnTheSamePort() throws Exception {
        int port;
        try (DemoBroker broker = DemoBroker.start(dir, 0)) {
            port = broker.port();
            subscribeAndLeave(broker.url());
            publish(broker.url(), MANY);
        }
        try (DemoBroker broker = DemoBroker.start(dir, port);
                Listener back = Listener.persistent(broker.url(), "kiosk")) {
            assertThat(broker.port()).isEqualTo(port);
            assertThat(back.await(MANY)).hasSize(MANY);
        }
    }

    @Test
    void itSaysWhichPortIsTaken() {
        try (DemoBroker broker = DemoBroker.start(dir.resolve("one"))) {
            assertThatThrownBy(() -> DemoBroker.start(dir.resolve("two"), broker.port()))
                    .isInstanceOf(DemoException.class)
                    .hasMessageContaining("127.0.0.1:" + broker.port());
        }
    }

    private static void subscribeAndLeave(URI broker) throws Exception {
        try (Listener listener = Listener.persistent(broker, "kiosk")) {
            listener.subscribe("snow/#");
        }
    }

    private static void publish(URI broker, int count) throws Exception {
        var client = new MqttAsyncClient(broker.toString(), "sensor", new MemoryPersistence());
        client.connect(new MqttConnectionOptions()).waitForCompletion(5_000);
        for (int i = 0; i < count; i++) {
            var token = client.publish("snow/" + i % 7, Integer.toString(i).getBytes(), 1, false);
            if (i % 500 == 499 || i == count - 1) token.waitForCompletion(5_000);
        }
        client.disconnect().waitForCompletion(5_000);
        client.close();
    }

    private static java.util.List<String> numbers(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(Integer::toString)
                .toList();
    }
}
