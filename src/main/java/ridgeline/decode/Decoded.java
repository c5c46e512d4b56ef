package ridgeline.decode;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Absence;
import ridgeline.domain.Reading;

/** What a message turned out to hold. */
public sealed interface Decoded {
    /**
     * At least one reading.
     *
     * @param flaw what part of the message could not be used, null when all of it could
     */
    record Readings(List<Reading> readings, @Nullable String flaw) implements Decoded {
        public Readings {
            readings = List.copyOf(readings);
        }
    }

    /** A sensor is configured for the topic, but no value may be taken from this message. */
    record Rejected(String reason) implements Decoded {}

    /**
     * Well-formed, and nothing to store.
     *
     * @param held what a retained copy holds whose age nobody knows, stamped on arrival for want of better; else empty
     */
    record Ignored(String reason, List<Reading> held) implements Decoded {
        public Ignored {
            held = List.copyOf(held);
        }

        Ignored(String reason) {
            this(reason, List.of());
        }
    }

    /** Well-formed, and the devices of some sensors are gone. */
    record Gone(String reason, List<Absence> absences) implements Decoded {
        public Gone {
            absences = List.copyOf(absences);
        }
    }

    /** No sensor is configured for the topic. */
    record Unmatched() implements Decoded {}
}
