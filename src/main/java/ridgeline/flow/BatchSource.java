package ridgeline.flow;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ridgeline.decode.Decoder;
import ridgeline.judge.Judge;
import ridgeline.store.ReadingLog;

/** Holds the open database with its judge, and opens both anew after they were dropped. Confined to the writer lane. */
final class BatchSource {
    private static final Logger LOG = LoggerFactory.getLogger(BatchSource.class);

    private final Supplier<ReadingLog> openLog;
    private final Function<ReadingLog, Judge> makeJudge;
    private final Decoder decoder;
    private final Tally tally;
    private @Nullable Batch open;

    BatchSource(Supplier<ReadingLog> openLog, Function<ReadingLog, Judge> makeJudge, Decoder decoder, Tally tally) {
        this.openLog = openLog;
        this.makeJudge = makeJudge;
        this.decoder = decoder;
        this.tally = tally;
    }

    Batch get() {
        if (open != null) return open;
        ReadingLog log = openLog.get();
        try {
            open = new Batch(log, makeJudge.apply(log), decoder, tally);
            return open;
        } catch (RuntimeException failure) {
            close(log);
            throw failure;
        }
    }

    /** After any failure: neither the connection nor what the judge has seen can be trusted any more. */
    void drop() {
        if (open == null) return;
        close(open);
        open = null;
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failure) {
            LOG.debug("closing after a failure", failure);
        }
    }
}
