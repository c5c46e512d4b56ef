package ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeCommandTest {
    private static final String SIX = "time,pm25,pm10,so2,no2,o3,co\n";
    private static final Map<String, String> PUBLISHED_NAMES =
            Map.of("PM2.5", "pm25", "PM10", "pm10", "臭氧", "o3", "二氧化硫", "so2", "二氧化氮", "no2", "一氧化碳", "co");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"hourly-2019-07-18T12.csv", "hourly-2019-07-23T10.csv"})
    void itAgreesWithEveryPublishedHour(String name) throws URISyntaxException {
        Path file = Path.of(getClass().getResource("/standards/" + name).toURI());
        Terminal said = Terminal.run("judge", "--standard", "hj633-2012", "--period", "1h", file.toString());
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.err()).isEmpty();
        List<String> header = fields(said.lines().get(0));
        assertThat(header.subList(11, 20))
                .containsExactly(
                        "iaqi_pm25",
                        "iaqi_pm10",
                        "iaqi_so2",
                        "iaqi_no2",
                        "iaqi_o3",
                        "iaqi_co",
                        "aqi",
                        "primary",
                        "category");
        assertThat(said.lines()).hasSizeGreaterThan(1000);
        for (String line : said.lines().subList(1, said.lines().size())) {
            List<String> row = fields(line);
            assertThat(row.get(17)).as(line).isEqualTo(row.get(8));
            assertThat(row.get(19)).as(line).isEqualTo(row.get(9));
            assertThat(primary(row.get(18))).as(line).isEqualTo(published(row.get(10)));
        }
    }

    @Test
    void itPassesOtherColumnsThroughAndAppendsTheResult() throws IOException {
        assertThat(judged("hj633-2026", "time,site,pm25,o3\n2026-04-01T10:00,\"Genting, \"\"K2\"\"\n2\",61,161\n")
                        .lines())
                .containsExactly(
                        "time,site,pm25,o3,iaqi_pm25,iaqi_pm10,iaqi_so2,iaqi_no2,iaqi_o3,iaqi_co,aqi,primary,category",
                        "2026-04-01T10:00,\"Genting, \"\"K2\"\"",
                        "2\",61,161,101,,,,52,,101,pm25,轻度污染");
    }

    @Test
    void itGivesNoIndexUpTo100By2026WhileAPollutantIsMissing() throws IOException {
        String rows = SIX + "2026-04-01 10:00,60,30,1,1,,0.1\n2026-04-01 11:00,60,30,1,1,0,0.1\n";
        assertThat(judged("hj633-2026", rows).lines().get(1)).endsWith(",100,30,1,1,,1,,,");
        assertThat(judged("hj633-2026", rows).lines().get(2)).endsWith(",100,30,1,1,0,1,100,pm25,良");
        assertThat(judged("hj633-2012", rows).lines().get(1)).endsWith(",82,30,1,1,,1,82,pm25,良");
    }

    @Test
    void itNamesEveryPrimaryPollutantAndNoneUpTo50() throws IOException {
        assertThat(judged("hj633-2012", SIX + "2020-01-01T00:00:00Z,75,150,0,0,0,0\n1577836800000,35,50,0,0,0,0\n")
                        .lines())
                .satisfiesExactly(
                        header -> assertThat(header).startsWith("time"),
                        line -> assertThat(line).endsWith(",100,pm25+pm10,良"),
                        line -> assertThat(line).endsWith(",50,,优"));
    }

    @Test
    void itTakesOzoneOfADayFromItsEightHourMeanAndIn2012FromTheHighestHourToo() throws IOException {
        String table = "time,o3,o3_8h\n2020-01-01,400,160\n2020-01-02,,160\n2020-01-03,400,\n";
        assertThat(column(judged("hj633-2012", table, "--period", "24h"), "aqi"))
                .containsExactly("200", "100", "200");
        assertThat(column(judged("hj633-2026", table, "--period", "24h"), "iaqi_o3"))
                .containsExactly("100", "100", "");
        assertThat(column(judged("hj633-2012", table), "aqi")).containsExactly("200", "", "200");
    }

    @ParameterizedTest
    @CsvSource({"zh,轻度污染", "en,Lightly polluted", "fr,Légèrement pollué", "id,light"})
    void itNamesCategoriesInTheLanguageAskedFor(String language, String word) throws IOException {
        Terminal said = judged("hj633-2012", SIX + "2020-01-01,100,0,0,0,0,0\n", "--lang", language);
        assertThat(column(said, "category")).containsExactly(word);
    }

    @Test
    void itHoldsLimitsByTheClassOfTheFileOrTheOneAskedFor() throws IOException {
        String table = "time,pm25,so2,station,humidity\n2020-01-01,36,200,a,50\n2020-01-02,,400.5,b,\n";
        Terminal said = judged("gb3095-2012", table);
        assertThat(said.lines())
                .containsExactly(
                        "time,pm25,so2,station,humidity,status_pm25,status_so2",
                        "2020-01-01,36,200,a,50,pass,pass",
                        "2020-01-02,,400.5,b,,insufficient,warn");
        assertThat(said.err()).isEqualTo("note: held against gb3095-2012, class 2: pm25 24h, so2 1h\n");
        assertThat(column(judged("gb3095-2012", table, "--class", "1"), "status_pm25"))
                .containsExactly("exceed", "insufficient");
        assertThat(judged("gb3095-2012", table, "--period", "1h").err()).contains("pm25 has no such limit, so2 1h");
        assertThat(column(judged("gb3095-2012", table, "--period", "24h"), "status_so2"))
                .containsExactly("exceed", "exceed");
    }

    @Test
    void itSaysWhatItJudgedOutOfTimeAndTookAsMissing() throws IOException {
        Terminal said = judged("hj633-2026", SIX + "2026-02-28T23:59,-999,0,0,0,0,0\n2026-03-01T00:00,1,1,1,1,1,1\n");
        assertThat(said.exit()).isZero();
        assertThat(said.err())
                .contains("note: rows outside the time in which hj633-2026 is in force from 2026-03-01: 1")
                .contains("note: values below 0, taken as missing: 1");
        assertThat(column(said, "iaqi_pm25")).containsExactly("", "2");
        assertThat(judged("hj633-2012", "time,aqi,pm25\n2020-01-01,7,1\n").err())
                .contains("note: the table has a column aqi already; the last is ours");
    }

    @Test
    void itReadsWhatSpreadsheetsWrite() throws IOException {
        String table = "\uFEFF\"time\", pm25 ,pm10\r\n\r\n\"2020-01-01\",\" 35 \",\"5e1\"\r\n";
        assertThat(judged("hj633-2012", table).lines())
                .satisfiesExactly(
                        header -> assertThat(header).startsWith("time,pm25,pm10,iaqi_pm25"),
                        line -> assertThat(line).startsWith("2020-01-01, 35 ,5e1,50,50,"));
        assertThat(judged("hj633-2012", "time,pm25\r2020-01-01,35").lines()).hasSize(2);
        assertThat(judged("hj633-2012", "time,pm25\n").lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`time,pm25\\n2020-01-01,1\\n2020-01-01,abc`, `:3: column pm25: 'abc' is not a number`",
                "`time,pm25\\n2020-01-01,NaN`, `:2: column pm25: 'NaN' is not a number, allowed: `",
                "`time,pm25\\n2020-01-01,\"1,5\"`, `:2: column pm25: '1,5' is not a number`",
                "`time,pm25\\n2020-01-01,1e999`, `:2: column pm25: '1e999' is not a number`",
                "`time,pm25\\n2020-01-01,0x1p3`, `:2: column pm25: '0x1p3' is not a number`",
                "`time,pm25\\n\\n20200101,1`, `:3: column time: '20200101' is no time, allowed: 2019-07-18, `",
                "`time,pm25\\n,1`, `:2: column time: '' is no time`",
                "`time,pm25\\n2020-02-30,1`, `:2: column time: '2020-02-30' is no time`",
                "`time,pm25\\n2020-01-01`, `:2: has 1 fields, allowed: 2 as the header`",
                "`time,pm25\\n2020-01-01,1,2`, `:2: has 3 fields`",
                "`time,pm25,pm25\\n2020-01-01,1,2`, `:1: column pm25: is there twice, allowed: once`",
                "`time,time,pm25\\n2020-01-01,1,2`, `:1: column time: is there twice`",
                "`when,pm25\\n2020-01-01,1`, `:1: the header has no column time`",
                "`time,pm2.5,PM10\\n2020-01-01,1,2`, `:1: has no column that hj633-2012 judges, allowed: co, no2, o3, `",
                "`2020-01-01,1\\n2020-01-02,1`, `:1: has no column that hj633-2012 judges`",
                "``, `:1: is empty, allowed: a header`",
                "`time,pm25,x\\n2020-01-01,1,\"a\"b`, `: in the row after line 1: not CSV (RFC 4180): `",
                "`time,pm25,x\\n2020-01-01,1,\"a\\n`, `:2: a quote is not closed before the end of the file`",
            })
    void itSaysWhereATableIsWrong(String table, String message) throws IOException {
        Terminal said = judged("hj633-2012", table.replace("\\n", "\n"));
        assertThat(said.exit()).as(said.err()).isEqualTo(1);
        assertThat(said.err()).startsWith("ridgeline: " + folder.resolve("table.csv") + message);
    }

    @Test
    void itWritesTheRowsBeforeAWrongOne() throws IOException {
        assertThat(judged("hj633-2012", "time,pm25\n2020-01-01,35\n2020-01-01,x\n")
                        .lines())
                .hasSize(2);
    }

    @Test
    void itRefusesFilesItCannotRead() throws IOException {
        Path gbk = Files.write(
                folder.resolve("gbk.csv"), "time,pm25,站\n2020-01-01,1,天津\n".getBytes(Charset.forName("GBK")));
        assertThat(run("hj633-2012", gbk.toString()).err()).contains("not text in UTF-8");
        assertThat(run("hj633-2012", folder.toString()).err()).contains("is a folder");
        assertThat(run("hj633-2012", folder.resolve("none").toString()).err()).contains("cannot be read");
        assertThat(run("hj633-2012", gbk.toString()).exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "judge",
                "judge t.csv",
                "judge --standard hj633-2012",
                "judge --standard gb3095 t.csv",
                "judge --standard hj633-2012 --period 8h t.csv",
                "judge --standard hj633-2012 --lang de t.csv",
                "judge --standard hj633-2012 --class 2 t.csv",
                "judge --standard gb3095-2012 --class 3 t.csv"
            })
    void itExitsWith2OnWrongUsage(String arguments) {
        Terminal said = Terminal.run(arguments.split(" ", -1));
        assertThat(said.exit()).as(said.err()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("Usage: ridgeline judge");
    }

    @Test
    void itJudgesByAFolderOfStandardsAndNamesTheMistakesOfTheOneAskedFor() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own/standards"));
        String figures = Files.readString(Path.of("config/standards/gb3095-2012.yaml"));
        Files.writeString(own.resolve("gb3095-2012.yaml"), figures.replace("max: [35, 75]", "max: [35, 70]"));
        Files.writeString(own.resolve("broken.yaml"), "kind: limits");
        String[] config = {"--config", folder.resolve("own").toString()};
        Terminal said = judged("gb3095-2012", "time,pm25\n2020-01-01,71\n", config);
        assertThat(column(said, "status_pm25")).containsExactly("exceed");
        Terminal broken = judged("broken", "time,pm25\n2020-01-01,71\n", config);
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.err())
                .startsWith("ridgeline: the standard cannot be used:\n")
                .contains("broken.yaml:1:1: ");
    }

    private Terminal judged(String standard, String table, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), table, StandardCharsets.UTF_8);
        return run(
                standard,
                Stream.concat(Arrays.stream(more), Stream.of(file.toString())).toArray(String[]::new));
    }

    private static Terminal run(String standard, String... more) {
        return Terminal.run(Stream.concat(Stream.of("judge", "--standard", standard), Arrays.stream(more))
                .toArray(String[]::new));
    }

    private static List<String> column(Terminal said, String name) {
        assertThat(said.exit()).as(said.err()).isZero();
        int at = fields(said.lines().get(0)).indexOf(name);
        return said.lines().stream().skip(1).map(line -> fields(line).get(at)).toList();
    }

    /** None of these tables has a comma within a field, except in what was published. */
    private static List<String> fields(String line) {
        return List.of(line.replaceAll("\"([^\",]*),([^\"]*)\"", "$1;$2").split(",", -1));
    }

    private static Set<String> primary(String text) {
        return text.isEmpty() ? Set.of() : new TreeSet<>(List.of(text.split("\\+")));
    }

    private static Set<String> published(String text) {
        Set<String> named = new TreeSet<>();
        PUBLISHED_NAMES.forEach((name, id) -> {
            if (text.contains(name)) named.add(id);
        });
        return named;
    }
}
