package ridgeline.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ridgeline.config.Settings;
import ridgeline.decode.Decoder;
import ridgeline.domain.Committed;
import ridgeline.domain.Judged;
import ridgeline.domain.Sensor;
import ridgeline.domain.Site;
import ridgeline.domain.Verdict;
import ridgeline.feed.Feed;
import ridgeline.feed.FeedSettings;
import ridgeline.feed.FeedStatus;
import ridgeline.feed.Inbox;
import ridgeline.flow.Line;
import ridgeline.flow.StoredPast;
import ridgeline.lane.Lane;
import ridgeline.live.Freshness;
import ridgeline.live.Health;
import ridgeline.standard.Judge;
import ridgeline.standard.Profiles;
import ridgeline.standard.Standards;
import ridgeline.store.DataFolder;
import ridgeline.store.History;
import ridgeline.store.Keep;
import ridgeline.store.ReadingLog;
import ridgeline.store.StoreException;
import ridgeline.web.WebServer;

/** One running kiosk. Everything works when the constructor returns; a failed start closes what was opened. */
public final class Kiosk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Kiosk.class);
    private static final long INBOX_BYTES = 32L * 1024 * 1024;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long HOURS_JUDGED = 50;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Standards standards;
    private final Freshness freshness;
    private final Judge.Ground ground;
    private final InstantSource clock;
    private final Feed feed;
    private final Line line;
    private final Metrics metrics;
    private @Nullable WebServer web;

    /**
     * What a kiosk is made of.
     *
     * @param version of the program, shown to screens so that they reload after an update
     * @param clock the kiosk's time; a demo's may run faster
     * @param rate how much faster
     */
    public record Parts(
            Settings settings,
            Site site,
            Standards standards,
            Profiles profiles,
            String version,
            InstantSource clock,
            double rate) {}

    public Kiosk(Parts parts, Path data) {
        standards = parts.standards();
        clock = parts.clock();
        freshness = new Freshness(parts.site());
        Settings settings = parts.settings();
        ground = Grounds.of(
                parts.site(), parts.profiles(), freshness, settings.kiosk().zone());
        try {
            DataFolder folder = open(DataFolder.lock(data));
            Lane writer = open(new Lane("writer"));
            Lane reader = open(new Lane("reader"));
            Inbox inbox = new Inbox(INBOX_BYTES);
            Decoder decoder = new Decoder(parts.site(), settings.kiosk().zone());
            line = new Line(
                    writer,
                    inbox,
                    () -> ReadingLog.open(folder.database(), keep(settings)),
                    this::judge,
                    decoder,
                    this::show,
                    clock);
            feed = new Feed(feedSettings(settings), decoder.subscriptions(), inbox, line, clock, new SecureRandom());
            metrics = new Metrics(line.tally(), inbox);
            open(line);
            line.start();
            History history = History.open(folder.database(), settings.kiosk().zone());
            open(() -> reader.submit(() -> {
                        history.close();
                        return true;
                    })
                    .join());
            WebServer server = open(new WebServer(
                    new WebServer.Content(
                            settings, parts.site(), standards, ground, freshness, parts.version(), parts.rate()),
                    new WebServer.Sources(reader, history, this::health, metrics::scrape),
                    clock));
            web = server;
            metrics.screens(server::viewers, server::staleSeries);
            server.show(new Committed(clock.millis(), history.latest(Long.MAX_VALUE), Judged.NOTHING));
            line.showJudged();
            open(feed).start();
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private <T extends AutoCloseable> T open(T part) {
        opened.push(part);
        return part;
    }

    private static Keep keep(Settings settings) {
        Settings.Store store = settings.store();
        return new Keep(
                store.raw(),
                store.minute(),
                store.hour(),
                store.maxSize(),
                settings.kiosk().zone());
    }

    /** A judge that knows what the database knows. */
    private Judge judge(ReadingLog log) {
        Judge judge = new Judge(standards, ground, new StoredPast(log));
        long hour = Math.floorDiv(clock.millis(), HOUR);
        judge.restore(
                log.sums().hours(hour - HOURS_JUDGED, hour + 1).stream()
                        .filter(sum -> isHeard(sum.series().sensorId()))
                        .toList(),
                log.sums().minutes(standards.briskQuantities(), (hour - 1) * 60, (hour + 1) * 60));
        judge.restoreSince(log.verdicts().stream().filter(this::isHeard).toList());
        return judge;
    }

    private boolean isHeard(Verdict verdict) {
        int end = verdict.seriesId().length() - verdict.quantity().id().length() - 1;
        return end > 0 && isHeard(verdict.seriesId().substring(0, end));
    }

    private boolean isHeard(String sensorId) {
        Sensor sensor = freshness.sensor(sensorId);
        return sensor != null && sensor.state() != Sensor.State.RETIRED;
    }

    private void show(Committed committed) {
        if (web != null) web.show(committed);
    }

    private static FeedSettings feedSettings(Settings settings) {
        Settings.Mqtt mqtt = settings.mqtt();
        return new FeedSettings(
                mqtt.url(),
                mqtt.clientId(),
                mqtt.username(),
                mqtt.passwordFile() == null ? null : firstLine(mqtt.passwordFile()),
                tls(mqtt),
                mqtt.qos(),
                "ridgeline/" + settings.kiosk().id() + "/loop");
    }

    private static FeedSettings.@Nullable Tls tls(Settings.Mqtt mqtt) {
        Settings.MqttTls tls = mqtt.tls();
        if (!mqtt.isSecure()) return null;
        return tls == null
                ? new FeedSettings.Tls(null, null, null)
                : new FeedSettings.Tls(tls.ca(), tls.cert(), tls.key());
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException failure) {
            throw new StoreException("reading the broker's password from " + file, failure);
        }
    }

    private Health health() {
        FeedStatus status = feed.status();
        return new Health(
                status.state().name().toLowerCase(Locale.ROOT),
                status.problem(),
                line.status().problem(),
                List.of());
    }

    /** Where the dashboard listens. */
    public int port() {
        if (web == null) throw new IllegalStateException("closed");
        return web.port();
    }

    /** Takes nothing more, commits and acknowledges what was taken, then closes part by part. */
    @Override
    public void close() {
        if (opened.contains(feed)) feed.stopTaking();
        if (opened.remove(line)) closeOne(line);
        while (!opened.isEmpty()) closeOne(opened.pop());
    }

    private static void closeOne(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failure) {
            LOG.error("{} did not close cleanly", part, failure);
        }
    }
}
