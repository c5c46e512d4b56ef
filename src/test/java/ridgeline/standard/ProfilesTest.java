package ridgeline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.domain.Quantity.NO2;
import static ridgeline.standard.Rig.HOUR;
import static ridgeline.standard.Rig.at;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ridgeline.domain.Venue;
import ridgeline.domain.Verdict;
import ridgeline.domain.Words;
import ridgeline.standard.Profiles.Phase;
import ridgeline.standard.Profiles.Profile;
import ridgeline.standard.Profiles.Use;

/** Which standards judge which place when. */
class ProfilesTest {
    private static final long T = at("2027-01-10T12:00");
    private static final Words NO_NAME = new Words(Map.of());

    private final LimitStandard open = standard("open-2026", false, "a");
    private final LimitStandard named = standard("named-2026", true, "a");
    private final LimitStandard classless = standard("classless-2026", false, null);

    private static LimitStandard standard(String id, boolean onlyNamed, @Nullable String judgedClass) {
        LimitStandard made = Made.standard(Made.limit(NO2, Period.HOUR, null, 200.0));
        Edition edition = made.edition();
        Edition own = new Edition(
                id,
                id.substring(0, id.indexOf('-')),
                onlyNamed,
                false,
                edition.title(),
                edition.source(),
                edition.certainty(),
                edition.zone(),
                null,
                null,
                edition.validity());
        return new LimitStandard(own, judgedClass, 0.8, null, made.stages());
    }

    private static Place place(@Nullable String profile, Map<String, String> ofVenue, Map<String, String> ofSensor) {
        return new Place(new Venue("genting", NO_NAME, null, null, null, profile, ofVenue, null), ofSensor);
    }

    private static Profiles profiles(List<Use> uses, Phase... calendar) {
        return new Profiles(
                List.of(new Profile("race", NO_NAME, uses), new Profile("rest", NO_NAME, List.of())),
                List.of(calendar),
                Rig.SHANGHAI);
    }

    @Test
    void withoutAProfileEveryStandardJudgesThatDoesNotWaitToBeNamed() {
        Profiles none = Profiles.none(Rig.SHANGHAI);
        Place plain = place(null, Map.of(), Map.of());
        assertThat(none.choose(plain, open, T)).contains(new Choice("a", 0.8, null));
        assertThat(none.choose(plain, named, T)).isEmpty();
        assertThat(none.choose(plain, classless, T)).isEmpty();
        assertThat(none.choose(place(null, Map.of("named", "b"), Map.of()), named, T))
                .as("a place may name it too")
                .contains(new Choice("b", 0.8, null));
    }

    @Test
    void aProfileNamesTheOnlyStandardsThatJudge() {
        Profiles profiles = profiles(List.of(new Use("named", null, 0.5)));
        Place racing = place("race", Map.of(), Map.of());
        assertThat(profiles.choose(racing, named, T)).contains(new Choice("a", 0.5, "race"));
        assertThat(profiles.choose(racing, open, T)).isEmpty();
        assertThat(profiles.uses(racing, named.edition(), T)).isTrue();
        assertThat(profiles.uses(racing, open.edition(), T)).isFalse();
        assertThat(profiles.choose(place("rest", Map.of(), Map.of()), named, T)).isEmpty();
    }

    @Test
    void theClassIsThatOfTheProfileElseOfTheSensorElseOfTheVenueElseOfTheStandard() {
        Map<String, String> venue = Map.of("classless", "venue");
        Map<String, String> sensor = Map.of("classless-2026", "sensor");
        Profiles plain = profiles(List.of(new Use("classless", null, null)));
        assertThat(plain.choose(place("race", venue, sensor), classless, T))
                .hasValueSatisfying(choice -> assertThat(choice.classId()).isEqualTo("sensor"));
        assertThat(plain.choose(place("race", venue, Map.of()), classless, T))
                .hasValueSatisfying(choice -> assertThat(choice.classId()).isEqualTo("venue"));
        Profiles strict = profiles(List.of(new Use("classless", "profile", null)));
        assertThat(strict.choose(place("race", venue, sensor), classless, T))
                .hasValueSatisfying(choice -> assertThat(choice.classId()).isEqualTo("profile"));
        assertThat(plain.choose(place("race", Map.of(), Map.of()), classless, T))
                .isEmpty();
    }

    @Test
    void aPlaceOfClassNoneIsNotJudged() {
        Profiles strict = profiles(List.of(new Use("open", "profile", null)));
        assertThat(strict.choose(place("race", Map.of(), Map.of("open", Place.NONE)), open, T))
                .isEmpty();
        assertThat(strict.uses(place("race", Map.of("open", Place.NONE), Map.of()), open.edition(), T))
                .isFalse();
    }

    @Test
    void theCalendarGoesBeforeTheVenueAndItsLaterEntriesBeforeEarlier() {
        LocalDate first = LocalDate.of(2027, 1, 10);
        Profiles profiles = profiles(
                List.of(),
                new Phase(List.of(), "race", first, first.plusDays(1)),
                new Phase(List.of("genting"), "rest", first.plusDays(1), first.plusDays(2)),
                new Phase(List.of("village"), "race", first, first.plusDays(9)));
        Venue genting = place("usual", Map.of(), Map.of()).venue();
        assertThat(profiles.at(genting, at("2027-01-09T23:59"))).isEqualTo("usual");
        assertThat(profiles.at(genting, at("2027-01-10T00:00"))).isEqualTo("race");
        assertThat(profiles.at(genting, at("2027-01-11T00:00"))).isEqualTo("rest");
        assertThat(profiles.at(genting, at("2027-01-12T23:59"))).isEqualTo("rest");
        assertThat(profiles.at(genting, at("2027-01-13T00:00"))).isEqualTo("usual");
    }

    @Test
    void aVerdictSaysWhichProfileJudgedItAndEndsWithIt() {
        LocalDate day = LocalDate.of(2027, 1, 10);
        Profiles profiles = profiles(
                List.of(new Use("open", null, null)), new Phase(List.of(), "rest", day.plusDays(1), day.plusDays(1)));
        Judge.Ground ground = new Judge.Ground(
                profiles,
                series -> place("race", Map.of(), Map.of()),
                series -> Optional.of(Duration.ofMinutes(1)),
                Rig.SHANGHAI);
        Rig rig = new Rig(new Standards(List.of(open), List.of()), ground, new Kept());
        long evening = at("2027-01-10T22:00");
        rig.hours(NO2, evening, 250, 250, 250);
        Verdict racing = rig.judged(evening + 2 * HOUR, NO2, "1h");
        assertThat(racing.rule().profile())
                .as("the hour before midnight was the race's")
                .isEqualTo("race");
        assertThat(rig.judge(evening + 3 * HOUR).ended()).containsExactly(racing.key());
        assertThat(rig.judge.verdicts()).isEmpty();
    }
}
