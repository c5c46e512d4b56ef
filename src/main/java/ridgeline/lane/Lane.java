package ridgeline.lane;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One named daemon thread. Tasks run one at a time, in order; a task that throws is logged and does not stop the next. */
public final class Lane implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(10);

    private final String name;
    private final ScheduledThreadPoolExecutor thread;

    public Lane(String name) {
        this.name = name;
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Runs the task on this lane; after {@link #close} it is dropped without a word. */
    @Override
    public void execute(Runnable task) {
        try {
            thread.execute(() -> attempt(task));
        } catch (RejectedExecutionException closed) {
            LOG.debug("{} is closed, dropped {}", name, task);
        }
    }

    /** Runs the task on this lane after a while. */
    @SuppressWarnings("FutureReturnValueIgnored") // attempt() already reports what the future would hold
    public void after(Duration wait, Runnable task) {
        try {
            thread.schedule(() -> attempt(task), wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("{} is closed, dropped {}", name, task);
        }
    }

    /** Runs the task again and again, each time {@code pause} after the last run ended. */
    @SuppressWarnings("FutureReturnValueIgnored") // attempt() already reports what the future would hold
    public void every(Duration pause, Runnable task) {
        thread.scheduleWithFixedDelay(() -> attempt(task), pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs the task on this lane; its result or exception completes the future on this lane. */
    public <T> CompletableFuture<T> submit(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            thread.execute(() -> {
                try {
                    result.complete(task.call());
                } catch (Throwable failure) {
                    result.completeExceptionally(failure);
                }
            });
        } catch (RejectedExecutionException closed) {
            result.completeExceptionally(closed);
        }
        return result;
    }

    private void attempt(Runnable task) {
        try {
            task.run();
        } catch (Throwable failure) {
            LOG.error("{}: a task failed; the lane goes on", name, failure);
        }
    }

    /** Finishes what is running and queued, drops what is scheduled for later. Must not be called from the lane itself. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} did not end within {}", name, CLOSE_WAIT);
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
