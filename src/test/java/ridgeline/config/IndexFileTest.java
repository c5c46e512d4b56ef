package ridgeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridgeline.domain.Quantity;
import ridgeline.standard.IndexStandard;
import ridgeline.standard.IndexStandard.Category;

/** What an index file may say beside numbers that share their ends. */
class IndexFileTest {
    private static final Path SHIPPED = Path.of("config/standards");

    @ParameterizedTest
    @CsvSource({"o3_8h, ppm", "o3_1h, ppm", "co_8h, ppm", "so2_1h, ppb", "so2_24h, ppb", "no2_1h, ppb"})
    void itShipsColumnsInTheUnitsThatSensorsAreConvertedBy(String id, String unit) throws IOException {
        var column = us().columns().get(id);
        Conversion conversion = new Units().compile(unit, column.quantity());
        assertThat(conversion).isNotNull();
        assertThat(column.steps().perUnit()).isCloseTo(conversion.factor(), Percentage.withPercentage(1e-9));
    }

    @Test
    void itReadsWhatTheAirDoesAndWhatToDoAboutIt() throws IOException {
        assertThat(us().categories()).hasSize(6).allSatisfy(category -> {
            assertThat(category.effect().byLanguage()).containsOnlyKeys("zh", "en", "fr");
            assertThat(category.advice().byLanguage()).containsOnlyKeys("zh", "en", "fr");
        });
        assertThat(us().categories().get(5).upTo()).isEqualTo(Category.OPEN);
    }

    @Test
    void itReadsWhatMayLack() throws IOException {
        String text = text("hj633-2026").replace("publishAbove: 100,", "publishAbove: 100, mayLack: [so2, co],");
        assertThat(read("hj633-2026", text).missing().mayLack()).containsExactlyInAnyOrder(Quantity.SO2, Quantity.CO);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            epa-aqi-2024 | [51, 100], | [52, 100], | indices[1][0] | allowed: 51
            epa-aqi-2024 | [51, 100], | [51, 51], | indices[1][1] | more than 51
            epa-aqi-2024 | [51, 100], | 51, | indices[1] | a pair of indices
            epa-aqi-2024 | inputs: truncate | inputs: cut | rounding.inputs | half-even, truncate
            epa-aqi-2024 | index: nearest | index: half-up | rounding.index | up, nearest
            epa-aqi-2024 | [9.1, 35.4] | [9.2, 35.4] | columns[0].ranges[1][0] | one step of the last decimal
            epa-aqi-2024 | [9.1, 35.4] | [9.1, 9.1] | columns[0].ranges[1][1] | more than the number before
            epa-aqi-2024 | [9.1, 35.4] | [9.1, 35.44] | columns[0].ranges[1][1] | at most 1 decimals
            epa-aqi-2024 | [9.1, 35.4] | ~ | columns[0].ranges[1] | a pair of concentrations
            epa-aqi-2024 | perUnit: 1961.904761905, | | columns[2].unit | ug/m3, or another with "perUnit"
            epa-aqi-2024 | perUnit: 1961.904761905, | perUnit: 0, | columns[2].perUnit | a number from
            epa-aqi-2024 | decimals: 1, | decimals: 1, perUnit: 1, | columns[0].perUnit | only in another unit
            epa-aqi-2024 | beyond: extend | beyond: more | columns[0].beyond | last, none, extend
            epa-aqi-2024 | ranges: | points: | columns[0].points | allowed: ranges
            epa-aqi-2024 | upTo: 100 | level: 2 | categories[1].upTo | is missing
            epa-aqi-2024 | level: 6 | upTo: 500 | categories | a last one without upTo
            epa-aqi-2024 | effect: | efect: | categories[0].efect | effect
            hj633-2026 | publishAbove: 100, | publishAbove: 100, mayLack: [n02], | missing.mayLack[0] | no2
            hj633-2026 | publishAbove: 100, | publishAbove: 100, mayLack: [hcho], | missing.mayLack[0] | "inputs"
            hj633-2026 | [0, 50, 100, 150, 200, 300, 400, 500] | [0] | indices | two indices or more
            """)
    void itSaysWhereAMistakeIsAndWhatIsAllowed(String id, String right, String wrong, String field, String allowed)
            throws IOException {
        String text = text(id);
        assertThat(text).contains(right);
        Problems problems = new Problems();
        String changed = text.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong == null ? "" : wrong));
        assertThat(StandardFile.standard(YamlText.parse(id + ".yaml", changed, problems), id, problems))
                .as("a standard with a hole in it must not judge")
                .isNull();
        assertThat(problems.list()).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.text()).contains(allowed);
        });
    }

    private static IndexStandard us() throws IOException {
        return read("epa-aqi-2024", text("epa-aqi-2024"));
    }

    private static String text(String id) throws IOException {
        return Files.readString(SHIPPED.resolve(id + ".yaml"));
    }

    private static IndexStandard read(String id, String text) {
        Problems problems = new Problems();
        Object standard = StandardFile.standard(YamlText.parse(id + ".yaml", text, problems), id, problems);
        assertThat(problems.list()).isEmpty();
        return (IndexStandard) standard;
    }
}
