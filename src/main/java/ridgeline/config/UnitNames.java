package ridgeline.config;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ridgeline.domain.Quantity;

/** Which spellings of units are understood: UCUM codes, and those that devices and data sheets use instead. */
final class UnitNames {
    /** Spellings (width, signs and spaces already made plain) to UCUM codes; found in any case of letters. */
    private static final Map<String, String> CODES = Map.ofEntries(
            entry("degc", "Cel"),
            entry("°c", "Cel"),
            entry("c", "Cel"),
            entry("celsius", "Cel"),
            entry("degf", "[degF]"),
            entry("°f", "[degF]"),
            entry("f", "[degF]"),
            entry("fahrenheit", "[degF]"),
            entry("kelvin", "K"),
            entry("ppm", "[ppm]"),
            entry("ppb", "[ppb]"),
            entry("percent", "%"),
            entry("%rh", "%"),
            entry("kmh", "km/h"),
            entry("kph", "km/h"),
            entry("mph", "[mi_i]/h"),
            entry("kn", "[kn_i]"),
            entry("kt", "[kn_i]"),
            entry("kts", "[kn_i]"),
            entry("knot", "[kn_i]"),
            entry("knots", "[kn_i]"),
            entry("ft/s", "[ft_i]/s"),
            entry("mb", "mbar"),
            entry("inhg", "[in_i'Hg]"),
            entry("mmhg", "mm[Hg]"),
            entry("psi", "[psi]"),
            entry("°", "deg"),
            entry("degree", "deg"),
            entry("degrees", "deg"),
            entry("in", "[in_i]"),
            entry("inch", "[in_i]"),
            entry("ft", "[ft_i]"),
            entry("mi", "[mi_i]"),
            entry("db(a)", "dB(A)"),
            entry("dba", "dB(A)"),
            entry("dbm", "dBm"),
            entry("ntu", "NTU"),
            entry("%el", "%"),
            entry("lux", "lx"),
            entry("l/m2", "mm"),
            entry("mmhr", "mm/h"),
            entry("mm/hr", "mm/h"),
            entry("in/h", "[in_i]/h"),
            entry("in/hr", "[in_i]/h"),
            entry("volt", "V"),
            entry("volts", "V"),
            entry("", "1"),
            entry("ph", "1"));

    /** Logarithms and scales that only mean themselves. */
    private static final Set<String> OF_THEIR_OWN = Set.of("dB(A)", "dBm", "NTU");

    private static final Map<String, String> COMMON = Map.ofEntries(
            entry("ug/m3", "ug/m3, mg/m3, ng/m3"),
            entry("mg/m3", "mg/m3, ug/m3"),
            entry("ppm", "ppm, ppb, %"),
            entry("degC", "degC, degF, K"),
            entry("hPa", "hPa, Pa, kPa, mbar, bar, inHg, mmHg"),
            entry("m/s", "m/s, km/h, knots, mph, ft/s"),
            entry("deg", "deg, rad"),
            entry("m", "m, km, ft, mi"),
            entry("cm", "cm, mm, m, in"),
            entry("mm", "mm, cm, in, L/m2"),
            entry("W/m2", "W/m2, kW/m2"),
            entry("mg/L", "mg/L, ug/L, g/m3"),
            entry("uS/cm", "uS/cm, mS/cm, S/m"),
            entry("m3/s", "m3/s, m3/h, L/s"),
            entry("mm/h", "mm/h, cm/h, in/h"),
            entry("lx", "lx, klx"),
            entry("V", "V, mV"),
            entry("A", "A, mA"),
            entry("W", "W, kW"),
            entry("Bq/m3", "Bq/m3"),
            entry("%", "%, 1 (a share from 0 to 1)"));

    private static final List<Quantity> GASES =
            List.of(Quantity.SO2, Quantity.NO2, Quantity.NO, Quantity.NOX, Quantity.O3, Quantity.CO, Quantity.HCHO);

    private UnitNames() {}

    /** The UCUM code of a spelling; what is not known is returned plain, for it may be a UCUM code already. */
    static String code(String spelling) {
        String plain = Normalizer.normalize(spelling, Normalizer.Form.NFKC)
                .replace('\u03bc', 'u')
                .replace('\u00b7', '.')
                .replace('\u22c5', '.')
                .replaceAll("\\s+|\\^|\\*\\*", "");
        return CODES.getOrDefault(plain.toLowerCase(Locale.ROOT), plain);
    }

    /** Spellings worth trying for a quantity that carries its unit in the payload. */
    static Set<String> spellings(Quantity quantity) {
        Set<String> spellings = new HashSet<>(CODES.keySet());
        spellings.addAll(CODES.values());
        spellings.add(quantity.unit());
        for (String one : COMMON.getOrDefault(quantity.unit(), "").split(", ", -1))
            spellings.add(one.replaceAll(" .*", ""));
        return spellings;
    }

    /** Whether a quantity's unit has no other unit to be converted from. */
    static boolean isOfItsOwn(String unit, Quantity quantity) {
        return OF_THEIR_OWN.contains(unit) || quantity == Quantity.PH;
    }

    /** What a person may write for a quantity. */
    static String allowed(Quantity quantity) {
        String unit = quantity.unit();
        if (isOfItsOwn(unit, quantity)) return unit;
        String gas = GASES.contains(quantity) ? ", ppb, ppm" : "";
        return COMMON.getOrDefault(unit, unit) + gas + " or a UCUM code that converts to " + unit;
    }
}
