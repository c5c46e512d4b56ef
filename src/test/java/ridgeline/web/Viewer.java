package ridgeline.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A screen as the wire sees it: one socket on the live stream, read when asked. */
final class Viewer implements AutoCloseable {
    private static final int PATIENCE = 60_000;

    final List<String> comments = new ArrayList<>();
    private final Socket socket = new Socket();
    private final BufferedReader lines;
    String lastId = "";

    /** One event; the data is JSON text. */
    record Event(String id, String name, String data) {}

    /** @param lastId what the browser says it heard last, empty on its first visit */
    Viewer(int port, String path, String lastId, int receiveBuffer) {
        try {
            socket.setReceiveBufferSize(receiveBuffer);
            socket.setSoTimeout(PATIENCE);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            String resume = lastId.isEmpty() ? "" : "Last-Event-ID: " + lastId + "\r\n";
            String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n" + resume + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Viewer of(Rig rig, String path) {
        return new Viewer(rig.server.port(), path, "", 256 * 1024);
    }

    static Viewer back(Rig rig, String lastId) {
        return new Viewer(rig.server.port(), "/api/v1/live", lastId, 256 * 1024);
    }

    Event next() {
        String id = "";
        String name = "";
        String data = "";
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) comments.add(line);
                else if (line.startsWith("id: ")) id = line.substring(4);
                else if (line.startsWith("event: ")) name = line.substring(7);
                else if (line.startsWith("data: ")) data = line.substring(6);
                else if (line.isEmpty() && !name.isEmpty()) {
                    lastId = id;
                    return new Event(id, name, data);
                }
            }
        } catch (SocketTimeoutException silence) {
            throw new AssertionError("nothing came for " + PATIENCE + " ms", silence);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        throw new AssertionError("the stream ended");
    }

    Event next(String name) {
        Event event = next();
        while (!event.name().equals(name)) event = next();
        return event;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
