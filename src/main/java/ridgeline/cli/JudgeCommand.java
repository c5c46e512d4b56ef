package ridgeline.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ridgeline.standard.Edition;
import ridgeline.standard.Row;
import ridgeline.standard.RowJudge;

/** Writes a table with what a standard says of each of its rows, in memory that does not grow with the file. */
@Command(name = "judge", mixinStandardHelpOptions = true, description = "Judges a table by a standard.")
final class JudgeCommand extends Ridgeline.Sub {
    /** So often it looks whether anyone still takes the output. */
    private static final int ROWS_BETWEEN_LOOKS = 10_000;

    @Option(names = "--standard", required = true, paramLabel = "ID", description = "For example hj633-2026.")
    private String standard = "";

    @Option(names = "--period", paramLabel = "1h|24h", description = "Whether the rows are hours or days.")
    private @Nullable String period;

    @Option(names = "--class", paramLabel = "CLASS", description = "The class whose limits hold.")
    private @Nullable String classId;

    @Option(
            names = "--lang",
            paramLabel = "zh|en|fr|id",
            description = "Language of categories, or their ids; else that of the standard.")
    private @Nullable String language;

    @Option(names = "--config", paramLabel = "DIR", description = "Folder whose standards/ to judge by.")
    private @Nullable Path config;

    @Parameters(paramLabel = "FILE", description = "Table in CSV: time,<quantity>,...")
    private Path file = Path.of("table.csv");

    @Override
    public Integer call() throws IOException {
        ChosenStandard chosen = ChosenStandard.of(usage(), config, standard).with(period, classId, language);
        try (CsvTable table = new CsvTable(file)) {
            RowJudge judge = chosen.judge(table.header());
            if (judge.reads().isEmpty()) {
                throw table.wrong("has no column that " + standard + " judges, allowed: "
                        + String.join(", ", chosen.quantities()));
            }
            write(table, judge, chosen.edition());
        }
        return Ridgeline.GOOD;
    }

    private static void write(CsvTable table, RowJudge judge, Edition edition) throws IOException {
        RowReader rows = new RowReader(table, judge.reads(), edition.zone());
        CsvWriter out = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(new BufferedOutputStream(System.out), StandardCharsets.UTF_8));
        long undated = 0;
        try {
            out.writeRecord(together(table.header(), judge.results()));
            long count = 0;
            for (List<String> fields = table.next(); fields != null; fields = table.next()) {
                Row row = rows.read(fields);
                if (!edition.isInForce(row.t())) undated++;
                out.writeRecord(together(fields, judge.judge(row)));
                if (++count % ROWS_BETWEEN_LOOKS == 0) refuseDeafOutput(out);
            }
        } finally {
            out.flush();
        }
        refuseDeafOutput(out);
        notes(table, judge, edition, undated, rows.impossible());
    }

    private static List<String> together(List<String> given, List<String> added) {
        List<String> all = new ArrayList<>(given);
        all.addAll(added);
        return all;
    }

    private static void refuseDeafOutput(CsvWriter out) throws IOException {
        out.flush();
        if (System.out.checkError()) throw new Ridgeline.BadInput("standard output takes no more");
    }

    /** What a person should know of the result; standard output is the table alone. */
    private static void notes(CsvTable table, RowJudge judge, Edition edition, long undated, long impossible) {
        if (!judge.note().isEmpty()) note("held against " + edition.id() + ", " + judge.note());
        if (undated > 0) {
            note("rows outside the time in which " + edition.id() + " is in force" + span(edition) + ": " + undated
                    + ", judged by it all the same");
        }
        if (impossible > 0) note("values below 0, taken as missing: " + impossible);
        for (String result : judge.results()) {
            if (table.header().contains(result))
                note("the table has a column " + result + " already; the last is ours");
        }
    }

    private static String span(Edition edition) {
        return (edition.from() == null ? "" : " from " + edition.from())
                + (edition.to() == null ? "" : " to " + edition.to());
    }

    private static void note(String text) {
        System.err.println("note: " + text);
    }
}
