package ridgeline.bench;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import ridgeline.config.ProfileFile;
import ridgeline.config.StandardFile;
import ridgeline.domain.Change;
import ridgeline.domain.Quality;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Series;
import ridgeline.domain.Venue;
import ridgeline.domain.Words;
import ridgeline.standard.Judge;
import ridgeline.standard.Judgement;
import ridgeline.standard.Past;
import ridgeline.standard.Place;
import ridgeline.standard.Standards;

/**
 * What judging costs: one committed batch of 1,000 readings in 200 series, under all shipped standards and the
 * competition profile. Each call is one second of the site's time, so that minutes and hours end as they do in service.
 */
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class JudgeBench {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
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
    private static final int PER_SERIES = 5;

    private final List<Series> series = new ArrayList<>();
    private Judge judge = judge();
    private long now = 1_795_000_000_000L;

    private static Judge judge() {
        Standards standards = StandardFile.builtIn().standards();
        Venue venue = new Venue(
                "genting",
                new Words(Map.of()),
                null,
                null,
                1700.0,
                "competition",
                Map.of("fis-ibu", "freestyle", "gb3096", "2"),
                null);
        return new Judge(
                standards,
                new Judge.Ground(
                        ProfileFile.builtIn(standards, ZONE).profiles(),
                        any -> new Place(venue, Map.of()),
                        any -> Optional.of(Duration.ofSeconds(1)),
                        ZONE),
                Past.NOTHING);
    }

    /** Two days of hours, so that windows are full. */
    @Setup
    public void fill() {
        judge = judge();
        for (int i = 0; i < 200; i++)
            series.add(Series.of("sensor-" + i / QUANTITIES.size(), "genting", QUANTITIES.get(i % QUANTITIES.size())));
        for (long t = now - 49 * 3_600_000L; t < now; t += 60_000) {
            for (Series each : series) observe(each, t);
        }
        judge.judge(now);
    }

    private void observe(Series each, long t) {
        judge.observe(new Change(new Reading(each, t, 10 + t % 17, Quality.GOOD, true), null));
    }

    @Benchmark
    public Judgement batch() {
        now += 1000;
        for (Series each : series) {
            for (int i = 0; i < PER_SERIES; i++) observe(each, now - i * 200);
        }
        return judge.judge(now);
    }
}
