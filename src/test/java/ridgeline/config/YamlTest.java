package ridgeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
    enum Colour {
        RED,
        GREEN
    }

    private final Problems problems = new Problems();

    private Yaml parse(String text) {
        return YamlText.parse("f.yaml", text, problems);
    }

    private List<String> said() {
        return problems.list().stream().map(Problem::toString).toList();
    }

    private List<String> saidOf(String text, Consumer<Yaml> reading) {
        reading.accept(parse(text));
        return said();
    }

    @Test
    void readsEveryKindOfValue() {
        Yaml root = parse("""
                text: hello
                number: -1.5e3
                integer: 0x1F
                every: PT1M30S
                keep: P2Y6M
                colour: green
                name: {zh: 你好, en: Hi}
                list: [1, 2]
                """);
        assertThat(root.at("text").text()).isEqualTo("hello");
        assertThat(root.at("number").number()).isEqualTo(-1500);
        assertThat(root.at("integer").integer(0, 100)).isEqualTo(31);
        assertThat(root.at("every").duration()).isEqualTo(Duration.ofSeconds(90));
        assertThat(root.at("keep").period()).isEqualTo(Period.of(2, 6, 0));
        assertThat(root.at("colour").oneOf(Colour.class)).isEqualTo(Colour.GREEN);
        assertThat(root.at("name").words().byLanguage()).isEqualTo(Map.of("zh", "你好", "en", "Hi"));
        assertThat(root.at("list").items()).extracting(Yaml::number).containsExactly(1.0, 2.0);
        assertThat(root.entries()).hasSize(8);
        assertThat(said()).isEmpty();
    }

    @Test
    void saysNothingOfAnAbsentValueUnlessItIsRequired() {
        Yaml root = parse("a: 1");
        Yaml absent = root.at("b").at("c");
        assertThat(absent.text()).isNull();
        assertThat(absent.number()).isNull();
        assertThat(absent.integer(0, 1)).isNull();
        assertThat(absent.duration()).isNull();
        assertThat(absent.words()).isNull();
        assertThat(absent.items()).isEmpty();
        assertThat(absent.entries()).isEmpty();
        assertThat(said()).isEmpty();
        root.at("b").required();
        assertThat(said()).containsExactly("f.yaml:1:1: b: is missing, allowed: a value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8080     | is 8080, allowed: text (text that looks like a number or true/false needs quotes)",
                "true     | is true, allowed: text (text that looks like a number or true/false needs quotes)",
                "~        | is empty, allowed: text",
                "''''''   | is empty, allowed: text",
                "[a]      | is a list, allowed: text",
                "{a: b}   | is a set of keys, allowed: text",
                "\"a\\tb\"| is the text \"a\\u0009b\", allowed: text, on one line without control characters",
                "\"\\u202Eb\"| is the text \"\\u202eb\", allowed: text, on one line without control characters",
            })
    void takesOnlyTextAsText(String value, String problem) {
        assertThat(saidOf("k: " + value.replace("''''''", "''"), root -> root.at("k")
                        .text()))
                .containsExactly("f.yaml:1:4: k: " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"8080\" | is the text \"8080\", allowed: a number without quotes",
                "eight    | is the text \"eight\", allowed: a number",
                ".inf     | is .inf, allowed: a number",
                ".nan     | is .nan, allowed: a number",
                "1e999    | is 1e999, allowed: a number",
                "1e999999999999 | is 1e999999999999, allowed: a number",
                "1,5      | is the text \"1,5\", allowed: a number",
                "1_000    | is the text \"1_000\", allowed: a number",
                "0b11     | is the text \"0b11\", allowed: a number",
                "12:30    | is the text \"12:30\", allowed: a number",
                "[1]      | is a list, allowed: a number",
            })
    void takesOnlyFiniteNumbersAsNumbers(String value, String problem) {
        assertThat(saidOf("k: " + value, root -> root.at("k").number())).containsExactly("f.yaml:1:4: k: " + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e0", "\"1\"", "0", "11", "999999999999999999999", "one", "-1"})
    void takesOnlyWholeNumbersInBounds(String value) {
        assertThat(saidOf("k: " + value, root -> root.at("k").integer(1, 10)))
                .singleElement()
                .asString()
                .contains("allowed: a whole number from 1 to 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5s", "PT0S", "PT-5S", "-PT5S", "P", "PT", "pt5s", "P1Y", "P367D", "PT999999999S"})
    void takesOnlyPositiveBoundedDurations(String value) {
        assertThat(saidOf("k: " + value, root -> root.at("k").duration()))
                .singleElement()
                .asString()
                .endsWith("allowed: an ISO 8601 duration over zero and up to P366D, for example PT5S or PT1M");
    }

    @ParameterizedTest
    @ValueSource(strings = {"35x", "P0D", "P-1D", "PT5S", "P", "P1001Y", "P999999D"})
    void takesOnlyPositiveBoundedPeriods(String value) {
        assertThat(saidOf("k: " + value, root -> root.at("k").period()))
                .singleElement()
                .asString()
                .endsWith("allowed: an ISO 8601 period over zero and up to P1000Y, for example P35D or P2Y");
    }

    @Test
    void guessesTheChoiceThatWasMeant() {
        assertThat(saidOf("k: gren", root -> root.at("k").oneOf(Colour.class)))
                .containsExactly("f.yaml:1:4: k: is the text \"gren\"; did you mean green?, allowed: red, green");
    }

    @Test
    void locatesUnknownKeysAtTheKeyAndGuesses() {
        assertThat(saidOf("a:\n  prot: 1\n  xyzzy: 2", root -> root.at("a").onlyKeys("port", "host")))
                .containsExactly(
                        "f.yaml:2:3: a.prot: is not a known key; did you mean port?, allowed: port, host",
                        "f.yaml:3:3: a.xyzzy: is not a known key, allowed: port, host");
    }

    @Test
    void saysOnceThatSomethingHoldsNoKeysAndThenIsSilentBelowIt() {
        assertThat(saidOf("a: [1]", root -> {
                    Yaml a = root.at("a").onlyKeys("b", "c");
                    a.at("b").required().text();
                    a.at("c").required().number();
                }))
                .containsExactly("f.yaml:1:4: a: is a list, allowed: keys and values");
    }

    @Test
    void reportsKeysThatAreGivenTwiceAndReadsTheFirst() {
        Yaml root = parse("a: 1\nb: {c: 1, c: 2}\na: 2");
        assertThat(root.at("a").number()).isEqualTo(1);
        assertThat(said())
                .containsExactly(
                        "f.yaml:2:11: b.c: is given twice, first in line 2, allowed: once",
                        "f.yaml:3:1: a: is given twice, first in line 1, allowed: once");
    }

    static Stream<List<String>> broken() {
        return Stream.of(
                List.of("", "1:1: document: is empty, allowed: keys and values"),
                List.of("# only a comment\n", "1:1: document: is empty, allowed: keys and values"),
                List.of(
                        "a: [1",
                        "1:6: document: is not YAML (while parsing a flow sequence: "
                                + "expected ',' or ']', but got <stream end>), allowed: YAML 1.2"),
                List.of(
                        "a: 1\n\tb: 2",
                        "2:1: document: is not YAML (while scanning for the next token: "
                                + "found character '\\t(TAB)' that cannot start any token), "
                                + "allowed: YAML 1.2"),
                List.of(
                        "a: 1\n---\nb: 2",
                        "2:1: document: is not YAML (expected a single document in the stream: "
                                + "but found another document), allowed: YAML 1.2"),
                List.of("a: *b", "1:4: document: is not YAML (found undefined alias b), allowed: YAML 1.2"),
                List.of(
                        "a: 雪\u0007",
                        "1:5: document: the character U+0007 is not allowed in YAML, " + "allowed: printable text"),
                List.of(
                        "a: &a\n  b: *a",
                        "1:4: a.b: contains itself through an alias, allowed: aliases to finished values"),
                List.of("a: !!python/x 1", "1:4: a: carries the tag tag:yaml.org,2002:python/x, allowed: no tags"),
                List.of(
                        "1: a",
                        "1:1: document: has a key that is not text, allowed: text as key (in quotes if need be)"),
                List.of(
                        "a: " + "[".repeat(40),
                        "1:35: document: is not YAML (nested deeper than 32 levels), " + "allowed: YAML 1.2"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void locatesWhatIsNoUsableYaml(List<String> textAndProblem) {
        assertThat(saidOf(textAndProblem.get(0), root -> root.at("a").required().text()))
                .first()
                .isEqualTo("f.yaml:" + textAndProblem.get(1));
    }

    @Test
    void refusesAnAliasBomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        assertThat(saidOf(bomb.toString(), root -> root.at("a59").items()))
                .containsExactly("f.yaml:1:1: document: grows by more than 50000 values through aliases, "
                        + "allowed: few aliases");
    }

    @Test
    void followsAnOrdinaryAlias() {
        Yaml root = parse("a: &a {b: 1}\nc: *a");
        assertThat(root.at("c").at("b").number()).isEqualTo(1);
        assertThat(said()).isEmpty();
    }

    @Test
    void refusesWhatIsNotUtf8AndSaysWhere() {
        byte[] gbk = {'a', ':', ' ', '1', '\n', 'b', ':', ' ', (byte) 0xD4, (byte) 0xC6};
        YamlText.parse("f.yaml", gbk, problems);
        assertThat(said()).containsExactly("f.yaml:2:4: document: the byte 0xD4 is not UTF-8, allowed: UTF-8 text");
    }

    @Test
    void refusesUtf16ButSkipsAByteOrderMark() {
        YamlText.parse("f.yaml", "a: 1".getBytes(StandardCharsets.UTF_16), problems);
        assertThat(said()).containsExactly("f.yaml:1:1: document: is UTF-16, allowed: UTF-8");
        Problems none = new Problems();
        assertThat(YamlText.parse("f.yaml", "\uFEFFa: 1", none).at("a").number())
                .isEqualTo(1);
        assertThat(none.isEmpty()).isTrue();
    }

    @Test
    void refusesAGiantFile() {
        assertThat(saidOf("#".repeat(YamlText.MOST_BYTES + 1), root -> root.at("a")
                        .text()))
                .containsExactly("f.yaml:1:1: document: is larger than 4 MiB, allowed: at most 4 MiB");
    }

    @Test
    void printsAProblemOnOneLineWhateverItHolds() {
        assertThat(new Problem("a\nb", 1, 2, "k\u001b[2J", "is \u202e\uD800").toString())
                .isEqualTo("a\\u000ab:1:2: k\\u001b[2J: is \\u202e\\ud800");
    }
}
