package ridgeline.testing;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A broker that does what a test tells it, to the byte, and writes down what its one client does. */
public final class FakeBroker implements AutoCloseable {
    private final ServerSocket server;
    private final BlockingQueue<Peer> arrived = new LinkedBlockingQueue<>();
    private final List<Peer> all = new CopyOnWriteArrayList<>();
    private volatile boolean sessionPresent;
    private volatile boolean welcoming = true;

    public FakeBroker() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** What the next CONNACK says about the session. */
    public FakeBroker sessionPresent(boolean present) {
        sessionPresent = present;
        return this;
    }

    /** Whether a CONNECT is answered at all. */
    public FakeBroker welcoming(boolean answers) {
        welcoming = answers;
        return this;
    }

    public String url() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    /** The next connection that has sent its CONNECT. */
    public Peer next(Duration atMost) throws InterruptedException {
        Peer peer = arrived.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (peer == null) throw new AssertionError("nobody connected within " + atMost);
        return peer;
    }

    /** How many have connected so far. */
    public int connections() {
        return all.size();
    }

    private void accept() throws IOException {
        while (true) {
            Peer peer = new Peer(server.accept());
            start(peer::serve);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // the other side, or the test, has had enough
                    }
                },
                "fake broker");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Peer peer : all) peer.close();
    }

    /** One connection of the client. */
    public final class Peer implements Closeable {
        private final Socket socket;
        private final List<Integer> acknowledged = new CopyOnWriteArrayList<>();
        private final List<String> subscribed = new CopyOnWriteArrayList<>();
        private final List<String> unsubscribed = new CopyOnWriteArrayList<>();
        private volatile boolean open = true;
        private volatile boolean silent;

        private Peer(Socket socket) {
            this.socket = socket;
            all.add(this);
        }

        private void serve() throws IOException {
            try (socket) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                while (true) answer(Wire.read(in));
            } finally {
                open = false;
            }
        }

        private void answer(Wire.Packet packet) throws IOException {
            switch (packet.type()) {
                case 1 -> {
                    if (welcoming) send(Wire.packet(0x20, (byte) (sessionPresent ? 1 : 0), (byte) 0, (byte) 0));
                    arrived.add(this);
                }
                case 3 -> send(Wire.packet(packet.first(), packet.body())); // it hears what it says
                case 4 -> acknowledged.add(packet.twoBytes(0));
                case 8 -> granted(packet, 0x90, subscribed, (byte) 1);
                case 10 -> granted(packet, 0xb0, unsubscribed, (byte) 0);
                case 12 -> send(Wire.packet(0xd0));
                case 14 -> open = false;
                default -> throw new AssertionError("the client sends a packet of type " + packet.type());
            }
        }

        private void granted(Wire.Packet packet, int type, List<String> list, byte code) throws IOException {
            List<String> filters = Wire.filters(packet);
            byte[] answer = new byte[3 + filters.size()];
            answer[0] = packet.body()[0];
            answer[1] = packet.body()[1];
            for (int i = 3; i < answer.length; i++) answer[i] = code;
            list.addAll(filters);
            send(Wire.packet(type, answer));
        }

        public void send(byte[]... packets) throws IOException {
            if (silent) return;
            synchronized (socket) {
                for (byte[] packet : packets) socket.getOutputStream().write(packet);
            }
        }

        /** From now on it reads and never answers. */
        public void fallSilent() {
            silent = true;
        }

        public boolean isOpen() {
            return open;
        }

        /** Packet ids in the order in which they were acknowledged. */
        public List<Integer> acknowledged() {
            return new ArrayList<>(acknowledged);
        }

        public List<String> subscribed() {
            return new ArrayList<>(subscribed);
        }

        public List<String> unsubscribed() {
            return new ArrayList<>(unsubscribed);
        }

        /** Cuts the connection without a word. */
        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
