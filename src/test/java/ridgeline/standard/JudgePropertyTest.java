package ridgeline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.standard.Rig.HOUR;
import static ridgeline.standard.Rig.MINUTE;
import static ridgeline.standard.Rig.at;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridgeline.domain.Change;
import ridgeline.domain.Quality;
import ridgeline.domain.Quantity;
import ridgeline.domain.Reading;
import ridgeline.domain.Status;
import ridgeline.domain.Verdict;

/** What must hold for any course of readings; a failure names its seed. */
class JudgePropertyTest {
    private static final long DAY = at("2026-11-24T00:00");
    private static final long NOW = DAY + 22 * HOUR;
    private static final List<Quantity> SIX =
            List.of(Quantity.PM25, Quantity.PM10, Quantity.SO2, Quantity.NO2, Quantity.CO, Quantity.O3);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itSaysTheSameWhateverTheOrderOfArrival(long seed) {
        List<Reading> readings = course(new Random(seed));
        Rig ordered = new Rig();
        readings.forEach(reading -> ordered.observe(new Change(reading, null)));
        ordered.judge(NOW);
        Rig shuffled = new Rig();
        Collections.shuffle(readings, new Random(seed));
        readings.forEach(reading -> shuffled.observe(new Change(reading, null)));
        shuffled.judge(NOW);
        assertThat(shuffled.judge.verdicts()).as("seed %d", seed).isEqualTo(ordered.judge.verdicts());
        assertThat(shuffled.judge.indices()).as("seed %d", seed).isEqualTo(ordered.judge.indices());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itEndsWhereItWouldHaveWithoutDetoursWhenJudgedAllAlong(long seed) {
        Random random = new Random(seed);
        List<Reading> readings = course(random);
        Rig along = new Rig();
        for (Reading reading : readings) {
            along.observe(new Change(reading, null));
            if (random.nextInt(50) == 0) along.judge(reading.t());
        }
        along.judge(NOW);
        Rig once = new Rig();
        readings.forEach(reading -> once.observe(new Change(reading, null)));
        once.judge(NOW);
        assertThat(along.judge.verdicts())
                .as("seed %d", seed)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("since", "revised")
                .isEqualTo(once.judge.verdicts());
        assertThat(along.judge.indices()).as("seed %d", seed).isEqualTo(once.judge.indices());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itFormsTheMeanOfWhatIsStoredAfterAnyCorrections(long seed) {
        Random random = new Random(seed);
        Rig rig = new Rig();
        Map<Long, Reading> stored = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            long t = DAY + random.nextInt(22 * 60) * MINUTE + random.nextInt(2) * 20_000L;
            Quality quality = random.nextInt(10) == 0 ? Quality.IMPLAUSIBLE : Quality.GOOD;
            Reading reading = Rig.reading(Quantity.SO2, t, random.nextInt(40_000) / 100.0, quality);
            rig.observe(new Change(reading, stored.put(t, reading)));
            if (i % 997 == 0) rig.judge(NOW);
        }
        rig.judge(NOW);
        TreeMap<Long, Double> means = new TreeMap<>();
        for (int hour = 0; hour < 22; hour++)
            meanOf(stored, hour).ifPresent(mean -> means.put((long) means.size(), mean));
        Verdict day = rig.verdict(Quantity.SO2, "24h");
        assertThat(day.completeness()).as("seed %d", seed).isEqualTo(Math.min(1, means.size() / 20.0));
        double expected = means.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        assertThat(day.value()).as("seed %d", seed).isCloseTo(expected, Offset.offset(1e-8));
        assertThat(rig.verdict(Quantity.SO2, "1h").value())
                .as("seed %d", seed)
                .isCloseTo(meanOf(stored, 21).getAsDouble(), Offset.offset(1e-8));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itGoesOnAfterARestartAsIfThereWereNone(long seed) {
        Random random = new Random(seed);
        List<Reading> readings = course(random);
        Rig through = new Rig();
        Rig restarted = new Rig();
        int cut = random.nextInt(readings.size());
        for (int i = 0; i < readings.size(); i++) {
            Change change = new Change(readings.get(i), null);
            through.observe(change);
            restarted.observe(change);
            if (i != cut) continue;
            through.judge(change.reading().t());
            restarted.judge(change.reading().t());
            Rig next = restarted.restarted();
            assertThat(next.judge(change.reading().t()).verdicts())
                    .as("seed %d", seed)
                    .isEmpty();
            restarted = next;
        }
        assertThat(restarted.judge(NOW).verdicts())
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(through.judge(NOW).verdicts());
        assertThat(restarted.judge.verdicts()).as("seed %d", seed).isEqualTo(through.judge.verdicts());
        assertThat(restarted.judge.indices()).as("seed %d", seed).isEqualTo(through.judge.indices());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itNeverPassesWhatHasTooLittleData(long seed) {
        Rig rig = new Rig();
        course(new Random(seed)).forEach(reading -> rig.observe(new Change(reading, null)));
        for (long now = DAY - 24 * HOUR; now <= NOW; now += HOUR) {
            rig.judge(now);
            assertThat(rig.judge.verdicts()).as("seed %d at %d", seed, now).allSatisfy(verdict -> {
                if (verdict.completeness() < 1)
                    assertThat(verdict.status()).isIn(Status.INSUFFICIENT, Status.STALE, Status.EXCEED);
            });
        }
    }

    /** Two days of minutes in order of time, with gaps, of a station whose readings never stop at the end. */
    private static List<Reading> course(Random random) {
        List<Reading> readings = new ArrayList<>();
        double gap = random.nextDouble() * 0.3;
        for (long t = DAY - 24 * HOUR; t < NOW; t += MINUTE) {
            for (Quantity quantity : SIX) {
                boolean last = t >= NOW - 2 * MINUTE;
                if (!last && random.nextDouble() < gap) continue;
                double value = Math.rint(random.nextDouble() * (quantity == Quantity.CO ? 120 : 1500)) / 10;
                readings.add(Rig.reading(quantity, t, value, Quality.GOOD));
            }
        }
        return readings;
    }

    private static java.util.OptionalDouble meanOf(Map<Long, Reading> stored, int hour) {
        List<Reading> counting = stored.values().stream()
                .filter(reading -> reading.quality().counts() && (reading.t() - DAY) / HOUR == hour)
                .toList();
        long minutes = counting.stream()
                .mapToLong(reading -> reading.t() / MINUTE)
                .distinct()
                .count();
        if (minutes < 45) return java.util.OptionalDouble.empty();
        return counting.stream().mapToDouble(Reading::value).average();
    }
}
