package ridgeline.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/** Fails the test in which Vert.x had to warn of a blocked event loop. */
final class LoopWatch implements AutoCloseable {
    private final Logger vertx = (Logger) LoggerFactory.getLogger("io.vertx");
    private final ListAppender<ILoggingEvent> warnings = new ListAppender<>();

    LoopWatch() {
        warnings.start();
        vertx.addAppender(warnings);
    }

    @Override
    public void close() {
        vertx.detachAppender(warnings);
        assertThat(warnings.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }
}
