package ridgeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import ridgeline.standard.StagnationStandard;
import ridgeline.standard.StagnationStandard.Kind;
import ridgeline.standard.StagnationStandard.Lasting;
import ridgeline.standard.StagnationStandard.Level;

class StagnationFileTest {
    private static final Path SHIPPED = Path.of("config/standards/stagnation.yaml");

    @TempDir
    Path folder;

    @Test
    void itReadsTheShippedFigures() {
        StandardFile.Result result = StandardFile.builtIn();
        assertThat(result.problems()).isEmpty();
        assertThat(result.standards().names()).contains("stagnation");
        assertThat(result.standards().stagnations()).hasSize(1);
        StagnationStandard standard = result.standards().stagnations().get(0);
        assertThat(standard.signs()).extracting(StagnationStandard.Sign::kind).containsExactly(Kind.values());
        assertThat(standard.from()).isEqualTo(3);
        assertThat(standard.hours()).isEqualTo(6);
        assertThat(standard.levels()).extracting(Level::id).containsExactly("yellow", "orange", "red");
        assertThat(standard.levels().get(2).all()).containsExactly(new Lasting(200, 3), new Lasting(300, 1));
    }

    @Test
    void itShipsAFileThatTheSchemaAccepts() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("config/standard.schema.json")));
        var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        String text = Files.readString(SHIPPED);
        assertThat(schema.validate(new ObjectMapper().valueToTree(new Load(settings).loadFromString(text))))
                .isEmpty();
        String wrong = text + "\nissued: true\n";
        assertThat(schema.validate(new ObjectMapper().valueToTree(new Load(settings).loadFromString(wrong))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id: wind, | id: winds, | signs[0].id | wind, humidity, inversion, pressure
            id: humidity, unit: "%" | id: wind, unit: m/s | signs[1].id | each sign once
            unit: "%" | unit: g/kg | signs[1].unit | %
            unit: m/s, below: 2, | unit: m/s, | signs[0].above | at least one of them
            below: 1.5 | below: -1.5 | signs[3].below | more than -1.5
            over: 3, | | signs[3].over | a value
            below: 2, | below: 2, over: 3, | signs[0].over | only at the sign pressure
            over: 3 | over: 12 | signs[3].over | to 6
            {from: 3 | {from: 5 | stagnant.from | from 1 to 4
            hours: 6} | hours: 48} | stagnant.hours | from 1 to 40
            level: yellow | level: amber | persistence.levels[0].level | yellow, orange, red
            level: yellow | level: orange | persistence.levels[1].level | more severe
            hours: 48}] | hours: 50}] | persistence.levels[0].all[0].hours | whole days
            [{over: 150, hours: 48}] | [] | persistence.levels[0].all | one or more
            persistence: | persistance: | persistance | persistence
            """)
    void itSaysWhereAMistakeIsAndWhatIsAllowed(String right, String wrong, String field, String allowed)
            throws IOException {
        String text = Files.readString(SHIPPED);
        assertThat(text).contains(right);
        String changed = Matcher.quoteReplacement(wrong == null ? "" : wrong);
        Files.writeString(folder.resolve("stagnation.yaml"), text.replaceFirst(Pattern.quote(right), changed));
        StandardFile.Result result = StandardFile.readFolder(folder);
        assertThat(result.problems()).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.text()).contains(allowed);
            assertThat(problem.line()).isGreaterThan(1);
        });
        assertThat(result.standards().stagnations())
                .as("a standard with a hole in it must not judge")
                .isEmpty();
    }
}
