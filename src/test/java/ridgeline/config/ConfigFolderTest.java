package ridgeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFolderTest {
    private static final String KIOSK = "kiosk: {id: lobby, venue: genting}\nmqtt: {url: tcp://broker}\n";

    @TempDir
    Path folder;

    static String resource(String name) throws IOException {
        try (InputStream in = ConfigFolderTest.class.getResourceAsStream("/config/example/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void touch(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    @BeforeEach
    void writeAGoodFolder() throws IOException {
        Files.writeString(folder.resolve("kiosk.yaml"), KIOSK);
        Files.writeString(folder.resolve("sensors.yaml"), resource("sensors.yaml"));
    }

    @Test
    void loadsAGoodFolder() {
        Loaded loaded = ConfigFolder.load(folder);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.isGood()).isTrue();
        assertThat(loaded.settings()).isEqualTo(ConfigFolder.settings(folder).value());
        assertThat(loaded.site()).isEqualTo(ConfigFolder.site(folder).value());
    }

    @Test
    void loadsTextsWithoutAFolder() throws IOException {
        Loaded loaded = ConfigFolder.load(KIOSK, resource("sensors.yaml"));
        assertThat(loaded.isGood()).isTrue();
    }

    @Test
    void keepsTheSettingsWhenTheSensorsAreBrokenAndReportsBothFilesInOrder() throws IOException {
        Files.writeString(folder.resolve("sensors.yaml"), "venues: []\nsensor: []\n");
        Loaded loaded = ConfigFolder.load(folder);
        assertThat(loaded.settings()).isNotNull();
        assertThat(loaded.site()).isNull();
        Files.writeString(folder.resolve("kiosk.yaml"), KIOSK + "htp: {}\n");
        assertThat(ConfigFolder.load(folder).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        folder + "/kiosk.yaml:3:1: htp: is not a known key; did you mean http?, "
                                + "allowed: kiosk, mqtt, http, store",
                        folder + "/sensors.yaml:1:1: sensors: is missing, allowed: a value",
                        folder + "/sensors.yaml:2:1: sensor: is not a known key; did you mean sensors?, "
                                + "allowed: venues, sensors, reference");
    }

    @Test
    void reportsEachMissingFileOnce() throws IOException {
        Files.delete(folder.resolve("kiosk.yaml"));
        Files.delete(folder.resolve("sensors.yaml"));
        Files.createDirectory(folder.resolve("sensors.yaml"));
        assertThat(ConfigFolder.load(folder).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        folder + "/kiosk.yaml:1:1: document: is missing, allowed: a readable YAML file of this name",
                        folder + "/sensors.yaml:1:1: document: is a folder, allowed: a YAML file");
    }

    @Test
    void locatesAKioskVenueThatDoesNotExistAndStillLetsTheKioskRun() throws IOException {
        Files.writeString(folder.resolve("kiosk.yaml"), KIOSK.replace("venue: genting", "venue: gentign"));
        Loaded loaded = ConfigFolder.load(folder);
        assertThat(loaded.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        folder + "/kiosk.yaml:1:27: kiosk.venue: is the text \"gentign\"; did you mean genting?, "
                                + "allowed: the id of a venue in sensors.yaml (genting)");
        assertThat(loaded.settings()).isNotNull();
        assertThat(loaded.site()).isNotNull();
    }
}
