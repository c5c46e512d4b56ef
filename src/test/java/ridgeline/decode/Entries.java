package ridgeline.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ridgeline.config.ConfigFolder;
import ridgeline.config.Read;
import ridgeline.domain.Quality;
import ridgeline.domain.Reading;
import ridgeline.domain.Site;

/** A decoder for entries as they are written in {@code sensors.yaml}, and what it says in short. */
final class Entries {
    private final Decoder decoder;

    private Entries(Decoder decoder) {
        this.decoder = decoder;
    }

    /** @param entries without braces and venue; id and topic are {@code s0}, {@code s1} … and {@code t} unless given */
    static Entries of(String... entries) {
        StringBuilder file = new StringBuilder("venues: [{id: v}]\nsensors:\n");
        for (int i = 0; i < entries.length; i++) {
            file.append("  - {venue: v, ");
            if (!entries[i].contains("id: ")) file.append("id: s").append(i).append(", ");
            if (!entries[i].contains("topic: ")) file.append("topic: t, ");
            file.append(entries[i]).append("}\n");
        }
        Read<Site> read = ConfigFolder.site("entries", file.toString().getBytes(StandardCharsets.UTF_8));
        Site site = read.value();
        if (site == null) throw new AssertionError(read.problems() + "\n" + file);
        return new Entries(new Decoder(site, Sensors.ZONE));
    }

    /** Whether a message says that a sensor is gone. */
    boolean isGone(String sensorId, String topic, byte[] payload) {
        return decoder.decode(topic, payload, true, Sensors.NOON) instanceof Decoded.Gone gone
                && gone.absences().stream().anyMatch(absence -> absence.covers(sensorId));
    }

    boolean isGone(String sensorId, String topic, String payload) {
        return isGone(sensorId, topic, payload.getBytes(StandardCharsets.UTF_8));
    }

    Set<String> subscriptions() {
        return decoder.subscriptions();
    }

    /** For example {@code s0.pm25=3.0}; a flaw, a refusal or the reason for nothing stands in brackets. */
    List<String> read(String payload) {
        return read("t", payload.getBytes(StandardCharsets.UTF_8));
    }

    List<String> read(String topic, byte[] payload) {
        Decoded decoded = decoder.decode(topic, payload, false, Sensors.NOON);
        if (decoded instanceof Decoded.Readings some) {
            List<String> all =
                    new ArrayList<>(some.readings().stream().map(Entries::shown).toList());
            if (some.flaw() != null) all.add("[flaw " + some.flaw() + "]");
            return all;
        }
        if (decoded instanceof Decoded.Rejected rejected) return List.of("[refused " + rejected.reason() + "]");
        if (decoded instanceof Decoded.Ignored ignored) return List.of("[nothing " + ignored.reason() + "]");
        if (decoded instanceof Decoded.Gone gone) {
            assertThat(gone.absences()).allMatch(absence -> absence.t() == Sensors.NOON);
            return List.of("[gone " + gone.reason() + "]");
        }
        return List.of("[unmatched]");
    }

    private static String shown(Reading reading) {
        String own = reading.ownTime() ? "@" + (reading.t() - Sensors.NOON) / 1000.0 : "";
        String quality =
                reading.quality() == Quality.GOOD ? "" : " " + reading.quality().id();
        return reading.series().id() + "=" + reading.value() + own + quality;
    }
}
