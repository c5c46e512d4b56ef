package ridgeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import ridgeline.domain.Quantity;

/** Holds the JSON Schemas and the reader together: the same keys, the same words, the same verdict. */
class SchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ALLOWED = Pattern.compile("(.*)\\.zzz: is not a known key, allowed: (.*)");

    private static JsonNode schemaOf(String name) throws IOException {
        return JSON.readTree(Files.readString(Path.of("config", name + ".schema.json")));
    }

    private static Set<ValidationMessage> complaints(String name, String yaml) throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schemaOf(name));
        var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        return schema.validate(JSON.valueToTree(new Load(settings).loadFromString(yaml)));
    }

    private static List<Problem> problems(String name, String yaml) {
        Problems problems = new Problems();
        Yaml root = YamlText.parse(name + ".yaml", yaml, problems);
        if (name.equals("kiosk")) new KioskYaml(root, Path.of("src/test/resources/config/files")).read();
        else if (name.equals("profiles"))
            new ProfileFile(root, StandardFile.builtIn().standards()).profiles(ZoneOffset.UTC, List.of());
        else new SensorsYaml(root).read();
        return problems.list();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kiosk", "sensors", "profiles"})
    void acceptsTheExample(String name) throws IOException {
        assertThat(complaints(name, ConfigFolderTest.resource(name + ".yaml"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kiosk", "sensors", "profiles"})
    void describesEveryKeyAndAllowsNoOther(String name) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        objects(schemaOf(name), objects);
        assertThat(objects).isNotEmpty().allSatisfy(object -> {
            assertThat(object.path("additionalProperties").asText()).isEqualTo("false");
            object.path("properties")
                    .forEach(key -> assertThat(key.path("description").asText()).isNotBlank());
        });
    }

    private static void objects(JsonNode node, List<JsonNode> objects) {
        if (node.path("type").asText().equals("object")) objects.add(node);
        node.forEach(child -> objects(child, objects));
    }

    /** Puts an unknown key into every object of a file that holds them all: the reader then names the known ones. */
    @ParameterizedTest
    @ValueSource(strings = {"kiosk", "sensors", "profiles"})
    void knowsTheKeysThatTheReaderKnows(String name) throws IOException {
        String all = name.equals("kiosk")
                ? "zzz: 1\nkiosk: {zzz: 1}\nmqtt: {zzz: 1, tls: {zzz: 1}}\nhttp: {zzz: 1, tls: {zzz: 1}}\nstore: {zzz: 1}"
                : name.equals("profiles")
                        ? "zzz: 1\nprofiles: [{zzz: 1, name: {zzz: 1}, standards: [{zzz: 1}]}]\ncalendar: [{zzz: 1}]"
                        : "zzz: 1\nvenues: [{zzz: 1, name: {zzz: 1}, slope: {zzz: 1}}]\n"
                                + "sensors: [{zzz: 1, name: {zzz: 1}, time: {zzz: 1}, pairs: {zzz: 1}, availability: {zzz: 1}, readings: "
                                + "[{zzz: 1, quantity: pm25, unit: {zzz: 1}, time: {zzz: 1}}]}]\nreference: {zzz: 1}";
        var ofReader = new TreeMap<String, Set<String>>();
        for (Problem problem : problems(name, all)) {
            Matcher matcher = ALLOWED.matcher("." + problem.field() + ": " + problem.text());
            if (matcher.matches())
                ofReader.put(
                        matcher.group(1).replace("[0]", ""),
                        new TreeSet<>(List.of(matcher.group(2).split(", "))));
        }
        var ofSchema = new TreeMap<String, Set<String>>();
        keys(schemaOf(name), "", ofSchema);
        assertThat(ofSchema).isEqualTo(ofReader);
    }

    private static void keys(JsonNode schema, String path, TreeMap<String, Set<String>> found) {
        JsonNode properties = schema.path("properties");
        properties.fieldNames().forEachRemaining(key -> {
            found.computeIfAbsent(path, any -> new TreeSet<>()).add(key);
            keys(properties.get(key), path + "." + key, found);
        });
        keysOfParts(schema, path, found);
    }

    private static void keysOfParts(JsonNode schema, String path, TreeMap<String, Set<String>> found) {
        if (schema.path("items").isObject()) keys(schema.get("items"), path, found);
        schema.path("oneOf").forEach(choice -> keys(choice, path, found));
    }

    @Test
    void offersTheWordsThatTheReaderTakes() throws IOException {
        JsonNode sensor = schemaOf("sensors").at("/properties/sensors/items/properties");
        assertThat(words(sensor.at("/readings/items/properties/quantity")))
                .isEqualTo(Arrays.stream(Quantity.values()).map(Quantity::id).toList());
        assertThat(words(sensor.at("/format"))).isEqualTo(ofReader("sensors", "sensors: [{format: zzz}]"));
        assertThat(words(sensor.at("/state"))).isEqualTo(ofReader("sensors", "sensors: [{state: zzz}]"));
        assertThat(words(sensor.at("/time/oneOf/0/properties/unit")))
                .isEqualTo(ofReader("sensors", "sensors: [{time: {unit: zzz}}]"));
        JsonNode kiosk = schemaOf("kiosk").at("/properties");
        assertThat(words(kiosk.at("/http/properties/readers"))).isEqualTo(ofReader("kiosk", "http: {readers: zzz}"));
        assertThat(words(kiosk.at("/kiosk/properties/languages/items")))
                .isEqualTo(ofReader("kiosk", "kiosk: {languages: [zzz]}"));
        assertThat(words(kiosk.at("/mqtt/properties/qos"))).containsExactly("0", "1");
    }

    private static List<String> words(JsonNode property) {
        List<String> words = new ArrayList<>();
        property.get("enum").forEach(word -> words.add(word.asText()));
        return words;
    }

    private static List<String> ofReader(String name, String yaml) {
        return problems(name, yaml).stream()
                .filter(problem -> problem.text().contains("\"zzz\""))
                .map(problem ->
                        List.of(problem.text().replaceAll(".*allowed: ", "").split(", ")))
                .flatMap(Collection::stream)
                .toList();
    }

    /** One change that both must refuse, or both accept. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "port: 8080 -> port: \"8080\"",
                "port: 8080 -> port: 0",
                "port: 8080 -> port: 8.5",
                "raw: P35D -> raw: 35",
                "raw: P35D -> raw: P5W",
                "raw: P35D -> raw: PT5H",
                "8GiB -> 8GB",
                "qos: 1 -> qos: 2",
                "qos: 1 -> qos: \"1\"",
                "tcp:// -> http://",
                "zh, en, fr -> zh, zh",
                "zh, en, fr -> en",
                "[zh, en, fr] -> []",
                "genting-lobby, -> G,",
                "tcp://127.0.0.1:1883 -> ssl://[::1]",
                "cert: tls/web.pem,  -> ",
                "host: 0.0.0.0 -> host: a b",
                "kiosk: { -> kisok: {",
                "key: tls/web.key -> kee: x",
                "username: kiosk -> username: 1"
            })
    void agreesWithTheReaderOnKiosk(String change) throws IOException {
        agrees("kiosk", change);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "40.9586 -> 140",
                "[40.9586, 115.4217] -> [40]",
                "[40.9586, 115.4217] -> [1, 2, 3]",
                "PT5S -> 5s",
                "PT5S -> PT1.5S",
                "PT5S -> P",
                "format: json -> format: xml",
                "unit: ms -> unit: min",
                "/pm25 -> pm25",
                "time: {at: /ts, -> time: {at: [/ts, /t],",
                "format: json -> format: json\n    accept: {/a: [1, null]}",
                "format: json -> format: json\n    accept: 1",
                "format: json -> format: json\n    capture: {mac: /mac}",
                "format: json -> format: json\n    unpack: [gzip, tar]",
                "format: json -> format: json\n    decimal: \";\"",
                "at: /pm25 -> at: \"\"",
                "air/1 -> air/#",
                "air/1 -> #/a",
                "air/1 -> {n}",
                "air/1 -> x{n}",
                "air/1 -> a+",
                "genting/air -> +/air",
                "scale: 1.0 -> scale: 0",
                "scale: 1.0 -> scale: \"1\"",
                "range: [-50, 60] -> range: [1]",
                "state: active -> state: on",
                "id: genting-air-1 -> id: Air",
                "quantity: pm25 -> quantity: pm2",
                "unit: ug/m3 -> unit: 1",
                "unit: ug/m3 -> unit: 2",
                "venue: genting -> venue: 1",
                "en: Start-house air station -> de: x",
                "{zh: 起点空气站, en: Start-house air station} -> Start house",
                "{zh: 起点空气站, en: Start-house air station} -> {}",
                "profile: competition -> profil: x"
            })
    void agreesWithTheReaderOnSensors(String change) throws IOException {
        agrees("sensors", change);
    }

    private static void agrees(String name, String change) throws IOException {
        String[] parts = change.split(" -> ", -1);
        String good = ConfigFolderTest.resource(name + ".yaml");
        assertThat(good).contains(parts[0]);
        String text = good.replaceFirst(Pattern.quote(parts[0]), Matcher.quoteReplacement(parts[1]));
        boolean byUnit = problems(name, text).stream().allMatch(p -> p.field().endsWith(".unit"));
        assertThat(problems(name, text).isEmpty() || (parts[1].equals("unit: 1") && byUnit))
                .as("%s and %s", problems(name, text), complaints(name, text))
                .isEqualTo(complaints(name, text).isEmpty());
    }
}
