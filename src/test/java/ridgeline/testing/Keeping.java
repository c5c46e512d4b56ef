package ridgeline.testing;

import java.time.Period;
import java.time.ZoneId;
import ridgeline.store.Keep;

/** How long a test keeps what it stores. */
public final class Keeping {
    private static final Period EVER = Period.ofYears(100);

    private Keeping() {}

    public static Keep everything(ZoneId zone) {
        return new Keep(EVER, EVER, EVER, Long.MAX_VALUE, zone);
    }
}
