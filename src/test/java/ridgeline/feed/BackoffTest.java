package ridgeline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void waitsLongerEachTimeUpToACap() {
        for (long seed = 0; seed < 200; seed++) {
            Backoff backoff = new Backoff(new Random(seed));
            long range = 250;
            for (int attempt = 0; attempt < 12; attempt++) {
                assertThat(backoff.next())
                        .as("seed %d, attempt %d", seed, attempt)
                        .isBetween(Duration.ofMillis(range / 5), Duration.ofMillis(range + range / 5));
                range = Math.min(5_000, 2 * range);
            }
        }
    }

    @Test
    void beginsAnewAfterASuccess() {
        Backoff backoff = new Backoff(new Random(1));
        for (int i = 0; i < 10; i++) backoff.next();
        backoff.reset();
        assertThat(backoff.next()).isLessThan(Duration.ofMillis(301));
    }

    @Test
    void spreadsManyKiosksOverTheWholeWait() {
        Random random = new Random(7);
        long early = 0;
        for (int kiosk = 0; kiosk < 1_000; kiosk++) {
            if (new Backoff(random).next().toMillis() < 175) early++;
        }
        assertThat(early).isBetween(400L, 600L);
    }
}
