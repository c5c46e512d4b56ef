package ridgeline.feed;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ridgeline.lane.Lane;

/**
 * Keeps one connection to the broker alive and the session's subscriptions equal to the configuration. All state is written on
 * the feed lane alone, but for the end of taking, which anyone may call for, as anyone may read the status.
 */
public final class Feed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final Duration CHECK = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Duration DEAD = Duration.ofSeconds(10);
    private static final Duration DRAIN_CHECK = Duration.ofMillis(100);
    private static final Duration AFTER_TAKE_OVER = Duration.ofSeconds(30);

    private final Lane lane = new Lane("feed");
    private final FeedSettings settings;
    private final Inbox inbox;
    private final SessionFilters session;
    private final InstantSource clock;
    private final Backoff backoff;
    private Set<String> wanted;
    private volatile @Nullable Connection connection;
    private @Nullable SSLSocketFactory tls;
    private boolean loopWorks;
    private volatile boolean closed;
    private long connections;
    private volatile FeedStatus status;

    public Feed(
            FeedSettings settings,
            Collection<String> filters,
            Inbox inbox,
            SessionFilters session,
            InstantSource clock,
            RandomGenerator random) {
        this.settings = settings;
        this.inbox = inbox;
        this.session = session;
        this.clock = clock;
        backoff = new Backoff(random);
        wanted = withLoop(filters);
        status = new FeedStatus(FeedStatus.State.CONNECTING, clock.millis(), null, 0);
    }

    private Set<String> withLoop(Collection<String> filters) {
        Set<String> all = new TreeSet<>(filters);
        all.add(settings.loopTopic());
        return Filters.disjoint(all);
    }

    public void start() {
        lane.execute(this::connect);
        lane.every(CHECK, this::checkAlive);
    }

    public FeedStatus status() {
        return status;
    }

    private void connect() {
        if (closed || connection != null) return;
        if (!inbox.hasRoom()) {
            lane.after(DRAIN_CHECK, this::connect);
            return;
        }
        Connection next = null;
        try {
            if (settings.tls() != null && tls == null) tls = TlsContext.socketFactory(settings.tls());
            next = new Connection(++connections, settings, tls, inbox, clock, this::onLoss);
            connection = next;
            if (closed) next.stopTaking();
            next.open();
            subscribe(next);
            next.callOut();
            if (connection == next) {
                backoff.reset();
                LOG.info("connected to {} as {}", settings.url(), settings.clientId());
            }
        } catch (Exception failure) {
            if (next != null) next.close();
            if (connection == next) connection = null;
            retry("cannot connect to " + settings.url() + ": " + reason(failure), backoff.next());
        }
    }

    /** What the session holds is written down before it is asked for, and cleared after: a crash between leaves too many. */
    private void subscribe(Connection to) throws MqttException {
        Set<String> held = session.read();
        Set<String> either = new TreeSet<>(held);
        either.addAll(wanted);
        if (!either.equals(held)) session.write(either);
        Set<String> gone = new TreeSet<>(held);
        gone.removeAll(wanted);
        to.unsubscribe(gone);
        List<String> refused = to.subscribe(wanted);
        if (!either.equals(wanted)) session.write(wanted);
        if (!refused.isEmpty()) LOG.warn("the broker refuses to subscribe us to {}", refused);
        state(FeedStatus.State.CONNECTED, refused.isEmpty() ? null : "the broker refuses the topics " + refused);
    }

    /** Called on Paho's threads; a late signal from a connection already dropped changes nothing. */
    private void onLoss(Connection which, Connection.Loss loss) {
        lane.execute(() -> {
            if (which != connection) return;
            connection = null;
            which.close();
            if (loss.full()) {
                state(FeedStatus.State.SHEDDING, loss.reason() + ", the broker keeps what follows");
                LOG.info("disconnected: {}", loss.reason());
                lane.after(DRAIN_CHECK, this::connect);
            } else {
                retry(loss.reason(), loss.takenOver() ? AFTER_TAKE_OVER : backoff.next());
            }
        });
    }

    private void retry(String reason, Duration wait) {
        if (closed) return;
        if (!reason.equals(status.problem())) LOG.warn("{}; trying again", reason);
        state(FeedStatus.State.LOST, reason);
        lane.after(wait, this::connect);
    }

    /**
     * A client that calls itself connected may be dead. When nothing has come in for a while we call out and must hear
     * ourselves; where the loop never worked (no permission on its topic), only Paho's own keep-alive is left.
     */
    private void checkAlive() {
        Connection checked = connection;
        if (checked == null || status.state() != FeedStatus.State.CONNECTED) return;
        loopWorks |= checked.heardLoop();
        if (checked.silence().compareTo(QUIET) > 0 && !inbox.hasRoom()) {
            onLoss(checked, new Connection.Loss("the inbox is full", true, false));
        } else if (checked.silence().compareTo(DEAD) > 0 && loopWorks) {
            onLoss(checked, new Connection.Loss("the broker has stopped answering", false, false));
        } else if (checked.silence().compareTo(QUIET) > 0) {
            try {
                checked.callOut();
            } catch (MqttException gone) {
                LOG.debug("calling out failed", gone);
            }
        }
    }

    private void state(FeedStatus.State state, @Nullable String problem) {
        long since = status.state() == state ? status.since() : clock.millis();
        status = new FeedStatus(state, since, problem, connections);
    }

    private static String reason(Exception failure) {
        Throwable inner = failure.getCause() == null ? failure : failure.getCause();
        return inner.getMessage() == null ? inner.toString() : inner.getMessage();
    }

    /**
     * Takes nothing more from the broker; what was taken can still be acknowledged until {@link #close}. From any thread and
     * without a wait, since the lane may just be waiting for a broker that does not answer.
     */
    public void stopTaking() {
        closed = true;
        Connection current = connection;
        if (current != null) current.stopTaking();
    }

    @Override
    public void close() {
        stopTaking();
        lane.submit(() -> {
                    Connection last = connection;
                    if (last != null) last.close();
                    connection = null;
                    state(FeedStatus.State.CLOSED, null);
                    return true;
                })
                .join();
        lane.close();
    }
}
