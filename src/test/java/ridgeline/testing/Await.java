package ridgeline.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens on another thread, instead of sleeping and hoping. */
public final class Await {
    private static final long FIRST_LOOK = 2_000_000;
    private static final long SLOWEST_LOOK = 200_000_000;

    private Await() {}

    /** Returns once the condition holds; fails with {@code what} when it does not within {@code atMost}. */
    public static void until(String what, Duration atMost, BooleanSupplier condition) {
        if (!isReached(atMost, condition)) throw new AssertionError("not within " + atMost + ": " + what);
    }

    /** Fails as soon as the condition stops to hold, returns when it held all the time. */
    public static void holds(String what, Duration time, BooleanSupplier condition) {
        if (isReached(time, () -> !condition.getAsBoolean())) throw new AssertionError("no longer true: " + what);
    }

    private static boolean isReached(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        for (long wait = FIRST_LOOK; !condition.getAsBoolean(); wait = Math.min(SLOWEST_LOOK, wait + wait / 2)) {
            if (System.nanoTime() > end) return false;
            LockSupport.parkNanos(wait);
        }
        return true;
    }
}
