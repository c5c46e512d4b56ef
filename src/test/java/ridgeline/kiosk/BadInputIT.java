package ridgeline.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridgeline.testing.Await;
import ridgeline.testing.KioskFolder;
import ridgeline.testing.KioskProcess;
import ridgeline.testing.Mosquitto;

/** What sensors send when they are broken, through the whole program. */
class BadInputIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REJECTED = "ridgeline_messages_total{result=\"rejected\"}";
    private static final String IGNORED = "ridgeline_messages_total{result=\"ignored\"}";
    private static final String STORED = "ridgeline_messages_total{result=\"stored\"}";

    @TempDir
    private Path folder;

    private static Map<String, byte[]> broken() {
        long now = InstantSource.system().millis();
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("timed/truncated", bytes("{\"t\":" + now + ",\"v\":12"));
        all.put("timed/nan", bytes("{\"t\":" + now + ",\"v\":NaN}"));
        all.put("timed/infinite", bytes("{\"t\":" + now + ",\"v\":1e999}"));
        all.put("timed/text", bytes("{\"t\":" + now + ",\"v\":\"twelve\"}"));
        all.put("timed/deep", bytes("{\"v\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}"));
        all.put("timed/not-utf8", new byte[] {'{', '"', 'v', (byte) 0xff, '"', ':', '1', '}'});
        all.put("timed/large", bytes("{\"v\":1,\"x\":\"" + "x".repeat(1_000_000) + "\"}"));
        all.put("plain/infinite", bytes("1e999"));
        all.put("plain/text", bytes("twelve"));
        all.put("plain/not-utf8", new byte[] {(byte) 0xc3, '1', '2'});
        all.put("plain/large", new byte[1_000_000]);
        return all;
    }

    /** What devices send when they have nothing to say: no reading, and no mistake. */
    private static Map<String, byte[]> silent() {
        return Map.of("timed/empty", new byte[0], "plain/empty", new byte[0], "plain/nan", bytes("NaN"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void countsAndListsWhatItCannotUseStoresNoneOfItAndGoesOn() throws Exception {
        Map<String, byte[]> broken = broken();
        try (Mosquitto mosquitto = Mosquitto.start(Files.createDirectory(folder.resolve("broker")));
                KioskProcess kiosk = KioskProcess.running(
                        KioskFolder.write(folder.resolve("config"), mosquitto.url()), folder.resolve("data"))) {
            Await.until("the kiosk is ready", PATIENCE, () -> kiosk.json("/readyz")
                    .path("ready")
                    .asBoolean());
            publish(mosquitto, silent());
            publish(mosquitto, broken);
            int sound = silent().size() + broken.size();
            Await.until("the sound ones are stored", PATIENCE, () -> kiosk.metric(STORED) == sound);
            assertThat(kiosk.metric(REJECTED)).isEqualTo(broken.size());
            assertThat(kiosk.metric(IGNORED)).isEqualTo(silent().size());
            assertThat(kiosk.readings("plain-sound.visibility"))
                    .hasSize(sound)
                    .allSatisfy(reading -> assertThat(reading.value()).isEqualTo(7));
            assertListed(kiosk, broken);
        }
    }

    /** After each broken one a sound one. */
    private static void publish(Mosquitto mosquitto, Map<String, byte[]> broken) throws MqttException {
        MqttClient sensor = new MqttClient(mosquitto.url().toString(), "sensor", new MemoryPersistence());
        try {
            sensor.connect();
            for (Map.Entry<String, byte[]> one : broken.entrySet()) {
                sensor.publish(one.getKey(), one.getValue(), 1, one.getKey().endsWith("empty"));
                sensor.publish("plain/sound", bytes("7"), 1, false);
            }
            sensor.disconnect();
        } finally {
            sensor.close(true);
        }
    }

    private static void assertListed(KioskProcess kiosk, Map<String, byte[]> broken) {
        Map<String, JsonNode> listed = new LinkedHashMap<>();
        for (JsonNode entry : kiosk.json("/api/v1/quarantine"))
            listed.put(entry.path("topic").asText(), entry);
        assertThat(listed).containsOnlyKeys(broken.keySet());
        broken.forEach((topic, payload) -> {
            assertThat(listed.get(topic).path("count").asInt()).as(topic).isEqualTo(1);
            assertThat(listed.get(topic).path("bytes").asInt()).as(topic).isEqualTo(payload.length);
            assertThat(listed.get(topic).path("reason").asText())
                    .as(topic)
                    .isNotBlank()
                    .hasSizeLessThan(301);
            assertThat(kiosk.readings(topic.replace('/', '-') + ".visibility"))
                    .as(topic)
                    .isEmpty();
        });
    }
}
