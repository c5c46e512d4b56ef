package ridgeline.config;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.measure.IncommensurableException;
import javax.measure.MeasurementException;
import javax.measure.Unit;
import javax.measure.UnitConverter;
import javax.measure.format.UnitFormat;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.domain.Sensor.Linear;
import ridgeline.domain.Sensor.UnitSource;
import systems.uom.ucum.format.UCUMFormat;

/**
 * Compiles a unit as people and devices write it into the conversion to a quantity's canonical unit. Remembers what it
 * compiled; confined to the calling thread.
 *
 * <p>The unit library takes about 0.2 s to start (measured once, JDK 17, two cores), so it is only touched when some
 * unit really differs from the canonical one.
 *
 * <p>Gases in ppb or ppm become mass concentrations at the reference state of GB 3095-2012 (amendment of 2018) and GB
 * 3095-2026, clause 4.3: 298.15 K and 1013.25 hPa, where a mole of an ideal gas takes 24.465 L; another state may be given.
 * NOx counts as NO2.
 */
final class Units {
    static final double REFERENCE_KELVIN = 298.15;
    static final double REFERENCE_HPA = 1013.25;
    private static final double LITRES_A_MOLE = 24.465;
    /** Grams a mole. */
    private static final Map<Quantity, Double> MOLAR_MASS = Map.of(
            Quantity.SO2, 64.066,
            Quantity.NO2, 46.006,
            Quantity.NOX, 46.006,
            Quantity.NO, 30.006,
            Quantity.O3, 47.998,
            Quantity.CO, 28.010,
            Quantity.HCHO, 30.026);

    private static final Pattern PLAIN = Pattern.compile("[!-~]{1,40}");
    /** A span that makes the slope of a temperature scale exact to the last digit. */
    private static final double SPAN = 9e6;

    private final double litresAMole;
    private final Map<String, Optional<Conversion>> compiled = new HashMap<>();
    private final Map<Quantity, Map<String, Linear>> spellings = new EnumMap<>(Quantity.class);

    Units() {
        this(REFERENCE_KELVIN, REFERENCE_HPA);
    }

    /** @param kelvin and {@code hPa}: the state at which a gas given as a share of volume becomes a mass */
    Units(double kelvin, double hPa) {
        litresAMole = LITRES_A_MOLE * kelvin / REFERENCE_KELVIN * REFERENCE_HPA / hPa;
    }

    /** Null when the unit is not known or does not convert to the quantity's; {@link UnitNames#allowed} then helps. */
    @Nullable
    Conversion compile(String unit, Quantity quantity) {
        String code = UnitNames.code(unit);
        String canonical = UnitNames.code(quantity.unit());
        if (code.equals(canonical)) return Conversion.NONE;
        if (UnitNames.isOfItsOwn(quantity.unit(), quantity)
                || !PLAIN.matcher(code).matches()) return null;
        return compiled.computeIfAbsent(
                        code + " " + quantity.id(), key -> Optional.ofNullable(convert(code, canonical, quantity)))
                .orElse(null);
    }

    /** Every spelling that may come in a payload for a quantity, {@link UnitSource#plain plain}, with its conversion. */
    Map<String, Linear> spellings(Quantity quantity) {
        return spellings.computeIfAbsent(quantity, any -> {
            Map<String, Linear> known = new HashMap<>();
            for (String spelling : UnitNames.spellings(quantity)) {
                Conversion conversion = compile(spelling, quantity);
                if (conversion != null)
                    known.put(UnitSource.plain(spelling), new Linear(conversion.factor(), conversion.shift()));
            }
            return Map.copyOf(known);
        });
    }

    private @Nullable Conversion convert(String code, String canonical, Quantity quantity) {
        Double mass = MOLAR_MASS.get(quantity);
        boolean fraction = code.equals("[ppb]") || code.equals("[ppm]");
        if (mass == null || !fraction) return between(code, canonical);
        Conversion toPpb = between(code, "[ppb]");
        Conversion fromMicrograms = between("ug/m3", canonical);
        if (toPpb == null || fromMicrograms == null) return null;
        return new Conversion(toPpb.factor() * mass / litresAMole * fromMicrograms.factor(), 0);
    }

    private static @Nullable Conversion between(String from, String to) {
        if (from.equals(to)) return Conversion.NONE;
        try {
            UnitConverter converter = Library.parse(from).getConverterToAny(Library.parse(to));
            double shift = converter.convert(0.0);
            double factor = shift == 0 ? converter.convert(1.0) : (converter.convert(SPAN) - shift) / SPAN;
            boolean affine =
                    Math.abs(converter.convert(100.0) - (100 * factor + shift)) <= 1e-9 * Math.abs(100 * factor);
            return affine && factor > 0 && Double.isFinite(factor) ? new Conversion(factor, shift) : null;
        } catch (IncommensurableException | MeasurementException | IllegalArgumentException e) {
            return null;
        } catch (ArithmeticException | UnsupportedOperationException e) {
            return null; // a power or a logarithm the library cannot follow: no affine conversion
        }
    }

    /** Loaded at the first unit that needs converting. */
    private static final class Library {
        private static final UnitFormat FORMAT = UCUMFormat.getInstance(UCUMFormat.Variant.CASE_SENSITIVE);

        static Unit<?> parse(String code) {
            try {
                return FORMAT.parse(code);
            } catch (Error e) {
                // The library's lexer throws an Error of its own for a character it does not know.
                if (e.getClass().getSimpleName().equals("TokenMgrError")) throw new IllegalArgumentException(code, e);
                throw e;
            }
        }
    }
}
