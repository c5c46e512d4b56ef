package ridgeline.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ridgeline.store.DataFolder;
import ridgeline.store.ExportFormat;
import ridgeline.store.History;

/** Writes readings to standard output, also while the kiosk runs. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "Writes readings to standard output.")
final class ExportCommand extends Ridgeline.Sub {
    private static final int PAGE = 10_000;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Data folder.")
    private Path data = Path.of("data");

    @Option(names = "--series", required = true, split = ",", paramLabel = "ID", description = "Series ids.")
    private String[] series = {};

    @Option(
            names = "--from",
            required = true,
            paramLabel = "T",
            description = "Epoch milliseconds or RFC 3339, included.")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "T",
            description = "Epoch milliseconds or RFC 3339, excluded.")
    private String to = "";

    @Option(
            names = "--format",
            defaultValue = "csv",
            paramLabel = "csv|json",
            description = "csv, or a JSON object a line.")
    private String format = "csv";

    @Option(names = "--zone", defaultValue = "Asia/Shanghai", paramLabel = "ZONE", description = "Zone of local times.")
    private ZoneId zone = ZoneId.of("UTC");

    @Override
    public Integer call() throws IOException {
        if (!format.equals("csv") && !format.equals("json")) {
            throw new Ridgeline.BadInput("--format: '" + format + "' is neither csv nor json");
        }
        long start = time("--from", from);
        long end = time("--to", to);
        if (start >= end) throw new Ridgeline.BadInput("--from: must lie before --to");
        ExportFormat form = new ExportFormat(format, zone);
        OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
        try (History history = History.open(DataFolder.databaseIn(data), zone)) {
            for (String id : series) {
                if (history.series(id) == null) throw new Ridgeline.BadInput("--series: there is no '" + id + "'");
            }
            out.write(form.header().getBytes(StandardCharsets.UTF_8));
            for (String id : series) write(history, id, start, end, form, out);
            out.flush();
        }
        return Ridgeline.GOOD;
    }

    private static void write(History history, String id, long start, long end, ExportFormat form, OutputStream out)
            throws IOException {
        @Nullable Long after = null;
        do {
            History.Page page = history.page(id, start, end, after, PAGE);
            StringBuilder text = new StringBuilder();
            page.readings().forEach(reading -> form.append(text, reading));
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            after = page.next();
        } while (after != null);
    }

    private static long time(String option, String value) {
        try {
            if (value.matches("-?[0-9]{1,15}")) return Long.parseLong(value);
            return OffsetDateTime.parse(value).toInstant().toEpochMilli();
        } catch (DateTimeException wrong) {
            throw new Ridgeline.BadInput(option + ": '" + value + "' is neither epoch milliseconds nor RFC 3339");
        }
    }
}
