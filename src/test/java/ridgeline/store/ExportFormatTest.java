package ridgeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static ridgeline.store.Readings.NOON;
import static ridgeline.store.Readings.PARIS;
import static ridgeline.store.Readings.SHANGHAI;
import static ridgeline.store.Readings.reading;

import org.junit.jupiter.api.Test;
import ridgeline.domain.Quality;

class ExportFormatTest {
    @Test
    void itWritesCsvWithBothTimes() {
        ExportFormat format = new ExportFormat("csv", SHANGHAI);
        StringBuilder out = new StringBuilder(format.header());
        format.append(out, reading(NOON, 12.5));
        format.append(out, reading(NOON + 7, -0.25, Quality.SUSPECT_CLOCK));
        assertThat(out).hasToString("""
                series,t,time,value,unit,quality\r
                air.pm25,1795492800000,2026-11-24T12:00:00.000+08:00,12.5,ug/m3,good\r
                air.pm25,1795492800007,2026-11-24T12:00:00.007+08:00,-0.25,ug/m3,suspect_clock\r
                """);
        assertThat(format.contentType()).isEqualTo("text/csv; charset=utf-8");
        assertThat(format.extension()).isEqualTo("csv");
    }

    @Test
    void itWritesAJsonObjectALine() {
        ExportFormat format = new ExportFormat("json", PARIS);
        StringBuilder out = new StringBuilder(format.header());
        format.append(out, reading(NOON, 1e-7));
        assertThat(out)
                .hasToString("{\"series\":\"air.pm25\",\"t\":1795492800000,\"time\":\"2026-11-24T05:00:00.000+01:00\","
                        + "\"value\":1.0E-7,\"unit\":\"ug/m3\",\"quality\":\"good\"}\n");
        assertThat(format.contentType()).isEqualTo("application/x-ndjson");
        assertThat(format.extension()).isEqualTo("ndjson");
    }
}
