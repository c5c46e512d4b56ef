package ridgeline.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is measured, with the canonical unit every stored value of it carries. */
public enum Quantity {
    PM25("ug/m3", 0),
    PM10("ug/m3", 0),
    SO2("ug/m3", 0),
    NO2("ug/m3", 0),
    O3("ug/m3", 0),
    CO("mg/m3", 1),
    CO2("ppm", 0),
    HCHO("mg/m3", 3),
    TVOC("mg/m3", 2),
    TEMPERATURE("degC", 1),
    SNOW_TEMPERATURE("degC", 1),
    WATER_TEMPERATURE("degC", 1),
    HUMIDITY("%", 0),
    PRESSURE("hPa", 1),
    WIND_SPEED("m/s", 1),
    WIND_GUST("m/s", 1),
    WIND_DIRECTION("deg", 0),
    VISIBILITY("m", 0),
    SNOW_DEPTH("cm", 0),
    PRECIPITATION("mm", 1),
    SOLAR("W/m2", 0),
    NOISE("dB(A)", 1),
    PH("1", 2),
    DISSOLVED_OXYGEN("mg/L", 1),
    CODMN("mg/L", 1),
    COD("mg/L", 0),
    BOD5("mg/L", 1),
    AMMONIA_NITROGEN("mg/L", 2),
    TOTAL_PHOSPHORUS("mg/L", 3),
    TURBIDITY("NTU", 1),
    CONDUCTIVITY("uS/cm", 0),
    WATER_FLOW("m3/s", 2),
    BATTERY("%", 0),
    SIGNAL("dBm", 0),
    WIND_CHILL("degC", 1),
    TSP("ug/m3", 0),
    NOX("ug/m3", 0),
    BENZENE("mg/m3", 3),
    TOLUENE("mg/m3", 2),
    XYLENE("mg/m3", 2),
    AMMONIA("mg/m3", 2),
    TRICHLOROETHYLENE("mg/m3", 4),
    TETRACHLOROETHYLENE("mg/m3", 3),
    RADON("Bq/m3", 0),
    BACTERIA("CFU/m3", 0),
    FRESH_AIR("m3/(h.person)", 0),
    TOTAL_NITROGEN("mg/L", 2),
    FLUORIDE("mg/L", 2),
    COPPER("mg/L", 3),
    ZINC("mg/L", 3),
    SELENIUM("mg/L", 3),
    ARSENIC("mg/L", 4),
    MERCURY("mg/L", 6),
    CADMIUM("mg/L", 4),
    CHROMIUM6("mg/L", 3),
    LEAD("mg/L", 3),
    CYANIDE("mg/L", 3),
    PHENOL("mg/L", 4),
    OIL("mg/L", 2),
    SURFACTANT("mg/L", 2),
    SULPHIDE("mg/L", 3),
    FECAL_COLIFORM("1/L", 0),
    PM1("ug/m3", 0),
    PM4("ug/m3", 0),
    NO("ug/m3", 0),
    VOC_INDEX("1", 0),
    NOX_INDEX("1", 0),
    DEW_POINT("degC", 1),
    SOIL_TEMPERATURE("degC", 1),
    SOIL_MOISTURE("%", 0),
    PRECIPITATION_RATE("mm/h", 1),
    ILLUMINANCE("lx", 0),
    UV_INDEX("1", 1),
    VOLTAGE("V", 1),
    CURRENT("A", 2),
    POWER("W", 0),
    BATTERY_VOLTAGE("V", 2),
    /** What has no quantity of its own here: a count, a rating, a raw figure. */
    OTHER("1", 2);

    private static final Map<String, Quantity> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Quantity::id, Function.identity()));

    private final String id;
    private final String unit;
    private final int decimals;

    Quantity(String unit, int decimals) {
        this.id = name().toLowerCase(java.util.Locale.ROOT);
        this.unit = unit;
        this.decimals = decimals;
    }

    /** The name in configuration, API and series ids, for example {@code pm25}. */
    public String id() {
        return id;
    }

    /** The canonical unit, for example {@code ug/m3}. */
    public String unit() {
        return unit;
    }

    /** How many decimals a person is shown. */
    public int decimals() {
        return decimals;
    }

    public Averaging averaging() {
        if (this == WIND_DIRECTION) return Averaging.VECTOR;
        return this == NOISE ? Averaging.ENERGY : Averaging.ARITHMETIC;
    }

    /** Battery and signal describe the instrument, not the venue. */
    public boolean isDiagnostic() {
        return this == BATTERY || this == SIGNAL || this == BATTERY_VOLTAGE;
    }

    public static Optional<Quantity> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    public static java.util.Set<String> ids() {
        return BY_ID.keySet();
    }
}
