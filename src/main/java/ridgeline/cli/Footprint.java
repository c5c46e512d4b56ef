package ridgeline.cli;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ridgeline.lane.Lane;

/**
 * Keeps the process small without command line options: {@code java -jar} gives the heap a share of the machine's memory, and a
 * collector that sees no need to shrink keeps what a burst once needed. Where the options set a heap size, it does nothing.
 */
final class Footprint implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Footprint.class);
    private static final Duration CHECK = Duration.ofSeconds(20);
    private static final long SMALL_HEAP = 64L * 1024 * 1024;
    private static final long CHOSEN_HEAP = 512L * 1024 * 1024;

    private final Lane lane = new Lane("footprint");

    /** Called when everything is loaded; what was needed only for that is given back. */
    Footprint() {
        if (Runtime.getRuntime().maxMemory() <= CHOSEN_HEAP) return;
        try {
            HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            options.setVMOption("MinHeapFreeRatio", "40");
            options.setVMOption("MaxHeapFreeRatio", "60");
        } catch (IllegalArgumentException notThisCollector) {
            LOG.debug("the collector takes no such option: {}", notThisCollector.getMessage());
        }
        System.gc();
        lane.every(CHECK, Footprint::shrink);
    }

    /** A full collection of the twenty megabytes that live here takes some 20 ms; it happens only after bursts. */
    private static void shrink() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        if (heap.getCommitted() > SMALL_HEAP) System.gc();
    }

    @Override
    public void close() {
        lane.close();
    }
}
