package ridgeline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of recorded messages, line by line; every {@link Ridgeline.BadInput} names the file. */
final class RecordedFile implements AutoCloseable {
    private final Path file;
    private final BufferedReader lines;
    private int number;

    RecordedFile(Path file) {
        this.file = file;
        if (Files.isDirectory(file)) throw new Ridgeline.BadInput(file + ": is a folder, not a file of messages");
        try {
            lines = Files.newBufferedReader(file);
        } catch (IOException failure) {
            throw new Ridgeline.BadInput("the file " + file + " cannot be read");
        }
    }

    /** The next line that is not blank, null at the end. */
    @Nullable
    String next() throws IOException {
        try {
            String line;
            do {
                line = lines.readLine();
                number++;
            } while (line != null && line.isBlank());
            return line;
        } catch (CharacterCodingException wrong) {
            throw new Ridgeline.BadInput(file + ": not text in UTF-8");
        }
    }

    /** Of the line given last, from 1. */
    int number() {
        return number;
    }

    /** Where the line given last stands, for messages. */
    String place() {
        return file + ":" + number;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
