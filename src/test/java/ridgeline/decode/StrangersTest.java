package ridgeline.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StrangersTest {
    private final Strangers strangers = new Strangers();

    private void hear(String topic, String payload, long t) {
        strangers.heard(topic, payload.getBytes(StandardCharsets.UTF_8), t);
    }

    @Test
    void itKnowsWhatWasHeardLastAndHowOften() {
        hear("b", "1", 1_000);
        hear("a", "x", 5_000);
        hear("b", "2", 31_000);
        hear("b", "3", 61_000);
        assertThat(strangers.all()).extracting(Strangers.Stranger::topic).containsExactly("a", "b");
        Strangers.Stranger b = strangers.all().get(1);
        assertThat(b.payload()).asString().isEqualTo("3");
        assertThat(b.count()).isEqualTo(3);
        assertThat(b.first()).isEqualTo(1_000);
        assertThat(b.last()).isEqualTo(61_000);
        assertThat(b.rate()).isEqualTo(2.0);
        assertThat(strangers.all().get(0).rate()).isZero();
    }

    @Test
    void itForgetsTheTopicThatWasSilentLongest() {
        for (int i = 0; i < 200; i++) hear("t" + i, "", i);
        hear("t0", "", 200);
        hear("new", "", 201);
        assertThat(strangers.all())
                .hasSize(200)
                .extracting(Strangers.Stranger::topic)
                .contains("t0", "new")
                .doesNotContain("t1");
        assertThat(strangers.forgotten()).isEqualTo(1);
    }

    @Test
    void itKeepsNoLongPayload() {
        hear("a", "x".repeat(20_000), 1);
        assertThat(strangers.all().get(0).payload()).isEmpty();
        assertThat(strangers.all().get(0).bytes()).isEqualTo(20_000);
    }
}
