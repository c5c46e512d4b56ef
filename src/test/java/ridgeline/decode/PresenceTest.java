package ridgeline.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private static final String READINGS = ", format: json, readings: [{quantity: temperature, at: /t, unit: degC}]";

    private static Entries entries(String availability) {
        return Entries.of("id: 'b-{d}', topic: 'z/{d}', availability: {" + availability + "}" + READINGS);
    }

    private static List<String> read(Entries entries, String topic, String payload) {
        return entries.read(topic, payload.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void itHearsTheTopicToo() {
        assertThat(entries("topic: 'z/{d}/availability'").subscriptions())
                .containsExactlyInAnyOrder("z/+", "z/+/availability");
    }

    @Test
    void itMeansTheDeviceOfTheTopicAndNoOther() {
        Entries entries = entries("topic: 'z/{d}/availability'");
        assertThat(entries.isGone("b-lobby", "z/lobby/availability", "offline")).isTrue();
        assertThat(entries.isGone("b-lobby", "z/lobby/availability", "{\"state\":\"offline\"}"))
                .isTrue();
        assertThat(entries.isGone("b-pool", "z/lobby/availability", "offline")).isFalse();
    }

    @Test
    void itMeansAllDevicesOfABridge() {
        Entries entries = entries("topic: 'z/bridge/state'");
        assertThat(entries.isGone("b-lobby", "z/bridge/state", "offline")).isTrue();
        assertThat(entries.isGone("c-lobby", "z/bridge/state", "offline")).isFalse();
    }

    @Test
    void itTakesConfiguredWordsAtAConfiguredPlace() {
        Entries entries = entries("topic: 'z/{d}/lwt', at: /net/up, online: true, offline: [false, Asleep]");
        assertThat(entries.isGone("b-x", "z/x/lwt", "{\"net\":{\"up\":false}}")).isTrue();
        assertThat(entries.isGone("b-x", "z/x/lwt", "{\"net\":{\"up\":\"asleep\"}}"))
                .isTrue();
        assertThat(read(entries, "z/x/lwt", "{\"net\":{\"up\":true}}"))
                .containsExactly("[nothing availability: online]");
        assertThat(read(entries, "z/x/lwt", "{\"net\":{}}").get(0)).contains("says neither online nor offline");
        assertThat(read(entries, "z/x/lwt", "{\"net\"").get(0)).startsWith("[refused availability: not JSON: ");
    }

    @Test
    void itIsNoReadingOfASensorWhoseFilterIsWideEnough() {
        Entries entries = Entries.of("id: 'b-{d}', topic: 'z/{d}/{w}', availability: {topic: 'z/{d}/lwt'}" + READINGS);
        assertThat(read(entries, "z/x/lwt", "online")).containsExactly("[nothing availability: online]");
        assertThat(entries.isGone("b-x", "z/x/lwt", "offline")).isTrue();
        assertThat(read(entries, "z/x/up", "{\"t\":1}")).containsExactly("b-x.temperature=1.0");
        assertThat(read(entries, "z/x/lwt", "")).containsExactly("[nothing empty payload]");
    }
}
