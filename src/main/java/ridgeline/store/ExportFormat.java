package ridgeline.store;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import ridgeline.domain.Reading;

/**
 * Readings as text, a line each: CSV (RFC 4180) with a header, or one JSON object per line. Times stand both as epoch
 * milliseconds and as local time with its offset (RFC 3339). Immutable.
 */
public final class ExportFormat {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

    private final boolean csv;
    private final ZoneId zone;

    /** @param format {@code csv} or {@code json} */
    public ExportFormat(String format, ZoneId zone) {
        csv = format.equals("csv");
        this.zone = zone;
    }

    public String contentType() {
        return csv ? "text/csv; charset=utf-8" : "application/x-ndjson";
    }

    public String extension() {
        return csv ? "csv" : "ndjson";
    }

    public String header() {
        return csv ? "series,t,time,value,unit,quality\r\n" : "";
    }

    /** Ids, units and qualities are our own words without quotes or commas, so nothing needs escaping. */
    public void append(StringBuilder out, Reading reading) {
        String time = LOCAL.format(Instant.ofEpochMilli(reading.t()).atZone(zone));
        String unit = reading.series().quantity().unit();
        if (csv) {
            out.append(reading.series().id())
                    .append(',')
                    .append(reading.t())
                    .append(',')
                    .append(time)
                    .append(',');
            out.append(reading.value())
                    .append(',')
                    .append(unit)
                    .append(',')
                    .append(reading.quality().id());
            out.append("\r\n");
        } else {
            out.append("{\"series\":\"")
                    .append(reading.series().id())
                    .append("\",\"t\":")
                    .append(reading.t());
            out.append(",\"time\":\"").append(time).append("\",\"value\":").append(reading.value());
            out.append(",\"unit\":\"")
                    .append(unit)
                    .append("\",\"quality\":\"")
                    .append(reading.quality().id());
            out.append("\"}\n");
        }
    }
}
