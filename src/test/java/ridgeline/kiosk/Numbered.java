package ridgeline.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ridgeline.testing.Await;
import ridgeline.testing.KioskProcess;
import ridgeline.testing.Load;

/**
 * Numbered messages of fifty sensors, and what must be stored of them. Half of the sensors send their own time; the others send
 * the same few numbers over and over, so that a lost one and a doubled one both show in the counts.
 */
final class Numbered {
    private static final int SENSORS = 50;
    private static final int FIGURES = 7;

    private final long start;
    private final int count;

    /** @param start time of the first message (epoch ms) */
    Numbered(long start, int count) {
        this.start = start;
        this.count = count;
    }

    private static boolean isTimed(int number) {
        return number % SENSORS < SENSORS / 2;
    }

    private static String sensor(int number) {
        return (isTimed(number) ? "timed" : "plain") + "-" + number % SENSORS;
    }

    Load.Message message(int number) {
        String text = isTimed(number)
                ? "{\"t\":" + (start + number) + ",\"v\":" + number + "}"
                : Integer.toString(number / SENSORS % FIGURES);
        return new Load.Message(sensor(number).replace('-', '/'), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits until as many readings are there as were sent, then compares them one by one. */
    void assertStoredOnce(KioskProcess kiosk, Duration atMost) {
        try {
            Await.until(count + " readings are stored", atMost, () -> stored(kiosk) >= count);
            Await.holds("no more are stored than were sent", Duration.ofSeconds(1), () -> stored(kiosk) == count);
        } catch (AssertionError wrongCount) {
            throw new AssertionError(
                    wrongCount.getMessage() + "\n" + String.join("\n", differences(kiosk)), wrongCount);
        }
        assertThat(differences(kiosk)).isEmpty();
    }

    private List<String> differences(KioskProcess kiosk) {
        List<String> wrong = new ArrayList<>();
        for (int sensor = 0; sensor < SENSORS; sensor++) {
            Map<String, Integer> there = new TreeMap<>();
            boolean timed = isTimed(sensor);
            for (KioskProcess.Stored reading : kiosk.readings(sensor(sensor) + ".visibility")) {
                there.merge(key(timed, reading.t() - start, reading.value()), 1, Integer::sum);
            }
            Map<String, Integer> expected = new TreeMap<>();
            for (int n = sensor; n < count; n += SENSORS) {
                expected.merge(key(timed, n, timed ? n : n / SENSORS % FIGURES), 1, Integer::sum);
            }
            if (!there.equals(expected)) wrong.add(difference(sensor(sensor), expected, there));
        }
        return wrong;
    }

    private static String key(boolean timed, long offset, double value) {
        return timed ? "at +" + offset + " " + value : "value " + value;
    }

    private static String difference(String sensor, Map<String, Integer> expected, Map<String, Integer> there) {
        List<String> lines = new ArrayList<>();
        expected.forEach((key, times) -> {
            int found = there.getOrDefault(key, 0);
            if (found != times) lines.add(key + ": " + found + " instead of " + times);
        });
        there.forEach((key, times) -> {
            if (!expected.containsKey(key)) lines.add(key + ": " + times + " that nobody sent");
        });
        return sensor + ": " + String.join(", ", lines);
    }

    private static long stored(KioskProcess kiosk) {
        long total = 0;
        for (int sensor = 0; sensor < SENSORS; sensor++) {
            total += kiosk.readings(sensor(sensor) + ".visibility").size();
        }
        return total;
    }
}
