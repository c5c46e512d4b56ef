package ridgeline.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes out of the inbox, in the order in which it came off the wire. Immutable; crosses to the writer lane. */
public sealed interface Arrival {
    /** How much of the inbox it fills. */
    int bytes();

    /**
     * A connection was made; every message after this one and before the next came over it.
     *
     * @param at when it was made (epoch ms)
     * @param sessionPresent whether the broker kept our session: then what it sends first may be redelivered
     */
    record Opened(long connection, long at, boolean sessionPresent) implements Arrival {
        @Override
        public int bytes() {
            return 64;
        }
    }

    /**
     * One PUBLISH.
     *
     * @param packetId 1 to 65535, or 0 at QoS 0
     * @param retained whether the broker kept it from earlier: its age is unknown unless it carries its time
     * @param repeated whether the broker says that it may have sent it before; true only at QoS 1
     * @param arrived when it came off the wire (epoch ms)
     * @param flaw what is wrong with the packet itself, null for a sound one
     */
    @SuppressWarnings("ArrayRecordComponent") // the bytes as they came; nobody writes to them or compares them
    record Message(
            String topic,
            byte[] payload,
            int packetId,
            boolean retained,
            boolean repeated,
            long arrived,
            @Nullable String flaw,
            Acknowledgement acknowledgement)
            implements Arrival {
        /** Object headers, queue node and references beside the bytes themselves. */
        private static final int OVERHEAD = 160;

        /** Best effort, on the connection it came from and no other; the truth is what the broker sends again. */
        public void acknowledge() {
            if (packetId == 0) return;
            acknowledgement.send(packetId);
            acknowledgement.flush();
        }

        @Override
        public int bytes() {
            return OVERHEAD + 2 * topic.length() + payload.length;
        }
    }

    /** Tells the broker that packets are stored. Never throws, never waits. Confined to the writer lane. */
    interface Acknowledgement {
        void send(int packetId);

        /** What was sent goes out now. */
        default void flush() {}
    }

    /** Acknowledges all messages among them, in their order, each on the connection it came from. */
    static void acknowledge(List<Arrival> arrivals) {
        Acknowledgement open = null;
        for (Arrival arrival : arrivals) {
            if (!(arrival instanceof Message message) || message.packetId() == 0) continue;
            if (open != null && open != message.acknowledgement()) open.flush();
            open = message.acknowledgement();
            open.send(message.packetId());
        }
        if (open != null) open.flush();
    }
}
