package ridgeline.decode;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Reading;

/** Gathers what one message gives to one sensor. */
final class Outcome {
    /** Beyond this a message is no batch of a sensor. */
    private static final int MOST_READINGS = 1000;

    private final List<Reading> readings;
    private @Nullable List<Reading> aged;
    private @Nullable String flaw;
    private @Nullable String idle;

    Outcome(int channels) {
        readings = new ArrayList<>(channels);
    }

    void add(Reading reading) {
        if (readings.size() < MOST_READINGS) readings.add(reading);
        else flaw("more than " + MOST_READINGS + " readings");
    }

    /** A retained copy of unknown age: shown, not stored. */
    void addAged(Reading reading) {
        if (aged == null) aged = new ArrayList<>();
        if (aged.size() < MOST_READINGS) aged.add(reading);
    }

    void flaw(String what) {
        if (flaw == null) flaw = what;
    }

    /** Why there may be nothing, which is nobody's fault. */
    void idle(String why) {
        if (idle == null) idle = why;
    }

    Decoded decoded(String otherwise) {
        if (!readings.isEmpty()) return new Decoded.Readings(readings, flaw);
        if (flaw != null) return new Decoded.Rejected(flaw);
        if (aged != null) return new Decoded.Ignored("retained, and its age is unknown", aged);
        return new Decoded.Ignored(idle == null ? otherwise : idle);
    }
}
