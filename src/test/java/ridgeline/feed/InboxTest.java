package ridgeline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static Arrival message(int number, int bytes) {
        return new Arrival.Message("t", new byte[bytes], number, false, false, 0, null, id -> {});
    }

    private static List<Integer> numbers(List<Arrival> arrivals) {
        return arrivals.stream()
                .map(arrival -> ((Arrival.Message) arrival).packetId())
                .toList();
    }

    @Test
    void givesOutWhatCameFirstFirst() {
        Inbox inbox = new Inbox(1_000_000);
        for (int i = 1; i <= 10; i++) assertThat(inbox.offer(message(i, 10))).isTrue();
        List<Arrival> taken = new ArrayList<>();
        inbox.drainTo(taken, 4);
        assertThat(numbers(taken)).containsExactly(1, 2, 3, 4);
        inbox.drainTo(taken, 100);
        assertThat(numbers(taken)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(inbox.isEmpty()).isTrue();
    }

    @Test
    void refusesOnceItHoldsItsLimitAndTakesNothingThen() {
        Inbox inbox = new Inbox(10_000);
        int taken = 0;
        while (inbox.offer(message(taken + 1, 1_000))) taken++;
        assertThat(taken).isBetween(8, 10);
        assertThat(inbox.bytes()).isBetween(10_000L, 11_500L);
        List<Arrival> all = new ArrayList<>();
        inbox.drainTo(all, 100);
        assertThat(all).hasSize(taken);
        assertThat(inbox.bytes()).isZero();
    }

    @Test
    void hasRoomForAConnectionOnlyWhenMostIsWorkedOff() {
        Inbox inbox = new Inbox(10_000);
        while (inbox.offer(message(1, 1_000)))
            ;
        assertThat(inbox.hasRoom()).isFalse();
        List<Arrival> taken = new ArrayList<>();
        while (!inbox.hasRoom()) inbox.drainTo(taken, 1);
        assertThat(inbox.bytes()).isBetween(1_000L, 2_500L);
    }

    @Test
    void wakesItsReaderForEachArrivalItTook() {
        Inbox inbox = new Inbox(2_000);
        AtomicInteger woken = new AtomicInteger();
        inbox.onArrival(woken::incrementAndGet);
        int taken = 0;
        while (inbox.offer(message(1, 500))) taken++;
        assertThat(woken).hasValue(taken);
    }
}
