package ridgeline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import ridgeline.config.ProfileFile;
import ridgeline.config.StandardFile;
import ridgeline.domain.DayMean;
import ridgeline.domain.Quality;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Series;
import ridgeline.flow.StoredPast;
import ridgeline.standard.Judge;
import ridgeline.standard.Judgement;
import ridgeline.standard.Place;
import ridgeline.standard.Standards;
import ridgeline.store.ReadingLog;
import ridgeline.testing.Keeping;

/**
 * What a restart costs: the windows of 500 series from the rollups of 50 hours, and everything judged once, with two
 * years of days in the file. One shot in a fresh process, as a restart is.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class RestartBench {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long NOW = 1_795_600_000_000L;
    private static final long HOUR = 3_600_000;
    private static final List<Quantity> QUANTITIES = List.of(
            Quantity.PM25,
            Quantity.PM10,
            Quantity.SO2,
            Quantity.NO2,
            Quantity.O3,
            Quantity.CO,
            Quantity.TEMPERATURE,
            Quantity.WIND_SPEED,
            Quantity.NOISE,
            Quantity.HUMIDITY);

    private final Standards standards = StandardFile.builtIn().standards();
    private Path folder;
    private ReadingLog log;

    @Setup
    public void fill() throws IOException {
        folder = Files.createTempDirectory("restart-bench");
        log = ReadingLog.open(folder.resolve("bench.db"), Keeping.everything(ZONE));
        for (int i = 0; i < 500; i++) {
            Series series = Series.of("s" + i / QUANTITIES.size(), "v", QUANTITIES.get(i % QUANTITIES.size()));
            for (long t = NOW - 50 * HOUR; t < NOW; t += 120_000)
                log.put(new Reading(series, t, 10 + t % 17, Quality.GOOD, true));
            long today = NOW / (24 * HOUR);
            for (long day = today - 690; day < today; day++) log.put(new DayMean(series, day, 20, 24, 30, 17));
            log.commit();
        }
    }

    /** The windows alone: from then on readings are taken in. */
    @Benchmark
    public Judge windows() {
        Judge judge = new Judge(
                standards,
                new Judge.Ground(
                        ProfileFile.builtIn(standards, ZONE).profiles(),
                        series -> new Place(Place.of("v").venue(), Map.of()),
                        series -> Optional.of(Duration.ofMinutes(2)),
                        ZONE),
                new StoredPast(log));
        long hour = NOW / HOUR;
        judge.restore(
                log.sums().hours(hour - 50, hour + 1),
                log.sums().minutes(standards.briskQuantities(), (hour - 1) * 60, (hour + 1) * 60));
        judge.restoreSince(log.verdicts());
        return judge;
    }

    /** With everything judged once, in code that has never run before. */
    @Benchmark
    public Judgement verdicts() {
        return windows().judge(NOW);
    }

    @TearDown
    public void close() throws IOException {
        log.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
