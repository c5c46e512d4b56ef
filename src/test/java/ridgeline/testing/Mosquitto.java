package ridgeline.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A real Mosquitto as a process of its own, set up as the product asks for: no limit on what waits, nothing forgotten. */
public final class Mosquitto implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/sbin/mosquitto"), Path.of("/usr/local/sbin/mosquitto"), Path.of("/usr/bin/mosquitto"));

    private final Path folder;
    private final int port;
    private Process process;

    private Mosquitto(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        process = launch();
    }

    /** Starts one on a free port; skips the test where Mosquitto is not installed, but fails it in CI. */
    public static Mosquitto start(Path folder) throws IOException {
        return start(folder, true);
    }

    /** One that forgets everything when it ends and spends no time on its disk. */
    public static Mosquitto inMemory(Path folder) throws IOException {
        return start(folder, false);
    }

    private static Mosquitto start(Path folder, boolean durable) throws IOException {
        if (PLACES.stream().noneMatch(Files::isExecutable)) {
            String missing = "mosquitto is not installed; apt-get install mosquitto";
            if ("true".equals(System.getenv("CI"))) Assertions.fail(missing);
            Assumptions.abort(missing);
        }
        int port = freePort();
        Files.writeString(
                folder.resolve("mosquitto.conf"),
                String.join(
                        "\n",
                        "listener " + port + " 127.0.0.1",
                        "allow_anonymous true",
                        "user " + System.getProperty("user.name"),
                        "max_queued_messages 0",
                        "persistence " + durable,
                        "persistence_location " + folder + "/",
                        "autosave_interval 1",
                        "autosave_on_changes true",
                        ""));
        return new Mosquitto(folder, port);
    }

    /** A port that was free a moment ago. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
        Process started = new ProcessBuilder(
                        program.toString(),
                        "-c",
                        folder.resolve("mosquitto.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("mosquitto.log").toFile()))
                .start();
        Await.until("mosquitto listens, see " + folder, START, () -> isListening(port));
        return started;
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public URI url() {
        return URI.create("tcp://127.0.0.1:" + port);
    }

    /** Ends it in good order. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) throw new AssertionError("mosquitto does not end");
    }

    /** Ends it with SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again on the same port, with what it has kept. */
    public void again() throws IOException {
        process = launch();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
