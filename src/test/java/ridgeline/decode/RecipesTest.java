package ridgeline.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridgeline.config.ConfigFolder;
import ridgeline.config.Read;
import ridgeline.domain.Quality;
import ridgeline.domain.Reading;
import ridgeline.domain.Site;

/** Runs every recipe of the handbook with the messages that stand below it. */
class RecipesTest {
    private static final Path HANDBOOK = Path.of("src/docs/sensors.md");
    private static final Pattern RECIPE = Pattern.compile("```yaml\n(.*?)```\n```text\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXPECTED =
            Pattern.compile("= (\\S+) (-?[0-9.]+) (\\S+)(?: ([a-z_]+))??(?: at (\\S+))?");
    private static final String ARROW = " -> ";

    record Recipe(int line, String entries, List<String> messages) {
        @Override
        public String toString() {
            return "line " + line;
        }
    }

    static Stream<Recipe> recipes() throws IOException {
        String text = Files.readString(HANDBOOK);
        List<Recipe> recipes = new ArrayList<>();
        Matcher found = RECIPE.matcher(text);
        while (found.find()) {
            int line = (int) text.substring(0, found.start()).lines().count() + 1;
            recipes.add(new Recipe(line, found.group(1), found.group(2).lines().toList()));
        }
        return recipes.stream();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void itDecodesWhatTheHandbookSays(Recipe recipe) {
        Decoder decoder = new Decoder(site(recipe), Sensors.ZONE);
        Decoded decoded = new Decoded.Unmatched();
        List<String> expected = new ArrayList<>();
        for (String line : recipe.messages()) {
            if (line.startsWith("= ")) {
                expected.add(line);
                continue;
            }
            if (!expected.isEmpty()) check(decoded, expected);
            expected.clear();
            int arrow = line.indexOf(ARROW);
            decoded = decoder.decode(
                    line.substring(0, arrow), payload(line.substring(arrow + ARROW.length())), false, Sensors.NOON);
        }
        check(decoded, expected);
    }

    private static Site site(Recipe recipe) {
        String entries = recipe.entries().contains("venue:")
                ? recipe.entries()
                : recipe.entries()
                        .replaceAll("(?m)^(- \\{?)(?=id:)", "$1venue: genting, ")
                        .replaceAll("(?m)^- venue: genting, id", "- venue: genting\n  id");
        String file = "venues: [{id: genting}]\nsensors:\n" + entries;
        Read<Site> read = ConfigFolder.site("recipe", file.getBytes(StandardCharsets.UTF_8));
        assertThat(read.problems()).as("%s", recipe).isEmpty();
        return read.value();
    }

    private static byte[] payload(String written) {
        if (written.startsWith("hex:")) return HexFormat.of().parseHex(written.substring(4));
        if (written.startsWith("base64:")) return Base64.getDecoder().decode(written.substring(7));
        boolean json = written.startsWith("{\"") || written.startsWith("[") || written.startsWith("\"");
        String text = json
                ? written
                : written.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void check(Decoded decoded, List<String> expected) {
        String first = expected.get(0);
        if (first.startsWith("= nothing")) {
            assertThat(decoded).isInstanceOfAny(Decoded.Ignored.class, Decoded.Gone.class);
            String reason = decoded instanceof Decoded.Gone gone ? gone.reason() : ((Decoded.Ignored) decoded).reason();
            assertThat(reason).startsWith(after(first));
        } else if (first.startsWith("= refused")) {
            assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
            assertThat(((Decoded.Rejected) decoded).reason()).startsWith(after(first));
        } else if (first.equals("= unmatched")) {
            assertThat(decoded).isInstanceOf(Decoded.Unmatched.class);
        } else {
            assertThat(decoded).isInstanceOf(Decoded.Readings.class);
            List<Reading> readings = ((Decoded.Readings) decoded).readings();
            assertThat(readings).as("%s", expected).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) check(readings.get(i), expected.get(i));
            assertThat(((Decoded.Readings) decoded).flaw()).isNull();
        }
    }

    private static String after(String line) {
        int colon = line.indexOf(": ");
        return colon < 0 ? "" : line.substring(colon + 2);
    }

    private static void check(Reading reading, String line) {
        Matcher expected = EXPECTED.matcher(line);
        assertThat(expected.matches()).as(line).isTrue();
        assertThat(reading.series().id()).as(line).isEqualTo(expected.group(1));
        assertThat(reading.value()).as(line).isCloseTo(Double.parseDouble(expected.group(2)), within(1e-3));
        assertThat(reading.series().quantity().unit()).as(line).isEqualTo(expected.group(3));
        String quality = expected.group(4) == null ? Quality.GOOD.id() : expected.group(4);
        assertThat(reading.quality().id()).as(line).isEqualTo(quality);
        if (expected.group(5) != null)
            assertThat(Instant.ofEpochMilli(reading.t())).as(line).isEqualTo(Instant.parse(expected.group(5)));
    }
}
