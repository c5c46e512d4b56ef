package ridgeline.cli;

import org.jspecify.annotations.Nullable;
import ridgeline.config.Settings;

/** Puts command line options over what {@code kiosk.yaml} says. */
final class Overrides {
    private Overrides() {}

    static Settings apply(Settings settings, @Nullable String mqttUrl, @Nullable Integer port) {
        Settings.Mqtt mqtt = settings.mqtt();
        Settings.Http http = settings.http();
        if (mqttUrl != null) {
            requireBroker(mqttUrl);
            mqtt = new Settings.Mqtt(
                    mqttUrl, mqtt.clientId(), mqtt.username(), mqtt.passwordFile(), mqtt.tls(), mqtt.qos());
        }
        if (port != null) {
            if (port < 0 || port > 65_535) throw new Ridgeline.BadInput("--port: " + port + " is not from 0 to 65535");
            http = new Settings.Http(http.host(), port, http.tls(), http.readers());
        }
        return new Settings(settings.kiosk(), mqtt, http, settings.store());
    }

    static void requireBroker(String mqttUrl) {
        if (!mqttUrl.matches("(tcp|ssl)://[^/]+")) {
            throw new Ridgeline.BadInput("--mqtt: '" + mqttUrl + "' is not tcp://host:port or ssl://host:port");
        }
    }

    /** Where a person on this machine opens the dashboard. */
    static String address(Settings settings, int port) {
        Settings.Http http = settings.http();
        String host = http.host().equals("0.0.0.0") || http.host().equals("::") ? "localhost" : http.host();
        return (http.tls() == null ? "http" : "https") + "://" + host + ":" + port;
    }
}
