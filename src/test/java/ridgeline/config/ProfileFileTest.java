package ridgeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridgeline.domain.Site;
import ridgeline.standard.Profiles;
import ridgeline.standard.Standards;

/** What {@code profiles.yaml} may say. */
class ProfileFileTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Standards STANDARDS = StandardFile.builtIn().standards();
    private static final String PROFILES = """
            profiles:
              - id: competition
                name: {en: Competition}
                standards:
                  - {use: gb3095-2026, class: "1", warnShare: 0.7}
                  - {use: hj633-2026}
              - {id: rest, standards: [{use: gb3095-2026}]}
            calendar:
              - {profile: rest, from: 2027-05-01, to: 2027-10-31}
              - {profile: competition, venues: [genting], from: 2027-06-01, to: 2027-06-02}
            """;
    private static final String SENSORS = """
            venues:
              - {id: genting, profile: competition, classes: {gb3095-2026: "1"}}
            sensors: []
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeSensors() throws Exception {
        Files.writeString(folder.resolve("sensors.yaml"), SENSORS);
    }

    private ProfileFile.Result read(String profiles, String sensors) throws Exception {
        Files.writeString(folder.resolve("profiles.yaml"), profiles);
        Files.writeString(folder.resolve("sensors.yaml"), sensors);
        return ProfileFile.read(folder, STANDARDS, site(), SHANGHAI);
    }

    private Site site() {
        return Objects.requireNonNull(ConfigFolder.site(folder).value());
    }

    @Test
    void itReadsPhasesAndTheirCalendar() throws Exception {
        ProfileFile.Result read = read(PROFILES, SENSORS);
        assertThat(read.problems()).isEmpty();
        assertThat(read.profiles().profiles()).extracting(Profiles.Profile::id).containsExactly("competition", "rest");
        assertThat(read.profiles().profiles().get(0).uses())
                .containsExactly(new Profiles.Use("gb3095-2026", "1", 0.7), new Profiles.Use("hj633-2026", null, null));
        assertThat(read.profiles().calendar())
                .containsExactly(
                        new Profiles.Phase(List.of(), "rest", LocalDate.of(2027, 5, 1), LocalDate.of(2027, 10, 31)),
                        new Profiles.Phase(
                                List.of("genting"), "competition", LocalDate.of(2027, 6, 1), LocalDate.of(2027, 6, 2)));
        assertThat(read.profiles().zone()).isEqualTo(SHANGHAI);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "use: hj633-2026 | use: hj633-2062 | 6:15: profiles[0].standards[1].use | did you mean",
                "class: \"1\" | class: \"7\" | 5:35: profiles[0].standards[0].class | allowed: a class of gb3095-2026: [1, 2]",
                "warnShare: 0.7 | warnShare: 7 | 5:51: profiles[0].standards[0].warnShare | from 0 to 1",
                "id: rest | id: competition | 7:10: profiles[1].id | allowed: each id once",
                "profile: rest | profile: resst | 9:15: calendar[0].profile | did you mean rest",
                "[genting] | [gentin] | 10:37: calendar[1].venues[0] | did you mean genting",
                "to: 2027-10-31 | to: 2027-04-30 | 9:43: calendar[0].to | a day on or after",
                "2027-05-01 | 2027-05-32 | 9:27: calendar[0].from | a date of the calendar",
                "calendar: | calender: | 8:1: calender | did you mean calendar",
            })
    void itSaysWhereAMistakeIs(String right, String wrong, String place, String allowed) throws Exception {
        assertThat(PROFILES).contains(right);
        assertThat(read(PROFILES.replace(right, wrong), SENSORS).problems())
                .extracting(Problem::toString)
                .anySatisfy(problem -> assertThat(problem).contains(place).contains(allowed));
    }

    @Test
    void itMissesTheProfileThatAVenueHas() throws Exception {
        assertThat(read(PROFILES, SENSORS.replace("profile: competition", "profile: race"))
                        .problems())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .contains("profiles.yaml", "lack race", "venue genting", "competition, rest");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gb3095-2026: \"1\" | gb3095-2062: \"1\" | 2:70: venues[0].classes.gb3095-2062 | did you mean",
                "gb3095-2026: \"1\" | gb3095-2026: \"3\" | 2:70: venues[0].classes.gb3095-2026 | allowed: 1, 2, none",
            })
    void itHoldsTheClassesOfPlacesAgainstTheStandards(String right, String wrong, String place, String allowed)
            throws Exception {
        assertThat(read(PROFILES, SENSORS.replace(right, wrong)).problems())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .contains("sensors.yaml")
                .contains(place.substring(place.indexOf(' ') + 1))
                .contains(allowed);
    }

    @Test
    void itTakesTheShippedProfilesWhereTheFolderHasNone() {
        ProfileFile.Result read = ProfileFile.read(folder, STANDARDS, site(), SHANGHAI);
        assertThat(read.problems()).isEmpty();
        assertThat(read.profiles().profiles()).extracting(Profiles.Profile::id).contains("competition");
    }
}
