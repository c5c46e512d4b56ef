package ridgeline.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a client and a server and cuts what goes through. */
public final class TcpProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    public TcpProxy(int targetPort) throws IOException {
        target = targetPort;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    public URI url() {
        return URI.create("tcp://127.0.0.1:" + server.getLocalPort());
    }

    /** Closes every connection there is, wherever its bytes are just now. */
    public void cut() {
        for (Socket socket : open) close(socket);
        open.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket broker = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(broker);
                daemon(() -> pump(client, broker));
                daemon(() -> pump(broker, client));
            } catch (IOException closed) {
                // by close(), or the target is away and the client is left to wait
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException cut) {
            // as it is meant to be
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "tcp proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // so much the better
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
