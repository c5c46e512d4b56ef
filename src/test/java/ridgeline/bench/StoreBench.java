package ridgeline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import ridgeline.domain.Quality;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Series;
import ridgeline.store.ReadingLog;
import ridgeline.testing.Keeping;

/** What it costs to put a batch of readings of 200 series on the disk, rollups, ledger and fsync included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StoreBench {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int SERIES = 200;

    @Param({"4", "1000"})
    public int batch;

    private final List<Series> series = new ArrayList<>();
    private Path folder;
    private ReadingLog log;
    private long t;
    private int packet;

    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory("store-bench");
        log = ReadingLog.open(folder.resolve("bench.db"), Keeping.everything(ZONE));
        for (int i = 0; i < SERIES; i++) series.add(Series.of("s" + i, "v", Quantity.TEMPERATURE));
        t = 1_795_600_000_000L;
    }

    @Benchmark
    public void append() {
        for (int i = 0; i < batch; i++) {
            Series one = series.get(packet % SERIES);
            log.isRedelivered(packet++ % 65_535 + 1, "topic", new byte[100], false);
            log.put(new Reading(one, t, t % 1000 / 10.0, Quality.GOOD, true));
            if (packet % SERIES == 0) t += 1000;
        }
        log.commit();
    }

    @TearDown
    public void close() throws IOException {
        log.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
