package ridgeline.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** A clock that begins at the real time and runs faster than it; at speed 1 it is the real clock. Any thread may ask. */
public final class SimClock implements InstantSource {
    private final InstantSource real;
    private final LongSupplier nanoTime;
    private final double speed;
    private final Instant begun;
    private final long nanosAtBegin;

    /**
     * @param nanoTime what a stopwatch shows, in nanoseconds; {@code System::nanoTime}
     * @param speed seconds of simulated time in a real one, 1 to 600
     * @throws IllegalArgumentException when the speed is out of range
     */
    public SimClock(InstantSource real, LongSupplier nanoTime, double speed) {
        if (!(speed >= 1 && speed <= 600))
            throw new IllegalArgumentException("speed is " + speed + ", allowed is 1 to 600");
        this.real = real;
        this.nanoTime = nanoTime;
        this.speed = speed;
        this.begun = real.instant();
        this.nanosAtBegin = nanoTime.getAsLong();
    }

    @Override
    public Instant instant() {
        if (speed == 1) return real.instant();
        return begun.plusNanos((long) ((nanoTime.getAsLong() - nanosAtBegin) * speed));
    }
}
