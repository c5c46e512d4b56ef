package ridgeline.cli;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the process small without command line options: {@code java -jar} gives the heap a share of the machine's memory, and a
 * collector that sees no need to collect fills it. Called once, when everything is loaded.
 */
final class Footprint {
    private static final Logger LOG = LoggerFactory.getLogger(Footprint.class);

    private Footprint() {}

    static void settle() {
        try {
            HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            options.setVMOption("MinHeapFreeRatio", "10");
            options.setVMOption("MaxHeapFreeRatio", "30");
            options.setVMOption("G1PeriodicGCInterval", "60000");
        } catch (IllegalArgumentException notThisCollector) {
            LOG.debug("the collector takes no such option: {}", notThisCollector.getMessage());
        }
        System.gc();
    }
}
