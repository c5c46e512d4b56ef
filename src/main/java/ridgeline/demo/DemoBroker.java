package ridgeline.demo;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * An MQTT 3.1.1 and 5 broker inside this process, heard on the loopback interface only and open to everybody there.
 * Started and closed on any thread. Queues have no limit in number: what the heap should not hold is paged to the folder.
 */
public final class DemoBroker implements AutoCloseable {
    private static final String ACCEPTOR = "mqtt";
    private static final long HEAP_FOR_MESSAGES = 64L << 20;

    /**
     * Never looks for expired sessions: Artemis counts the expiry in an int of milliseconds, which overflows above 24 days.
     * The kiosk asks for more, and would lose its session and all that waits there at the first look while it is away.
     */
    private static final long KEEP_SESSIONS = -1;

    private final EmbeddedActiveMQ broker;
    private final int port;

    private DemoBroker(EmbeddedActiveMQ broker, int port) {
        this.broker = broker;
        this.port = port;
    }

    /**
     * Starts a broker on a free port that forgets everything when it closes.
     *
     * @param dir where messages go that do not fit into memory; created when needed
     * @throws DemoException when it does not start
     */
    public static DemoBroker start(Path dir) {
        return start(dir, 0, false);
    }

    /**
     * Starts a broker that keeps sessions and their waiting messages in {@code dir}: started again there, it continues.
     *
     * @param port 0 for a free one
     * @throws DemoException when it does not start, for example because the port is taken
     */
    public static DemoBroker start(Path dir, int port) {
        return start(dir, port, true);
    }

    private static DemoBroker start(Path dir, int port, boolean persistent) {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ().setConfiguration(configuration(dir, port, persistent));
        try {
            broker.start();
            ActiveMQServer server = broker.getActiveMQServer(); // active already: start() waits
            if (!(server.getRemotingService().getAcceptor(ACCEPTOR) instanceof NettyAcceptor acceptor)
                    || !server.isActive()
                    || !acceptor.isStarted())
                throw new DemoException("the broker cannot listen on 127.0.0.1:" + port + ", is the port taken?");
            return new DemoBroker(broker, acceptor.getActualPort());
        } catch (Exception e) {
            stop(broker);
            throw e instanceof DemoException known ? known : new DemoException("starting the broker in " + dir, e);
        }
    }

    private static Configuration configuration(Path dir, int port, boolean persistent) {
        AddressSettings everyTopic = new AddressSettings()
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setPageSizeBytes(4 << 20)
                .setMaxDeliveryAttempts(-1) // by default the eleventh reconnect would lose what is not acknowledged
                .setAutoCreateDeadLetterResources(false)
                .setMaxSizeBytes(-1);
        Configuration configuration = new ConfigurationImpl()
                .setName("demo")
                .setSecurityEnabled(false)
                .setPersistenceEnabled(persistent)
                .setJournalType(JournalType.NIO)
                .setJournalFileSize(1 << 20)
                .setJournalDirectory(dir.resolve("journal").toString())
                .setBindingsDirectory(dir.resolve("bindings").toString())
                .setPagingDirectory(dir.resolve("paging").toString())
                .setLargeMessagesDirectory(dir.resolve("large").toString())
                .setGlobalMaxSize(HEAP_FOR_MESSAGES)
                .setMaxDiskUsage(-1) // by default producers are blocked for ever once any disk is 90 % full
                .setJMXManagementEnabled(false)
                .setMqttSessionScanInterval(KEEP_SESSIONS)
                .setCriticalAnalyzer(false) // it halts the process when a laptop wakes from sleep
                .setScheduledThreadPoolMaxSize(2)
                .setThreadPoolMaxSize(8)
                .addAcceptorConfiguration(acceptor(port));
        configuration.addAddressSetting("#", everyTopic);
        return configuration;
    }

    private static TransportConfiguration acceptor(int port) {
        Map<String, Object> parameters = Map.of(
                "host",
                InetAddress.getLoopbackAddress().getHostAddress(),
                "port",
                port,
                "protocols",
                "MQTT",
                "useEpoll",
                false,
                "useKQueue",
                false,
                "nioRemotingThreads",
                2);
        Map<String, Object> mqtt = Map.of("topicAliasMaximum", 0, "maximumPacketSize", 1 << 20);
        return new TransportConfiguration(NettyAcceptorFactory.class.getName(), parameters, ACCEPTOR, mqtt);
    }

    public int port() {
        return port;
    }

    /** {@code tcp://127.0.0.1:port}. */
    public URI url() {
        return URI.create("tcp://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        stop(broker);
    }

    private static void stop(EmbeddedActiveMQ broker) {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new DemoException("stopping the broker", e);
        }
    }
}
