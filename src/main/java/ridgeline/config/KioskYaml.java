package ridgeline.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ridgeline.config.Settings.Http;
import ridgeline.config.Settings.HttpTls;
import ridgeline.config.Settings.Kiosk;
import ridgeline.config.Settings.Mqtt;
import ridgeline.config.Settings.MqttTls;
import ridgeline.config.Settings.Readers;
import ridgeline.config.Settings.Store;

/** Reads {@code kiosk.yaml}; the defaults of what may be left out stand here. */
final class KioskYaml {
    private static final Pattern URL =
            Pattern.compile("(tcp|ssl)://([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]+])(:(\\d{1,5}))?");
    private static final String A_URL = "tcp://HOST[:PORT] or ssl://HOST[:PORT]";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,8})(KiB|MiB|GiB)");
    private static final String A_SIZE = "a whole number with KiB, MiB or GiB, for example 8GiB";
    private static final String QOS_2 =
            "is 2, allowed: 0 or 1 (QoS 2 would be acknowledged before it is stored, and lost with the power)";

    private final Yaml root;
    private final @Nullable Path folder;

    /** @param folder what relative paths start from; null when the text lies in no folder and may name no files */
    KioskYaml(Yaml root, @Nullable Path folder) {
        this.root = root;
        this.folder = folder;
    }

    /** Complete; of no use when a problem was reported. */
    Settings read() {
        root.onlyKeys("kiosk", "mqtt", "http", "store");
        Kiosk kiosk = kiosk(root.at("kiosk").required());
        return new Settings(
                kiosk, mqtt(root.at("mqtt").required(), kiosk.id()), http(root.at("http")), store(root.at("store")));
    }

    private static Kiosk kiosk(Yaml kiosk) {
        kiosk.onlyKeys("id", "venue", "languages", "zone");
        return new Kiosk(
                Syntax.or(inside(kiosk, "id").text(Syntax.ID, Syntax.AN_ID), ""),
                Syntax.or(inside(kiosk, "venue").text(Syntax.ID, Syntax.AN_ID), ""),
                languages(kiosk.at("languages")),
                Syntax.or(Syntax.zone(kiosk.at("zone")), ZoneId.of("Asia/Shanghai")));
    }

    /** A key that must be there, if what holds it is: one missing section is one problem. */
    private static Yaml inside(Yaml section, String key) {
        return section.isPresent() ? section.at(key).required() : section.at(key);
    }

    private static List<String> languages(Yaml languages) {
        if (!languages.isPresent()) return YamlWords.LANGUAGES;
        List<String> chosen = new ArrayList<>();
        for (Yaml item : languages.items()) {
            String language = item.oneOf(YamlWords.LANGUAGES);
            if (language != null && chosen.contains(language)) item.refuse("each language once");
            else if (language != null) chosen.add(language);
        }
        if (languages.isList() && languages.items().isEmpty())
            languages.problem("is empty, allowed: a list of zh, en, fr");
        return chosen;
    }

    private Mqtt mqtt(Yaml mqtt, String kioskId) {
        mqtt.onlyKeys("url", "clientId", "username", "passwordFile", "tls", "qos");
        String url = Syntax.or(url(inside(mqtt, "url")), "");
        Yaml tls = mqtt.at("tls");
        return new Mqtt(
                url,
                Syntax.or(
                        mqtt.at("clientId").text(Pattern.compile(".{1,128}"), "1 to 128 characters"),
                        "ridgeline-" + kioskId),
                mqtt.at("username").text(),
                file(mqtt.at("passwordFile")),
                tls.isPresent() ? mqttTls(tls) : null,
                qos(mqtt.at("qos")));
    }

    private static @Nullable String url(Yaml place) {
        String url = place.text(URL, A_URL);
        if (url == null) return null;
        Matcher parts = URL.matcher(url);
        if (parts.matches() && isPort(parts.group(4))) return url;
        place.refuse(A_URL + " with a port from 1 to 65535");
        return null;
    }

    private static boolean isPort(@Nullable String port) {
        return port == null || (Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535);
    }

    private MqttTls mqttTls(Yaml tls) {
        tls.onlyKeys("ca", "cert", "key");
        Yaml cert = tls.at("cert");
        Yaml key = tls.at("key");
        if (cert.isPresent() != key.isPresent()) (cert.isPresent() ? key : cert).required();
        return new MqttTls(file(tls.at("ca")), file(cert), file(key));
    }

    private static int qos(Yaml qos) {
        if (!qos.shown().equals("2")) return Syntax.or(qos.integer(0, 1), 1);
        qos.problem(QOS_2);
        return 1;
    }

    private Http http(Yaml http) {
        http.onlyKeys("host", "port", "tls", "readers");
        Yaml tls = http.at("tls");
        return new Http(
                Syntax.or(http.at("host").text(HOST, "a host name or address, for example 0.0.0.0"), "0.0.0.0"),
                Syntax.or(http.at("port").integer(1, 65_535), 8080),
                tls.isPresent() ? httpTls(tls) : null,
                Syntax.or(http.at("readers").oneOf(Readers.class), Readers.OPEN));
    }

    private HttpTls httpTls(Yaml tls) {
        tls.onlyKeys("cert", "key");
        Path none = Path.of("");
        return new HttpTls(
                Syntax.or(file(tls.at("cert").required()), none),
                Syntax.or(file(tls.at("key").required()), none));
    }

    private static Store store(Yaml store) {
        store.onlyKeys("raw", "minute", "hour", "maxSize");
        return new Store(
                Syntax.or(store.at("raw").period(), Period.ofDays(35)),
                Syntax.or(store.at("minute").period(), Period.ofYears(2)),
                Syntax.or(store.at("hour").period(), Period.ofYears(20)),
                Syntax.or(size(store.at("maxSize")), 8L << 30));
    }

    private static @Nullable Long size(Yaml place) {
        String text = place.text(SIZE, A_SIZE);
        if (text == null) return null;
        Matcher parts = SIZE.matcher(text);
        if (!parts.matches()) return null;
        int power = "KMG".indexOf(parts.group(2).charAt(0)) + 1;
        return Long.parseLong(parts.group(1)) << (10 * power);
    }

    private @Nullable Path file(Yaml place) {
        String name = place.text();
        if (name == null) return null;
        if (folder == null) {
            place.refuse("no file names, because this configuration lies in no folder");
            return null;
        }
        try {
            Path path = folder.resolve(name);
            if (Files.isRegularFile(path)) return path;
            place.problem("names the file " + path + ", which is not there, allowed: a file, relative to " + folder);
        } catch (InvalidPathException e) {
            place.refuse("a file name of this system");
        }
        return null;
    }
}
