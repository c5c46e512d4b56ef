package ridgeline.judge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import ridgeline.standard.Period;

/**
 * From when to when a value is averaged.
 *
 * @param from epoch milliseconds, included
 * @param to epoch milliseconds, excluded; a window that is still open ends with what is closed of it
 */
record Window(long from, long to) {
    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final LocalTime EVENING = LocalTime.of(22, 0);

    /** The instant whose edition judges the window: its last one. */
    long date() {
        return to - 1;
    }

    /** Natural days, the last one excluded. */
    static Window ofDays(LocalDate from, LocalDate to, ZoneId zone) {
        return new Window(start(from, zone), start(to, zone));
    }

    static long start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    long fromHour() {
        return HourRing.hourOf(from);
    }

    long toHour() {
        return HourRing.hourOf(to);
    }

    private boolean isEmpty() {
        return to <= from;
    }

    /** The windows that may speak at an instant: the present one, then the one before if there is such a thing. */
    static List<Window> candidates(Period period, long now, ZoneId zone) {
        return switch (period.kind()) {
            case MINUTES -> {
                long end = Math.floorDiv(now, MinuteRing.MINUTE_MS) * MinuteRing.MINUTE_MS;
                yield List.of(new Window(end - period.parts() * MinuteRing.MINUTE_MS, end));
            }
            case HOURS -> {
                long end = HourRing.hourOf(now) * HourRing.HOUR_MS;
                yield List.of(new Window(end - period.hours() * HourRing.HOUR_MS, end));
            }
            case DAY, CALENDAR -> new Calendar(now, zone).candidates(period);
        };
    }

    /** The natural windows around an instant. */
    private record Calendar(long now, ZoneId zone, LocalDate today, LocalTime time) {
        Calendar(long now, ZoneId zone) {
            this(
                    now,
                    zone,
                    Instant.ofEpochMilli(now).atZone(zone).toLocalDate(),
                    Instant.ofEpochMilli(now).atZone(zone).toLocalTime());
        }

        List<Window> candidates(Period period) {
            return switch (period) {
                case DAYTIME -> {
                    LocalDate day = time.isBefore(MORNING) ? today.minusDays(1) : today;
                    yield both(daytime(day), daytime(day.minusDays(1)));
                }
                case NIGHT, NIGHT_MAX -> {
                    LocalDate evening = time.isBefore(EVENING) ? today.minusDays(1) : today;
                    yield both(night(evening), night(evening.minusDays(1)));
                }
                case MONTH -> {
                    LocalDate first = today.withDayOfMonth(1);
                    yield both(days(first, today), days(first.minusMonths(1), first));
                }
                case YEAR, YEAR_P90, YEAR_P95, YEAR_P98, YEAR_P99, PEAK_SEASON -> {
                    LocalDate first = today.withDayOfYear(1);
                    yield both(days(first, today), days(first.minusYears(1), first));
                }
                default ->
                    both(closed(start(today, zone), start(today.plusDays(1), zone)), days(today.minusDays(1), today));
            };
        }

        private static List<Window> both(Window present, Window past) {
            return present.isEmpty() ? List.of(past) : List.of(present, past);
        }

        private Window daytime(LocalDate day) {
            return closed(at(day, MORNING), at(day, EVENING));
        }

        private Window night(LocalDate evening) {
            return closed(at(evening, EVENING), at(evening.plusDays(1), MORNING));
        }

        private Window days(LocalDate from, LocalDate to) {
            return ofDays(from, to, zone);
        }

        private Window closed(long from, long to) {
            return new Window(from, Math.min(to, HourRing.hourOf(now) * HourRing.HOUR_MS));
        }

        private long at(LocalDate day, LocalTime time) {
            return day.atTime(time).atZone(zone).toInstant().toEpochMilli();
        }
    }
}
