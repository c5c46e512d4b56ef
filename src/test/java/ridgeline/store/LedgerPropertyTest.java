package ridgeline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger against a small broker that keeps its promises, with crashes at any place: never lost, never twice. */
class LedgerPropertyTest {
    private static final int PACKET_IDS = 16;

    @TempDir
    private Path folder;

    /** A message as the broker holds it. Its number is only for the test: payloads repeat all the time. */
    private record Packet(int id, String payload, int number) {}

    /** In order, a window of unacknowledged messages, ids from 1 upwards and round again. */
    private static final class Broker {
        private final int window;
        private final Deque<Packet> unacknowledged = new ArrayDeque<>();
        private int lastId;
        private int next;

        Broker(int window) {
            this.window = window;
        }

        List<Packet> unacknowledged() {
            return List.copyOf(unacknowledged);
        }

        List<Packet> send(int most, Random random) {
            List<Packet> sent = new ArrayList<>();
            while (sent.size() < most && unacknowledged.size() < window) {
                lastId = lastId % PACKET_IDS + 1;
                Packet packet = new Packet(lastId, "v" + random.nextInt(2), next++);
                unacknowledged.addLast(packet);
                sent.add(packet);
            }
            return sent;
        }

        void acknowledged(Packet packet) {
            assertThat(unacknowledged.removeFirst()).isEqualTo(packet);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itStoresEveryMessageOnce(long seed) throws SQLException {
        Random random = new Random(seed);
        Broker broker = new Broker(1 + random.nextInt(PACKET_IDS - 2));
        List<Integer> stored = new ArrayList<>();
        Path file = folder.resolve("ridgeline.db");
        for (int life = 0; life < 25; life++) {
            try (Connection connection = Database.openForWriting(file)) {
                Ledger ledger = new Ledger(connection, PACKET_IDS);
                int connections = 1 + random.nextInt(3);
                for (int i = 0; i < connections; i++) {
                    ledger.opened(life > 0 || i > 0);
                    live(broker, ledger, connection, random, stored);
                }
            }
        }
        List<Integer> all = new ArrayList<>();
        for (int number = 0; number < stored.size(); number++) all.add(number);
        assertThat(stored).as("seed %d", seed).hasSizeGreaterThan(100).isEqualTo(all);
    }

    /** One connection: batches as they come, committed and acknowledged, until it breaks at any of these steps. */
    private static void live(Broker broker, Ledger ledger, Connection connection, Random random, List<Integer> stored)
            throws SQLException {
        Deque<Packet> wire = new ArrayDeque<>(broker.unacknowledged());
        Set<Packet> repeated = Set.copyOf(wire);
        int batches = random.nextInt(8);
        for (int batch = 0; batch <= batches; batch++) {
            wire.addAll(broker.send(random.nextInt(PACKET_IDS), random));
            List<Packet> taken = new ArrayList<>();
            int size = random.nextInt(PACKET_IDS);
            while (taken.size() < size && !wire.isEmpty()) taken.add(wire.removeFirst());
            List<Integer> fresh = new ArrayList<>();
            for (Packet packet : taken) {
                if (!ledger.isRedelivered(
                        packet.id(), "t", Readings.bytes(packet.payload()), repeated.contains(packet)))
                    fresh.add(packet.number());
            }
            ledger.flush();
            connection.commit();
            stored.addAll(fresh);
            int acknowledged = batch < batches ? taken.size() : random.nextInt(taken.size() + 1);
            for (int i = 0; i < acknowledged; i++) broker.acknowledged(taken.get(i));
        }
    }
}
