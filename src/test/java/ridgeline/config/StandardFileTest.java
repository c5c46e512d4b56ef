package ridgeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import ridgeline.standard.Standards;
import ridgeline.standard.Standards.Sheet;

class StandardFileTest {
    private static final Path SHIPPED = Path.of("config/standards");

    @TempDir
    Path folder;

    @Test
    void itReadsEveryShippedStandardWithoutAProblem() {
        StandardFile.Result result = StandardFile.builtIn();
        assertThat(result.problems()).isEmpty();
        assertThat(result.standards().sheets())
                .extracting(sheet -> sheet.edition().id())
                .contains("gb3095-2012", "gb3095-2026", "hj633-2012", "hj633-2026");
    }

    @Test
    void itListsLimitsWithTheirClassClauseAndDays() {
        Sheet sheet = StandardFile.builtIn().standards().sheets().stream()
                .filter(each -> each.edition().id().equals("gb3095-2026"))
                .findFirst()
                .orElseThrow();
        assertThat(sheet.edition().certainty().id()).isEqualTo("primary");
        assertThat(sheet.limits())
                .filteredOn(line -> line.quantity().id().equals("pm25")
                        && line.classId().equals("2")
                        && line.period().id().equals("24h"))
                .extracting(line -> line.bound().max() + " " + line.from() + " " + line.to() + " " + line.clause())
                .containsExactly(
                        "60.0 2026-03-01 2030-12-31 table 1, transition stage, class 2",
                        "50.0 2031-01-01 null table 1, class 2");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void itShipsFilesThatTheSchemaAccepts(Path file) throws IOException {
        assertThat(schema().validate(json(Files.readString(file)))).isEmpty();
    }

    private static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void itReadsAClassWithoutALimitAndLimitsOfSomeMonths() {
        Standards standards = StandardFile.builtIn().standards();
        assertThat(lines(standards, "who-2021", "so2 10min")).containsExactly("aqg 500.0");
        assertThat(lines(standards, "gbt18883-2022", "temperature 1h")).containsExactly("indoor 24.0", "indoor 28.0");
        assertThat(lines(standards, "fis-ibu", "wind_speed 10min"))
                .containsExactly("ski-jumping 4.0", "freestyle 11.0");
    }

    private static List<String> lines(Standards standards, String id, String row) {
        return standards.sheets().stream()
                .filter(sheet -> sheet.edition().id().equals(id))
                .flatMap(sheet -> sheet.limits().stream())
                .filter(line ->
                        row.equals(line.quantity().id() + " " + line.period().id()))
                .map(line -> line.classId() + " " + line.bound().max())
                .toList();
    }

    @Test
    void itShipsProfilesThatNameItsStandards() {
        Standards standards = StandardFile.builtIn().standards();
        assertThat(ProfileFile.builtIn(standards, ZoneId.of("Asia/Shanghai")).problems())
                .isEmpty();
    }

    @Test
    void itShipsASchemaThatRefusesUnknownKeys() throws IOException {
        String text = Files.readString(SHIPPED.resolve("hj633-2026.yaml")) + "\ncolour: red\n";
        assertThat(schema().validate(json(text))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            gb3095-2026 | id: gb3095-2026 | id: gb3095-2062 | id | the name of the file, gb3095-2026
            gb3095-2026 | kind: limits | kind: limit | kind | allowed: limits, index
            gb3095-2026 | {from: 2026-03-01} | {from: 2026-02-30} | inForce.from | a date of the calendar
            gb3095-2026 | zone: Asia/Shanghai | zone: Asia/Beijing | zone | a time zone
            gb3095-2026 | unit: mg/m3, max: [4, 4] | unit: ug/m3, max: [4, 4] | stages[0].limits[4].unit | mg/m3
            gb3095-2026 | max: [35, 60] | max: [35] | stages[0].limits[10].max | one number or ~ for each of the classes
            gb3095-2026 | from: 2031-01-01 | from: 2031-02-01 | stages[1].from | the day after
            gb3095-2026 | class: "2" | class: "3" | judge.class | a class that every stage has
            gb3095-2026 | certainty: primary | certainty: sure | certainty | primary
            gb3095-2026 | {minimum: 6, clause: table 4} | {minimum: 0, clause: table 4} | validity.8h.minimum | from 1
            hj633-2026 | column: o3_1h | column: o3_2h | inputs.1h.averages[3].column | o3_1h
            hj633-2026 | column: o3_1h | column: co_1h | inputs.1h.averages[3].column | a column of o3
            hj633-2026 | [0, 160, 200, | [0, 160, 160, | columns[7].points[2] | more than the one before
            hj633-2026 | [0, 2, 4, | [0, 2.05, 4, | columns[4].points[1] | at most 1 decimals
            hj633-2026 | "#00E400" | green | categories[0].colour | a colour such as
            hj633-2026 | upTo: 500 | upTo: 499 | categories | an end at 500
            hj633-2026 | publishAbove | publishOver | missing.publishOver | publishAbove
            """)
    void itSaysWhereAMistakeIsAndWhatIsAllowed(String id, String right, String wrong, String field, String allowed)
            throws IOException {
        String text = Files.readString(SHIPPED.resolve(id + ".yaml"));
        assertThat(text).contains(right);
        Files.writeString(folder.resolve(id + ".yaml"), text.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
        StandardFile.Result result = StandardFile.readFolder(folder);
        assertThat(result.problems()).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.text()).contains(allowed);
            assertThat(problem.line()).isGreaterThan(1);
        });
        assertThat(result.standards().sheets())
                .as("a standard with a hole in it must not judge")
                .isEmpty();
    }

    @Test
    void itReadsNoStandardFromAFolderThatIsNotThere() {
        StandardFile.Result result = StandardFile.readFolder(folder.resolve("nowhere"));
        assertThat(result.problems()).isEmpty();
        assertThat(result.standards().sheets()).isEqualTo(List.of());
    }

    private static JsonSchema schema() throws IOException {
        String text = Files.readString(Path.of("config/standard.schema.json"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }

    private static JsonNode json(String yaml) {
        Object loaded =
                new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml);
        return new ObjectMapper().valueToTree(loaded);
    }
}
