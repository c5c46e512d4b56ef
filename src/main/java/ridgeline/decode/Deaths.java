package ridgeline.decode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Absence;
import ridgeline.domain.Sensor;

/**
 * Sparkplug's certificates of death (3.0.0, sections 6.4.19 and 6.4.24): a node takes its devices along. One of a session that a
 * birth has ended already says nothing. Confined to the decoding thread.
 */
final class Deaths {
    /** Of nodes and of devices; what values come on need not include them. */
    static final Set<String> FILTERS = Set.of("spBv1.0/+/NDEATH/+", "spBv1.0/+/DDEATH/+/+");

    private static final String SESSION = "bdSeq";

    private final Births births;
    private final List<Lives> sensors = new ArrayList<>();

    private record Lives(TopicFilter filter, Sensor sensor) {}

    Deaths(Births births) {
        this.births = births;
    }

    void watch(TopicFilter filter, Sensor sensor) {
        sensors.add(new Lives(filter, sensor));
    }

    /** Null when the topic tells no death of a configured sensor. */
    @Nullable
    Decoded read(String topic, byte[] payload, long arrived) {
        if (sensors.isEmpty() || !topic.startsWith("spBv1.0/")) return null;
        String[] levels = topic.split("/", -1);
        boolean ofNode = levels.length == 4 && levels[2].equals("NDEATH");
        if (!ofNode && !(levels.length == 5 && levels[2].equals("DDEATH"))) return null;
        List<Absence> absences = absences(levels, ofNode, arrived);
        if (absences.isEmpty()) return null;
        if (!ofNode) return new Decoded.Gone("Sparkplug: the device went offline", absences);
        String node = levels[1] + "/" + levels[3];
        try {
            if (isOfEarlierSession(node, payload))
                return new Decoded.Ignored("Sparkplug: the death of a session before the last birth");
        } catch (IOException notSparkplug) {
            return new Decoded.Rejected("not sparkplug: " + Shown.line(notSparkplug.getMessage()));
        }
        births.forget(node);
        return new Decoded.Gone("Sparkplug: the edge node went offline", absences);
    }

    private boolean isOfEarlierSession(String node, byte[] payload) throws IOException {
        Long born = births.session(node);
        if (born == null) return false;
        for (Protobuf.Metric metric : Protobuf.payload(payload).metrics())
            if (metric.name().equals(SESSION) && metric.raw() instanceof Long died) return !died.equals(born);
        return false;
    }

    static boolean isSession(Protobuf.Metric metric) {
        return metric.name().equals(SESSION);
    }

    private List<Absence> absences(String[] levels, boolean ofNode, long arrived) {
        String before = "spBv1.0/" + levels[1] + "/";
        String device = levels[3] + "/" + (ofNode ? String.valueOf(Presence.ANY) : levels[4]);
        Set<String> topics = new LinkedHashSet<>(List.of(before + "DBIRTH/" + device, before + "DDATA/" + device));
        if (ofNode) topics.addAll(List.of(before + "NBIRTH/" + levels[3], before + "NDATA/" + levels[3]));
        List<Absence> absences = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        for (Lives one : sensors) {
            for (String topic : topics) {
                Map<String, String> captured = one.filter().match(topic);
                if (captured == null) continue;
                Absence absence = new Absence(Presence.ids(one.sensor(), captured), arrived);
                if (known.add(absence.sensorIds().pattern())) absences.add(absence);
            }
        }
        return absences;
    }
}
