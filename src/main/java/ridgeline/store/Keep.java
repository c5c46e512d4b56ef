package ridgeline.store;

import java.time.Period;
import java.time.ZoneId;

/**
 * How long each resolution is kept.
 *
 * @param maxBytes how large the database may grow before the oldest raw readings go early
 * @param zone whose calendar the periods and the day rollups follow
 */
public record Keep(Period raw, Period minute, Period hour, long maxBytes, ZoneId zone) {}
