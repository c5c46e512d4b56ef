package ridgeline.store;

/**
 * Messages of one topic that could not be used.
 *
 * @param count how many so far
 * @param reason why the latest one could not
 * @param bytes how long the latest one was
 * @param payload its first 4 KiB
 */
@SuppressWarnings("ArrayRecordComponent") // a sample of raw bytes, only ever shown
public record QuarantineEntry(
        String topic, long count, String reason, long firstT, long lastT, long bytes, byte[] payload) {}
