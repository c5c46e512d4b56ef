package ridgeline.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridgeline.domain.Pointer;

/** What the steps beyond JSON Pointer lead to. */
class PlacesTest {
    private static Entries at(String place) {
        return Entries.of("format: json, readings: [{quantity: pm25, at: '" + place + "', unit: ug/m3}]");
    }

    @Test
    void itFansOutOverListsAndMembers() {
        assertThat(at("/a/*/v").read("{\"a\":[{\"v\":1},{},{\"v\":null},{\"v\":3},4]}"))
                .containsExactly("s0.pm25=1.0", "s0.pm25=3.0");
        assertThat(at("/*/v").read("{\"x\":{\"v\":1},\"t\":\"C\",\"y\":{\"v\":2}}"))
                .containsExactly("s0.pm25=1.0", "s0.pm25=2.0");
        assertThat(at("/*/*").read("[[1,2],[3]]")).containsExactly("s0.pm25=1.0", "s0.pm25=2.0", "s0.pm25=3.0");
        assertThat(at("/*").read("[]")).containsExactly("[nothing none of [/*] is there]");
    }

    @Test
    void itSelectsAnElementByAMemberOfAnyDepth() {
        String list = "{\"l\":[{\"k\":\"a\",\"v\":1},{\"k\":7,\"m\":{\"n\":true},\"v\":2}]}";
        assertThat(at("/l[k=a]/v").read(list)).containsExactly("s0.pm25=1.0");
        assertThat(at("/l/[k=7]/v").read(list)).containsExactly("s0.pm25=2.0");
        assertThat(at("/l/[m/n=true]/v").read(list)).containsExactly("s0.pm25=2.0");
        assertThat(at("/l[k=b]/v").read(list)).containsExactly("[nothing none of [/l[k=b]/v] is there]");
    }

    @Test
    void itFindsAPositionByAListOfNames() {
        String columns =
                "{\"names\":[\"a\",\"b\"],\"head\":{\"f\":[{\"n\":\"x\"},{\"n\":\"b\"}]},\"rows\":[[1,2],[3,4],[5]]}";
        assertThat(at("/rows/*/[/names=b]").read(columns)).containsExactly("s0.pm25=2.0", "s0.pm25=4.0");
        assertThat(at("/rows/*/[/head/f/*/n=x]").read(columns))
                .containsExactly("s0.pm25=1.0", "s0.pm25=3.0", "s0.pm25=5.0");
        assertThat(at("/rows/*/[/names=c]").read(columns))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("[nothing");
    }

    @Test
    void itFindsNamesInTheSameElement() {
        assertThat(at("/*/rows/*/[/*/names/*=b]")
                        .read("[{\"names\":[\"a\",\"b\"],\"rows\":[[1,2]]},{\"names\":[\"b\"],\"rows\":[[3,4]]}]"))
                .containsExactly("s0.pm25=2.0", "s0.pm25=3.0");
    }

    @Test
    void itLetsTheStarsOfAPlaceStandForThoseOfTheValue() {
        Entries entries = Entries.of("id: 's-{d}', format: json, capture: {d: '/*#'}, time: {at: /*/*/t, unit: ms}, "
                + "readings: [{quantity: pm25, at: /*/*/v, unit: ug/m3, accept: {/*/*/ok: true}}]");
        assertThat(entries.read("{\"a\":[{\"v\":1,\"t\":1795492799000,\"ok\":true},{\"v\":2,\"ok\":false}],"
                        + "\"b\":[{\"v\":3,\"t\":1795492798000,\"ok\":true}]}"))
                .containsExactly("s-a.pm25=1.0@-1.0", "s-b.pm25=3.0@-2.0");
    }

    @Test
    void itTakesTheFirstPlaceThatIsThereForEachElement() {
        Entries either =
                Entries.of("format: json, readings: [{quantity: pm25, at: [/a/*/x, /a/*/y, /z], unit: ug/m3}]");
        assertThat(either.read("{\"a\":[{\"x\":1,\"y\":9},{\"y\":2},{\"x\":null,\"y\":3}]}"))
                .containsExactly("s0.pm25=1.0", "s0.pm25=2.0", "s0.pm25=3.0");
        assertThat(either.read("{\"z\":4}")).containsExactly("s0.pm25=4.0");
    }

    @Test
    void itTakesAQuantityThatIsGivenTwiceOnce() {
        Entries entries = Entries.of("format: json, readings: [{quantity: temperature, at: /c, unit: degC}, "
                + "{quantity: temperature, at: /f, unit: degF}]");
        assertThat(entries.read("{\"c\":5,\"f\":50}")).containsExactly("s0.temperature=5.0");
        assertThat(entries.read("{\"f\":50}")).singleElement().asString().startsWith("s0.temperature=10.0");
        assertThat(entries.read("{\"c\":null,\"f\":50}")).hasSize(1);
    }

    @Test
    void itReadsNumbersFromBytes() {
        assertThat(at("/d<hex 1 s16>").read("{\"d\":\"00 ff fe\"}")).containsExactly("s0.pm25=-2.0");
        assertThat(at("/d<hex 0 u16le>").read("{\"d\":\"0100\"}")).containsExactly("s0.pm25=1.0");
        assertThat(at("/d<hex 0 f32>").read("{\"d\":\"41480000\"}")).containsExactly("s0.pm25=12.5");
        assertThat(at("/d<base64 0 u8 & 127>").read("{\"d\":\"hQ==\"}")).containsExactly("s0.pm25=5.0");
        assertThat(at("/d<hex 0 u24>").read("{\"d\":\"0102\"}"))
                .first()
                .asString()
                .startsWith("[nothing");
        assertThat(at("/d<hex 0 u8>").read("{\"d\":\"xy\"}")).first().asString().startsWith("[refused");
    }

    @Test
    void itReadsKeysThatLookLikeSteps() {
        assertThat(at("/~2/~3a]/b~4").read("{\"*\":{\"[a]\":{\"b<\":5}}}")).containsExactly("s0.pm25=5.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "/a~5", "/a~", "/l[k]", "/l[k=a", "/l[k=a]x", "/d<hex s16>", "/d<3 q8>", "/d<hex 0 u8"})
    void itSaysWhatIsNoPlace(String text) {
        assertThatThrownBy(() -> Pointer.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
