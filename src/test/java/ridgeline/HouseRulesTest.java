package ridgeline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls of the house. Plain tests, so that no runner can skip a rule. */
class HouseRulesTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ridgeline");
    private static final Path MAIN = Path.of("src/main/java/ridgeline");
    private static final int LONGEST_FILE = 250;

    /** Who may know whom; a package that is not named here fails the test. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("domain", List.of()),
            Map.entry("lane", List.of()),
            Map.entry("decode", List.of("domain")),
            Map.entry("standard", List.of("domain")),
            Map.entry("store", List.of("domain")),
            Map.entry("live", List.of("domain")),
            Map.entry("feed", List.of("lane")),
            Map.entry("config", List.of("domain", "standard")),
            Map.entry("flow", List.of("domain", "lane", "feed", "decode", "standard", "store")),
            Map.entry("web", List.of("domain", "lane", "config", "standard", "live", "store")),
            Map.entry("demo", List.of("domain", "feed")),
            Map.entry(
                    "kiosk",
                    List.of("domain", "lane", "feed", "decode", "standard", "store", "flow", "live", "config", "web")),
            Map.entry(
                    "cli",
                    List.of("domain", "lane", "feed", "decode", "standard", "store", "config", "demo", "kiosk")));

    /** Libraries that only the named packages touch. */
    private static final Map<String, List<String>> ONLY_IN = Map.ofEntries(
            Map.entry("org.eclipse.paho..", List.of("feed")),
            Map.entry("java.sql..", List.of("store")),
            Map.entry("org.sqlite..", List.of("store")),
            Map.entry("io.vertx..", List.of("web")),
            Map.entry("io.netty..", List.of("web")),
            Map.entry("org.apache.activemq..", List.of("demo")),
            Map.entry("org.snakeyaml..", List.of("config")),
            Map.entry("javax.measure..", List.of("config")),
            Map.entry("picocli..", List.of("cli")),
            Map.entry("de.siegmar..", List.of("cli")),
            Map.entry("io.micrometer..", List.of("kiosk")));

    @Test
    void packagesKnowOnlyThoseBelowThem() throws IOException {
        assertThat(packages()).as("every package has its place").allMatch(MAY_USE::containsKey);
        for (Map.Entry<String, List<String>> entry : MAY_USE.entrySet()) {
            String[] forbidden = MAY_USE.keySet().stream()
                    .filter(other ->
                            !other.equals(entry.getKey()) && !entry.getValue().contains(other))
                    .map(other -> "ridgeline." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("ridgeline." + entry.getKey() + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .check(PRODUCT);
        }
    }

    @Test
    void packagesMakeNoCycles() {
        slices().matching("ridgeline.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void eachLibraryHasOneRoom() {
        ONLY_IN.forEach((library, rooms) -> noClasses()
                .that()
                .resideOutsideOfPackages(
                        rooms.stream().map(room -> "ridgeline." + room + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(PRODUCT));
    }

    @Test
    void timeIsHandedIn() {
        noWallClock().check(PRODUCT);
    }

    @Test
    void theRuleAgainstTheWallClockCanFail() {
        JavaClasses broken = new ClassFileImporter().importClasses(ReadsTheWallClock.class);
        assertThatThrownBy(() -> noWallClock().check(broken)).isInstanceOf(AssertionError.class);
    }

    private static ArchRule noWallClock() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callConstructor(java.util.Date.class);
    }

    private static final class ReadsTheWallClock {
        long now() {
            return Instant.now().toEpochMilli();
        }
    }

    @Test
    void theDomainIsMadeOfValues() {
        classes()
                .that()
                .resideInAPackage("ridgeline.domain")
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .beRecords()
                .orShould()
                .beEnums()
                .orShould()
                .beInterfaces()
                .check(PRODUCT);
    }

    @Test
    void purePackagesDoNotLog() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "ridgeline.domain..", "ridgeline.decode..", "ridgeline.standard..", "ridgeline.live..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j..")
                .check(PRODUCT);
    }

    @Test
    void namesSayWhatAThingIs() {
        for (String ending :
                List.of("Manager", "Helper", "Util", "Utils", "Impl", "Service", "Processor", "Data", "Info", "Base")) {
            noClasses().should().haveSimpleNameEndingWith(ending).check(PRODUCT);
        }
        noClasses().should().haveSimpleNameStartingWith("Abstract").check(PRODUCT);
    }

    @Test
    void everyPackageSaysWhatLivesThere() throws IOException {
        for (Path folder : folders())
            assertThat(folder.resolve("package-info.java")).exists();
    }

    @Test
    void filesStayShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                long lines = Files.readAllLines(file).size();
                if (lines > LONGEST_FILE) tooLong.add(file + " has " + lines + " lines");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static List<String> packages() throws IOException {
        try (Stream<Path> folders = Files.list(MAIN)) {
            return folders.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .toList();
        }
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.walk(MAIN)) {
            return all.filter(Files::isDirectory)
                    .filter(folder -> Arrays.stream(folder.toFile().list()).anyMatch(name -> name.endsWith(".java")))
                    .toList();
        }
    }
}
