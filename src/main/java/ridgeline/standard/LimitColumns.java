package ridgeline.standard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Quantity;
import ridgeline.standard.LimitStandard.Limit;

/** The columns of a table that a standard has limits for, and which of its rows each is held against. */
final class LimitColumns {
    private static final int DAY_BEGINS = 6;
    private static final int DAY_ENDS = 22;

    private final LimitStandard standard;
    private final @Nullable Period asked;
    private final List<String> header;
    private final List<Column> columns = new ArrayList<>();

    /**
     * @param name of the column, or of what stands in for it
     * @param period over what its values are averaged; null when there is no limit on such an average
     */
    record Column(String name, Quantity quantity, @Nullable Period period) {}

    LimitColumns(LimitStandard standard, @Nullable Period asked, List<String> header) {
        this.standard = standard.undated();
        this.asked = asked;
        this.header = header;
        for (String name : header) {
            ColumnName.of(name).flatMap(said -> column(name, said)).ifPresent(columns::add);
        }
        if (isChillDerived())
            column("wind_chill", new ColumnName(Quantity.WIND_CHILL, null)).ifPresent(columns::add);
    }

    private Optional<Column> column(String name, ColumnName said) {
        List<Period> limited = standard.periods(said.quantity());
        if (limited.isEmpty()) return Optional.empty();
        Period period = said.average() == null
                ? plain(said.quantity(), limited)
                : limited.stream()
                        .filter(each -> ColumnName.idsOf(each, said.quantity()).contains(said.average()))
                        .findFirst()
                        .orElse(null);
        return Optional.of(new Column(name, said.quantity(), period));
    }

    /** Ozone is the hour's; a quantity with limits on neither hours nor days takes what there is. */
    private @Nullable Period plain(Quantity quantity, List<Period> limited) {
        if (quantity == Quantity.O3) return limited.contains(Period.HOUR) ? Period.HOUR : null;
        boolean hour = limited.contains(Period.HOUR);
        boolean day = limited.contains(Period.DAY);
        if (!hour && !day) return limited.get(0);
        if (asked != null) return limited.contains(asked) ? asked : null;
        return hour ? Period.HOUR : Period.DAY;
    }

    private boolean isChillDerived() {
        return !header.contains(Quantity.WIND_CHILL.id())
                && header.contains(Quantity.TEMPERATURE.id())
                && header.contains(Quantity.WIND_SPEED.id());
    }

    LimitStandard standard() {
        return standard;
    }

    List<Column> list() {
        return columns;
    }

    /** The columns of the table whose values are used, with what they hold. */
    Map<String, Quantity> reads() {
        Map<String, Quantity> reads = new LinkedHashMap<>();
        for (Column column : columns) {
            reads.put(column.name(), column.quantity());
            if (column.quantity() == Quantity.WIND_CHILL) {
                reads.put(Quantity.TEMPERATURE.id(), Quantity.TEMPERATURE);
                reads.put(Quantity.WIND_SPEED.id(), Quantity.WIND_SPEED);
            } else if (column.quantity() == Quantity.DISSOLVED_OXYGEN) {
                reads.put(Quantity.WATER_TEMPERATURE.id(), Quantity.WATER_TEMPERATURE);
                reads.put(Quantity.PRESSURE.id(), Quantity.PRESSURE);
            }
        }
        reads.keySet().retainAll(header);
        return reads;
    }

    /** The column's value; null when it is missing, NaN when it is too warm for the wind chill of temperature and wind. */
    @Nullable
    Double value(Column column, Row row) {
        Double value = row.values().get(column.name());
        if (value != null || header.contains(column.name())) return value;
        Double temperature = row.values().get(Quantity.TEMPERATURE.id());
        Double wind = row.values().get(Quantity.WIND_SPEED.id());
        return temperature == null || wind == null ? null : (Double) WindChill.of(temperature, wind);
    }

    /** Over what the value of a row is averaged: levels of noise with a time of day belong to the day or the night. */
    @Nullable
    Period period(Column column, Row row) {
        if (column.period() != Period.DAYTIME
                || row.wholeDay()
                || !column.name().equals(column.quantity().id())) return column.period();
        int hour =
                Instant.ofEpochMilli(row.t()).atZone(standard.edition().zone()).getHour();
        return hour >= DAY_BEGINS && hour < DAY_ENDS ? Period.DAYTIME : Period.NIGHT;
    }

    /** Whether the oxygen reaches the share of saturation that a class asks for instead of its figure. */
    boolean isSaturated(Limit limit, String classId, double oxygen, Row row) {
        Double share = limit.saturation().get(classId);
        Double temperature = row.values().get(Quantity.WATER_TEMPERATURE.id());
        if (share == null || temperature == null) return false;
        double pressure = row.values().getOrDefault(Quantity.PRESSURE.id(), Oxygen.pressureAt(0));
        return oxygen >= share / 100 * Oxygen.saturated(temperature, pressure);
    }

    /** For a person, for example {@code pm25 24h, so2 1h, pm10 has no limit}. */
    String note() {
        return columns.stream()
                .map(column -> column.name()
                        + (column.period() == null
                                ? " has no such limit"
                                : " " + column.period().id()))
                .collect(Collectors.joining(", "));
    }
}
