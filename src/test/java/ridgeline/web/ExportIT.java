package ridgeline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportIT {
    private static final int ROWS = 1_000_000;
    private static final long START = Rig.NOW - ROWS * 1000L;

    private static final int END_OF_LINE = 'o' << 24 | 'd' << 16 | '\r' << 8 | '\n';

    @TempDir
    static Path folder;

    private static Rig rig;

    @BeforeAll
    static void open() throws SQLException {
        try (Rig first = new Rig(folder)) {
            first.commit(List.of(Rig.reading(Rig.PM25, START, 1)));
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ridgeline.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                    + (ROWS - 1) + ") INSERT INTO reading SELECT (SELECT key FROM series), " + START
                    + " + i * 1000, i % 90, 0 FROM n");
        }
        rig = new Rig(folder);
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @Test
    void itStreamsAMillionReadingsWithoutHoldingThemAndStopsForWhoHangsUp() throws IOException {
        long before = LiveStreamIT.usedMemory();
        long idle = readerNanos();
        try (Socket slow = ask()) {
            InputStream in = new BufferedInputStream(slow.getInputStream(), 1 << 16);
            for (int i = 0; i < 10_000; i++) in.read();
            // Each of these waits its turn behind a page of the export, should it go on unread.
            for (int i = 0; i < 250; i++) rig.get("/api/v1/readings?limit=1&series=genting-air-1.pm25");
            assertThat(LiveStreamIT.usedMemory() - before).isLessThan(16L << 20);
            assertThat(linesTo(in)).isGreaterThan(ROWS - 1000).isLessThanOrEqualTo(ROWS + 1);
        }
        long whole = readerNanos() - idle;
        long again = readerNanos();
        try (Socket hasty = ask()) {
            hasty.getInputStream().read();
        }
        long[] last = {-1};
        Await.until("the reader rests", Duration.ofSeconds(60), () -> {
            rig.get("/healthz");
            long now = readerNanos();
            boolean rests = now == last[0];
            last[0] = now;
            return rests;
        });
        assertThat(readerNanos() - again).isLessThan(whole / 4);
    }

    private static Socket ask() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress("127.0.0.1", rig.server.port()));
        socket.getOutputStream()
                .write(("GET /api/v1/export?series=genting-air-1.pm25&from=" + START + "&to=" + Rig.NOW
                                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Lines of readings left in the stream. */
    private static int linesTo(InputStream in) throws IOException {
        int lines = 0;
        int tail = 0;
        byte[] some = new byte[1 << 16];
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
            for (int i = 0; i < n; i++) {
                tail = tail << 8 | some[i];
                if (tail == END_OF_LINE) lines++;
            }
        }
        return lines;
    }

    /** Processor time of the reader lane, which begins with its first question. */
    private static long readerNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (var thread : threads.dumpAllThreads(false, false)) {
            if (thread.getThreadName().equals("reader")) return threads.getThreadCpuTime(thread.getThreadId());
        }
        return 0;
    }
}
