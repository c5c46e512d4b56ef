package ridgeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KioskYamlTest {
    private static final String LEAST = "kiosk: {id: lobby, venue: genting}\nmqtt: {url: tcp://broker}\n";

    @TempDir
    Path folder;

    private Read<Settings> read(String text) throws IOException {
        Files.writeString(folder.resolve("kiosk.yaml"), text);
        return ConfigFolder.settings(folder);
    }

    private List<String> said(String text) throws IOException {
        return read(text).problems().stream()
                .map(Problem::toString)
                .map(line -> line.replace(folder + "/", ""))
                .toList();
    }

    @Test
    void fillsInWhatMayBeLeftOut() throws IOException {
        Settings settings = read(LEAST).value();
        assertThat(settings.kiosk())
                .isEqualTo(
                        new Settings.Kiosk("lobby", "genting", List.of("zh", "en", "fr"), ZoneId.of("Asia/Shanghai")));
        assertThat(settings.mqtt())
                .isEqualTo(new Settings.Mqtt("tcp://broker", "ridgeline-lobby", null, null, null, 1));
        assertThat(settings.http()).isEqualTo(new Settings.Http("0.0.0.0", 8080, null, Settings.Readers.OPEN));
        assertThat(settings.store())
                .isEqualTo(new Settings.Store(Period.ofDays(35), Period.ofYears(2), Period.ofYears(20), 8L << 30));
    }

    @Test
    void readsEveryKey() throws IOException {
        for (String file :
                List.of("secrets/mqtt", "tls/ca.pem", "tls/kiosk.pem", "tls/kiosk.key", "tls/web.pem", "tls/web.key"))
            ConfigFolderTest.touch(folder.resolve(file));
        Settings settings = read(ConfigFolderTest.resource("kiosk.yaml")).value();
        assertThat(settings.mqtt().username()).isEqualTo("kiosk");
        assertThat(settings.mqtt().passwordFile()).isEqualTo(folder.resolve("secrets/mqtt"));
        assertThat(settings.mqtt().tls())
                .isEqualTo(new Settings.MqttTls(
                        folder.resolve("tls/ca.pem"),
                        folder.resolve("tls/kiosk.pem"),
                        folder.resolve("tls/kiosk.key")));
        assertThat(settings.http().tls())
                .isEqualTo(new Settings.HttpTls(folder.resolve("tls/web.pem"), folder.resolve("tls/web.key")));
        assertThat(settings.store().maxSize()).isEqualTo(8L << 30);
    }

    @Test
    void saysOnceThatASectionIsMissing() throws IOException {
        assertThat(said("http: {port: 1}"))
                .containsExactly(
                        "kiosk.yaml:1:1: kiosk: is missing, allowed: a value",
                        "kiosk.yaml:1:1: mqtt: is missing, allowed: a value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "http: {port: \"8080\"} | 3:14: http.port: is the text \"8080\", allowed: a whole number from 1 to 65535 without quotes",
                "http: {port: 65536} | 3:14: http.port: is 65536, allowed: a whole number from 1 to 65535",
                "http: {prot: 80} | 3:8: http.prot: is not a known key; did you mean port?, allowed: host, port, tls, readers",
                "http: {host: \"a b\"} | 3:14: http.host: is the text \"a b\", allowed: a host name or address, for example 0.0.0.0",
                "http: {readers: all} | 3:17: http.readers: is the text \"all\", allowed: open, login",
                "http: {tls: {cert: none.pem}} | 3:13: http.tls.key: is missing, allowed: a value",
                "http: | 3:6: http: is empty, allowed: keys and values",
                "store: {raw: 35d} | 3:14: store.raw: is the text \"35d\", allowed: an ISO 8601 period over zero and up to P1000Y, for example P35D or P2Y",
                "store: {maxSize: 8GB} | 3:18: store.maxSize: is the text \"8GB\", allowed: a whole number with KiB, MiB or GiB, for example 8GiB",
                "store: {maxSize: 0GiB} | 3:18: store.maxSize: is the text \"0GiB\", allowed: a whole number with KiB, MiB or GiB, for example 8GiB",
            })
    void locatesAMistakeInALaterSection(String line, String problem) throws IOException {
        assertThat(said(LEAST + line)).contains("kiosk.yaml:" + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "url: http://broker | 2:13: mqtt.url: is the text \"http://broker\", allowed: tcp://HOST[:PORT] or ssl://HOST[:PORT]",
                "url: tcp://broker:0 | 2:13: mqtt.url: is the text \"tcp://broker:0\", allowed: tcp://HOST[:PORT] or ssl://HOST[:PORT] with a port from 1 to 65535",
                "url: tcp://broker, qos: 2 | 2:32: mqtt.qos: is 2, allowed: 0 or 1 (QoS 2 would be acknowledged before it is stored, and lost with the power)",
                "url: tcp://broker, qos: 3 | 2:32: mqtt.qos: is 3, allowed: a whole number from 0 to 1",
                "url: tcp://broker, username: 7 | 2:37: mqtt.username: is 7, allowed: text (text that looks like a number or true/false needs quotes)",
                "url: ssl://broker, tls: {cert: c.pem} | 2:32: mqtt.tls.key: is missing, allowed: a value",
            })
    void locatesAMistakeInMqtt(String keys, String problem) throws IOException {
        assertThat(said("kiosk: {id: lobby, venue: genting}\nmqtt: {" + keys + "}"))
                .contains("kiosk.yaml:" + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id: Lobby, venue: a | 1:13: kiosk.id: is the text \"Lobby\", allowed: up to 64 of a-z 0-9 _ -, the first a letter or digit",
                "id: lobby | 1:8: kiosk.venue: is missing, allowed: a value",
                "id: a, venue: b, languages: [de] | 1:38: kiosk.languages[0]: is the text \"de\", allowed: zh, en, fr",
                "id: a, venue: b, languages: [zh, zh] | 1:42: kiosk.languages[1]: is the text \"zh\", allowed: each language once",
                "id: a, venue: b, languages: [] | 1:37: kiosk.languages: is empty, allowed: a list of zh, en, fr",
                "id: a, venue: b, zone: Asia/Shangai | 1:32: kiosk.zone: is the text \"Asia/Shangai\"; did you mean Asia/Shanghai?, allowed: a time zone of the IANA list such as Asia/Shanghai, or an offset such as +08:00",
            })
    void locatesAMistakeInKiosk(String keys, String problem) throws IOException {
        assertThat(said("kiosk: {" + keys + "}\nmqtt: {url: tcp://b}")).contains("kiosk.yaml:" + problem);
    }

    @Test
    void missesANamedFileAtItsKey() {
        assertThat(ConfigFolder.load(LEAST.replace("broker", "broker, passwordFile: secret"), "venues: []\nsensors: []")
                        .problems())
                .extracting(Problem::toString)
                .containsExactly("kiosk.yaml:2:41: mqtt.passwordFile: is the text \"secret\", "
                        + "allowed: no file names, because this configuration lies in no folder");
    }

    @Test
    void missesANamedFileInTheFolder() throws IOException {
        String problem = read(LEAST.replace("broker", "broker, passwordFile: s/p"))
                .problems()
                .get(0)
                .toString();
        assertThat(problem)
                .isEqualTo("%1$s/kiosk.yaml:2:41: mqtt.passwordFile: names the file %1$s/s/p, which is not there, "
                                .formatted(folder)
                        + "allowed: a file, relative to " + folder);
    }
}
