package ridgeline.domain;

import java.util.regex.Pattern;

/**
 * That devices are gone, as they or the broker said: what they measured is stale at once, until they measure again.
 *
 * @param sensorIds which sensors are meant
 * @param t when it was said (epoch ms)
 */
public record Absence(Pattern sensorIds, long t) {
    public boolean covers(String sensorId) {
        return sensorIds.matcher(sensorId).matches();
    }
}
