package ridgeline.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;

/** What devices call what they measure. Only for suggestions that a person reads: a name proves nothing. */
final class Lexicon {
    /** A count, an index of something else, a wish or the device's own chip. */
    private static final Pattern FOREIGN = Pattern.compile(
            "aqi|raw|count|target|setpoint|min(imum)?$|max(imum)?|chip|cpu|calib|alarm|offset|trend|(^|[^a-z])(ok|low)$");

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])|[^A-Za-z0-9]+");
    private static final Map<String, List<String>> UNITS = Map.of(
            "degC", List.of("c:degC", "celsius:degC", "f:degF", "fahrenheit:degF"),
            "hPa", List.of("hpa:hPa", "mbar:mbar", "kpa:kPa", "pa:Pa", "inhg:inHg", "mmhg:mmHg"),
            "m/s", List.of("kph:km/h", "kmh:km/h", "mph:mph", "kn:knots", "knots:knots", "ms:m/s"),
            "mm", List.of("mm:mm", "cm:cm", "in:in"),
            "cm", List.of("cm:cm", "mm:mm", "m:m"),
            "mm/h", List.of("cm:cm/h", "in:in/h"),
            "V", List.of("mv:mV"),
            "ug/m3", List.of("ppb:ppb", "ppm:ppm"));

    private static final List<Rule> RULES = rules();

    private Lexicon() {}

    private record Rule(Pattern name, Quantity quantity) {}

    /** @param unit as the name and the size of the value suggest, else the quantity's own */
    record Meaning(Quantity quantity, String unit) {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (String line : List.of(
                "soil.*temp|soiltemp SOIL_TEMPERATURE",
                "soil.*(moist|hum) SOIL_MOISTURE",
                "dew ?_?-?p DEW_POINT",
                "snow.*temp SNOW_TEMPERATURE",
                "snow.*(depth|height)|雪深 SNOW_DEPTH",
                "water.*temp|水温 WATER_TEMPERATURE",
                "pm[ _.-]?0?2([ _.,p-]?5)?(?![0-9])|^(sds_)?p2$|^a34004 PM25",
                "pm[ _-]?0?10(?![0-9])|^(sds_)?p1$|^a34002 PM10",
                "pm[ _-]?0?1([._]0)?(?![0-9]) PM1",
                "pm[ _-]?0?4([._]0)?(?![0-9]) PM4",
                "co2|carbon_?dioxide CO2",
                "voc_?index VOC_INDEX",
                "nox_?index NOX_INDEX",
                "hcho|formaldehyd HCHO",
                "(^|[^a-z0-9])o3([^a-z0-9]|$)|ozone|^a05024 O3",
                "(^|[^a-z0-9])no2([^a-z0-9]|$)|^a21004 NO2",
                "(^|[^a-z0-9])so2([^a-z0-9]|$)|^a21026 SO2",
                "(^|[^a-z0-9])co([^a-z0-9]|$)|carbon_?monoxide|^a21005 CO",
                "radon RADON",
                "humi|rhum|(^|[^a-z])rh([^a-z]|$)|(^|[^a-z])hum([^a-z]|$)|湿度|^a01002(-|$)|^128(-|$) HUMIDITY",
                "press|baro|气压|^a01006(-|$)|^127(-|$) PRESSURE",
                "gust WIND_GUST",
                "wind ?_?-?dir|winddir|风向|^a01008(-|$)|^130(-|$) WIND_DIRECTION",
                "wind ?_?-?sp|^ws_|风速|^wind$|^a01007(-|$)|^129(-|$) WIND_SPEED",
                "(rain|precip).*(rate|intens) PRECIPITATION_RATE",
                "rain|precip|降水|雨量 PRECIPITATION",
                "solar|radiation SOLAR",
                "illumi|lux ILLUMINANCE",
                "^uv(_?index|i)?$ UV_INDEX",
                "visib|能见度 VISIBILITY",
                "noise|(^|[^a-z])la(eq)?(-|_|$)|噪声 NOISE",
                "^ph$ PH",
                "dissolved_?ox|溶解氧 DISSOLVED_OXYGEN",
                "turbid|浊度 TURBIDITY",
                "batt?(ery)?[ _.-]?v(olt(age)?)?$|^vbat BATTERY_VOLTAGE",
                "batt BATTERY",
                "rssi SIGNAL",
                "temp(?!late)|tmp|温度|^t$|^t[cf]$|airtc|^a01001(-|$)|^126(-|$) TEMPERATURE")) {
            int end = line.lastIndexOf(' ');
            rules.add(new Rule(Pattern.compile(line.substring(0, end)), Quantity.valueOf(line.substring(end + 1))));
        }
        return List.copyOf(rules);
    }

    /** Null when the name says nothing known. */
    static @Nullable Meaning of(String name, double value) {
        String small = name.strip().toLowerCase(Locale.ROOT);
        if (FOREIGN.matcher(small).find()) return null;
        for (Rule rule : RULES) {
            if (!rule.name().matcher(small).find()) continue;
            Quantity quantity = rule.quantity();
            if (isAbsurd(quantity, value)) return null;
            return new Meaning(quantity, unit(name, quantity, value));
        }
        return null;
    }

    /** Whether a value speaks against what its name says; a time may be called t too. */
    private static boolean isAbsurd(Quantity quantity, double value) {
        return switch (quantity) {
            case BATTERY, HUMIDITY, SOIL_MOISTURE -> value < 0 || value > 110;
            case SIGNAL -> value >= 0 || value < -150;
            case TEMPERATURE, DEW_POINT, SOIL_TEMPERATURE -> Math.abs(value) > 400;
            default -> false;
        };
    }

    private static String unit(String name, Quantity quantity, double value) {
        Set<String> tokens = new LinkedHashSet<>(Arrays.asList(CAMEL.split(name)));
        for (String one : UNITS.getOrDefault(quantity.unit(), List.of())) {
            String token = one.substring(0, one.indexOf(':'));
            if (tokens.stream().skip(1).anyMatch(token::equalsIgnoreCase)) return one.substring(one.indexOf(':') + 1);
        }
        if (quantity == Quantity.PRESSURE) return pressure(value);
        return quantity.unit();
    }

    /** Air at the ground, told by its size. */
    private static String pressure(double value) {
        if (value > 30_000) return "Pa";
        if (value > 20 && value < 33) return "inHg";
        return value > 45 && value < 115 ? "kPa" : "hPa";
    }
}
