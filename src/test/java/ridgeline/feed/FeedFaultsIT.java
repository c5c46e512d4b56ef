package ridgeline.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.feed.Heard.SOON;
import static ridgeline.testing.Wire.publish;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ridgeline.testing.Await;
import ridgeline.testing.FakeBroker;

/** Faults that take the feed its real waits to notice. */
class FeedFaultsIT {
    @Test
    void triesAnewWhenTheBrokerAcceptsButNeverAnswers() throws Exception {
        try (FakeBroker broker = new FakeBroker().welcoming(false);
                Heard heard = new Heard(broker.url(), "a/#")) {
            broker.next(SOON);
            Await.until(
                    "it has given up",
                    Duration.ofSeconds(35),
                    () -> heard.feed.status().state().equals(FeedStatus.State.LOST));
            assertThat(heard.feed.status().problem()).contains("cannot connect to " + broker.url());
            broker.welcoming(true);
            broker.next(SOON);
            heard.awaitState(FeedStatus.State.CONNECTED);
        }
        Await.until("Paho's threads are gone", SOON, () -> Heard.threads() == 0);
    }

    @Test
    void stopsAtOnceWhileItWaitsForABrokerThatDoesNotAnswer() throws Exception {
        try (FakeBroker broker = new FakeBroker().welcoming(false);
                Heard heard = new Heard(broker.url(), "a/#")) {
            broker.next(SOON);
            long start = System.nanoTime();
            heard.feed.stopTaking();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void findsABrokerThatFellSilentWithinAQuarterOfAMinute() throws Exception {
        try (FakeBroker broker = new FakeBroker();
                Heard heard = new Heard(broker.url(), "a/#")) {
            FakeBroker.Peer peer = broker.next(SOON);
            heard.awaitState(FeedStatus.State.CONNECTED);
            peer.send(publish("a", "1", 1));
            heard.messages(1);
            peer.fallSilent();
            long start = System.nanoTime();
            Await.until(
                    "the feed sees it",
                    Duration.ofSeconds(25),
                    () -> heard.feed.status().state().equals(FeedStatus.State.LOST));
            assertThat(heard.feed.status().problem()).isEqualTo("the broker has stopped answering");
            broker.next(SOON);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
    }
}
