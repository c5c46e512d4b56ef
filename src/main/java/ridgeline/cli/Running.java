package ridgeline.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Keeps a command alive until the process is told to end, then closes what runs and exits with 0. */
final class Running {
    /** After this the process ends whatever still hangs; nothing that was acknowledged can be lost by it. */
    private static final Duration DEADLINE = Duration.ofMillis(4500);

    private Running() {}

    /** Never returns: the process ends within it on SIGTERM or SIGINT. */
    static int untilStopped(Runnable close) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(close), "shutdown"));
        new CountDownLatch(1).await();
        return Ridgeline.GOOD;
    }

    private static void end(Runnable close) {
        Thread closing = new Thread(close, "closing");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(DEADLINE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(Ridgeline.GOOD);
    }
}
