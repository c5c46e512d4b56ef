package ridgeline.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.feed.Heard.LOOP;
import static ridgeline.feed.Heard.SOON;
import static ridgeline.testing.Wire.NO_PROPERTIES;
import static ridgeline.testing.Wire.packet;
import static ridgeline.testing.Wire.publish;
import static ridgeline.testing.Wire.utf8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridgeline.testing.Await;
import ridgeline.testing.FakeBroker;

class FeedIT {
    private FakeBroker broker;

    @BeforeEach
    void startBroker() throws IOException {
        broker = new FakeBroker();
    }

    @AfterEach
    void stopBroker() throws IOException {
        broker.close();
    }

    /** The connection once the feed is content with it. */
    private FakeBroker.Peer connected(Heard heard) throws InterruptedException {
        FakeBroker.Peer peer = broker.next(SOON);
        heard.awaitState(FeedStatus.State.CONNECTED);
        return peer;
    }

    @Test
    void saysWhenAConnectionWasMadeAndWhetherItsSessionWasThere() throws Exception {
        try (Heard heard = new Heard(broker.sessionPresent(true).url(), "a/#")) {
            connected(heard).send(publish("a/b", "21.5", 7));
            List<Arrival> arrivals = heard.arrivals(1);
            assertThat(arrivals.get(0)).isEqualTo(new Arrival.Opened(1, ((Arrival.Opened) arrivals.get(0)).at(), true));
            Arrival.Message message = heard.messages().get(0);
            assertThat(message.topic()).isEqualTo("a/b");
            assertThat(message.payload()).isEqualTo(utf8("21.5"));
            assertThat(message.flaw()).isNull();
        }
    }

    @Test
    void handsABadTopicOnWithItsFlawAndStaysConnected() throws Exception {
        try (Heard heard = new Heard(broker.url(), "a/#")) {
            FakeBroker.Peer peer = connected(heard);
            byte[] userProperty = {0x26, 0, 1, 'k', 0, 1, 2};
            peer.send(publish("a/\u0001b", "1", 5));
            peer.send(publish("a/+", "1", 6));
            peer.send(publish("", "1", 7));
            peer.send(publish(0x32, utf8("a/c"), 8, userProperty, utf8("2")));
            List<Arrival.Message> messages = heard.messages(4);
            assertThat(messages).extracting(Arrival.Message::topic).containsExactly("a/+b", "a/+", "", "a/c");
            assertThat(messages.subList(0, 3)).extracting(Arrival.Message::flaw).allSatisfy(flaw -> assertThat(flaw)
                    .startsWith("topic: "));
            assertThat(messages.get(3).flaw()).isNull();
            messages.forEach(Arrival.Message::acknowledge);
            Await.until("all are acknowledged", SOON, () -> peer.acknowledged().equals(List.of(5, 6, 7, 8)));
            assertThat(broker.connections()).isEqualTo(1);
            assertThat(feedProblem(heard)).isNull();
        }
    }

    private static String feedProblem(Heard heard) {
        return heard.feed.status().problem();
    }

    @Test
    void refusesADeclaredGiantSaysWhyAndConnectsAnew() throws Exception {
        try (Heard heard = new Heard(broker.url(), "a/#")) {
            FakeBroker.Peer peer = connected(heard);
            broker.welcoming(false);
            peer.send(new byte[] {0x32, -1, -1, -1, 0x7f, 0, 3});
            heard.awaitState(FeedStatus.State.LOST);
            assertThat(feedProblem(heard)).contains("declares a packet of 268435460 bytes");
            broker.next(SOON).close();
            broker.welcoming(true);
            connected(heard);
        }
    }

    @Test
    void passesOnWhatTheBrokerMarksAsSentBefore() throws Exception {
        try (Heard heard = new Heard(broker.url(), "a/#")) {
            FakeBroker.Peer peer = connected(heard);
            peer.send(publish(0x3a, utf8("a"), 1, NO_PROPERTIES, utf8("1")), publish("a", "1", 2));
            assertThat(heard.messages(2)).extracting(Arrival.Message::repeated).containsExactly(true, false);
        }
    }

    @Test
    void tellsATrueRepeatUnderAReusedPacketIdFromARedelivery(@TempDir Path folder) throws Exception {
        try (Heard heard = new Heard(broker.url(), "a/#");
                SlowStore store = new SlowStore(folder.resolve("a.db"), heard.inbox, Duration.ZERO, 1)) {
            FakeBroker.Peer first = connected(heard);
            first.send(publish("a", "0", 1));
            Await.until("it is stored", SOON, () -> first.acknowledged().equals(List.of(1)));
            broker.sessionPresent(true);
            first.close();
            FakeBroker.Peer second = connected(heard);
            second.send(publish("a", "0", 1));
            Await.until("the repeat too", SOON, () -> second.acknowledged().equals(List.of(1)));
            second.close();
            FakeBroker.Peer third = connected(heard);
            third.send(publish(0x3a, utf8("a"), 1, NO_PROPERTIES, utf8("0")), publish("a", "1", 2));
            Await.until(
                    "both are acknowledged", SOON, () -> third.acknowledged().equals(List.of(1, 2)));
            assertThat(store.stored()).containsExactly("0", "0", "1");
        }
    }

    @Test
    void acknowledgesInOrderAndOnlyOverTheConnectionAMessageCameFrom() throws Exception {
        try (Heard heard = new Heard(broker.url(), "a/#")) {
            FakeBroker.Peer first = connected(heard);
            for (int id = 1; id <= 1_000; id++) first.send(publish("a", "1", id));
            List<Arrival.Message> before = heard.messages(1_000);
            before.subList(0, 900).forEach(Arrival.Message::acknowledge);
            List<Integer> ids = IntStream.rangeClosed(1, 900).boxed().toList();
            Await.until("900 are acknowledged", SOON, () -> first.acknowledged().size() == 900);
            assertThat(first.acknowledged()).isEqualTo(ids);
            broker.sessionPresent(true);
            first.close();
            FakeBroker.Peer second = broker.next(SOON);
            heard.awaitState(FeedStatus.State.CONNECTED);
            before.subList(900, 1_000).forEach(Arrival.Message::acknowledge);
            second.send(publish("a", "1", 2_000), publish("a", "1", 2_001));
            heard.messages(1_002).subList(1_000, 1_002).forEach(Arrival.Message::acknowledge);
            Await.until(
                    "the second connection's own",
                    SOON,
                    () -> second.acknowledged().size() == 2);
            assertThat(second.acknowledged()).containsExactly(2_000, 2_001);
        }
    }

    @Test
    void namesTheTakeOverAndDoesNotFightForTheSession() throws Exception {
        try (Heard heard = new Heard(broker.url(), "a/#")) {
            connected(heard).send(packet(0xe0, (byte) 0x8e, (byte) 0));
            heard.awaitState(FeedStatus.State.LOST);
            assertThat(feedProblem(heard)).contains("another client").contains(Heard.CLIENT);
            Await.holds("it keeps away", Duration.ofSeconds(3), () -> broker.connections() == 1);
        }
    }

    @Test
    void givesUpWhatLeftTheConfigurationAlsoAfterARestart() throws Exception {
        Heard.Memory memory = new Heard.Memory();
        try (Heard before = new Heard(broker.url(), List.of("a/+", "b"), memory, 1_000_000)) {
            FakeBroker.Peer peer = connected(before);
            assertThat(peer.subscribed()).containsExactlyInAnyOrder("a/+", "b", LOOP);
            assertThat(peer.unsubscribed()).isEmpty();
        }
        broker.sessionPresent(true);
        try (Heard after = new Heard(broker.url(), List.of("b", "c"), memory, 1_000_000)) {
            FakeBroker.Peer peer = connected(after);
            assertThat(peer.unsubscribed()).containsExactly("a/+");
            assertThat(peer.subscribed()).containsExactlyInAnyOrder("b", "c", LOOP);
            assertThat(memory.read()).containsExactlyInAnyOrder("b", "c", LOOP);
        }
    }

    @Test
    void subscribesAnewToWhatItHoldsSinceABrokerMayHaveLostTheSession() throws Exception {
        try (Heard heard = new Heard(broker.url(), "a/#")) {
            connected(heard).close();
            FakeBroker.Peer second = broker.next(SOON);
            heard.awaitState(FeedStatus.State.CONNECTED);
            assertThat(second.subscribed()).containsExactlyInAnyOrder("a/#", LOOP);
        }
    }

    @Test
    void leavesWhatItHasNoRoomForWithTheBroker() throws Exception {
        try (Heard heard = new Heard(broker.url(), List.of("a/#"), new Heard.Memory(), 20_000)) {
            FakeBroker.Peer first = connected(heard);
            for (int id = 1; id <= 100; id++) first.send(publish("a", "x".repeat(500), id));
            heard.awaitState(FeedStatus.State.SHEDDING);
            Await.until("it has hung up", SOON, () -> !first.isOpen());
            assertThat(heard.inbox.bytes()).isLessThan(21_500);
            Await.holds("it keeps away", Duration.ofMillis(300), () -> broker.connections() == 1);
            int taken = heard.messages(1).size();
            FakeBroker.Peer second = connected(heard);
            second.send(publish("a", "1", taken + 1));
            assertThat(heard.messages(taken + 1))
                    .extracting(Arrival.Message::packetId)
                    .isSorted();
        }
    }

    @Test
    void takesNothingMoreWhenToldToStopButStillAcknowledges() throws Exception {
        try (Heard heard = new Heard(broker.url(), "a/#")) {
            FakeBroker.Peer peer = connected(heard);
            peer.send(publish("a", "1", 1));
            Arrival.Message taken = heard.messages(1).get(0);
            heard.feed.stopTaking();
            peer.send(publish("a", "2", 2));
            taken.acknowledge();
            Await.until("the one it took is acknowledged", SOON, () -> peer.acknowledged()
                    .equals(List.of(1)));
            assertThat(heard.inbox.isEmpty()).isTrue();
        }
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        try (Heard heard = new Heard(broker.url(), "a/#")) {
            connected(heard).close();
            connected(heard);
            assertThat(Heard.threads()).isPositive();
        }
        Await.until("Paho's threads are gone", SOON, () -> Heard.threads() == 0);
    }
}
