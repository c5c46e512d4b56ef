package ridgeline.kiosk;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import ridgeline.feed.Inbox;
import ridgeline.flow.Tally;

/** What the parts count, as Prometheus text. Reading a counter is all it costs: nothing is measured twice. */
final class Metrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Metrics(Tally tally, Inbox inbox) {
        tally.messages()
                .forEach((result, count) -> FunctionCounter.builder("ridgeline.messages", count, adder -> adder.sum())
                        .tag("result", result)
                        .description("Messages taken from the broker, by what became of them")
                        .register(registry));
        FunctionCounter.builder("ridgeline.readings.committed", tally, Tally::readings)
                .description("Readings committed to the database")
                .register(registry);
        FunctionCounter.builder("ridgeline.readings.corrected", tally, Tally::corrections)
                .description("Readings that replaced another value of the same series and time")
                .register(registry);
        FunctionTimer.builder("ridgeline.commit", tally, Tally::commits, Tally::commitNanos, TimeUnit.NANOSECONDS)
                .description("Batches committed and the time they took")
                .register(registry);
        FunctionCounter.builder("ridgeline.commit.failures", tally, Tally::failures)
                .description("Batches that could not be stored and were tried again")
                .register(registry);
        Gauge.builder("ridgeline.inbox.bytes", inbox, Inbox::bytes)
                .description("Bytes taken from the broker and not yet committed")
                .register(registry);
        Gauge.builder(
                        "ridgeline.heap.used.bytes",
                        ManagementFactory.getMemoryMXBean(),
                        memory -> memory.getHeapMemoryUsage().getUsed())
                .register(registry);
    }

    void screens(IntSupplier viewers, IntSupplier staleSeries) {
        Gauge.builder("ridgeline.viewers", viewers::getAsInt)
                .description("Open live streams")
                .register(registry);
        Gauge.builder("ridgeline.series.stale", staleSeries::getAsInt)
                .description("Series that have fallen silent")
                .register(registry);
    }

    String scrape() {
        return registry.scrape();
    }
}
