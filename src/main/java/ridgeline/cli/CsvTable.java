package ridgeline.cli;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180, UTF-8) with a header, read row by row; every {@link Ridgeline.BadInput} names the file and, where it
 * is known, the line. Lines may end in LF, CRLF or CR, empty lines are left out, a byte order mark is forgiven.
 */
final class CsvTable implements AutoCloseable {
    /** Characters of a row: a quote that is never closed must not take the memory. */
    private static final int LONGEST_ROW = 1 << 20;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path file;
    private final Quotes text;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private long line = 1;

    CsvTable(Path file) throws IOException {
        this.file = file;
        if (Files.isDirectory(file)) throw new Ridgeline.BadInput(file + ": is a folder, not a table");
        try {
            text = new Quotes(Files.newBufferedReader(file));
        } catch (IOException failure) {
            throw new Ridgeline.BadInput("the file " + file + " cannot be read");
        }
        reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .maxBufferSize(LONGEST_ROW)
                .build(CsvRecordHandler.of(), text);
        records = reader.iterator();
        CsvRecord first = record();
        if (first == null) throw wrong("is empty, allowed: a header such as time,pm25,pm10 and rows under it");
        header = first.getFields().stream().map(String::strip).toList();
    }

    List<String> header() {
        return header;
    }

    /** The fields of the next row, as many as the header has; null at the end. */
    @Nullable
    List<String> next() {
        CsvRecord record = record();
        if (record == null) return null;
        if (record.getFieldCount() != header.size()) {
            throw wrong("has " + record.getFieldCount() + " fields, allowed: " + header.size() + " as the header");
        }
        return record.getFields();
    }

    private @Nullable CsvRecord record() {
        try {
            if (records.hasNext()) {
                CsvRecord record = records.next();
                line = record.getStartingLineNumber();
                return record;
            }
        } catch (CsvParseException wrong) {
            Throwable reason = wrong.getCause() == null ? wrong : wrong.getCause();
            throw new Ridgeline.BadInput(
                    file + ": in the row after line " + line + ": not CSV (RFC 4180): " + reason.getMessage());
        } catch (UncheckedIOException failure) {
            if (!(failure.getCause() instanceof CharacterCodingException)) throw failure;
            throw new Ridgeline.BadInput(file + ": after line " + line + ": not text in UTF-8");
        }
        if (text.isOpen()) throw wrong("a quote is not closed before the end of the file");
        return null;
    }

    /** What is wrong with the row given last. */
    Ridgeline.BadInput wrong(String what) {
        return new Ridgeline.BadInput(file + ":" + line + ": " + what);
    }

    /** What is wrong with a field of the row given last. */
    Ridgeline.BadInput wrong(String column, String what) {
        return wrong("column " + column + ": " + what);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Leaves a byte order mark out and counts quotes: the parser takes the end of the file for the missing one. */
    private static final class Quotes extends FilterReader {
        private boolean started;
        private boolean open;

        Quotes(Reader in) {
            super(in);
        }

        boolean isOpen() {
            return open;
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            if (!started) {
                started = true;
                int first = in.read();
                if (first < 0) return -1;
                if (first != BYTE_ORDER_MARK) {
                    buffer[from] = (char) first;
                    open = first == '"';
                    return 1;
                }
            }
            int read = in.read(buffer, from, length);
            for (int i = from; i < from + read; i++) {
                if (buffer[i] == '"') open = !open;
            }
            return read;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }
    }
}
