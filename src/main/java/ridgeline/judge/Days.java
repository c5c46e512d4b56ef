package ridgeline.judge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ridgeline.domain.Certainty;
import ridgeline.domain.DayMean;
import ridgeline.domain.Words;
import ridgeline.standard.Edition;
import ridgeline.standard.Edition.Validity;
import ridgeline.standard.Period;

/**
 * The closed days of each series, formed when they end and again when late readings or corrections reach them. What
 * makes an hour and an eight-hour mean valid is the same for all: 45 minutes and six hours; how many a day needs is for
 * the standard to say. Confined to the thread that judges.
 */
final class Days {
    private static final Validity MINUTES = new Validity(45, null, false, "", Certainty.CHOSEN);
    private static final Validity EIGHTS = new Validity(6, null, false, "", Certainty.CHOSEN);

    private final Roster roster;
    private final Past past;
    private final ZoneId zone;
    private final Edition house;
    private final Map<Watched, Set<Long>> changed = new LinkedHashMap<>();

    Days(Roster roster, Past past, ZoneId zone) {
        this.roster = roster;
        this.past = past;
        this.zone = zone;
        Map<Period, Validity> validity = Map.of(Period.HOUR, MINUTES, Period.EIGHT_HOURS, EIGHTS);
        house = new Edition(
                "days", "days", true, true, new Words(Map.of()), "", Certainty.CHOSEN, zone, null, null, validity);
    }

    long dayOf(long t) {
        return Instant.ofEpochMilli(t).atZone(zone).toLocalDate().toEpochDay();
    }

    /** A reading of that instant came or changed; today ends by itself. */
    void touched(Watched watched, long t, long today) {
        long day = dayOf(t);
        if (day < today)
            changed.computeIfAbsent(watched, each -> new TreeSet<>()).add(day);
    }

    /** The day before one, for every series: called when a day ends. */
    void ended(long today) {
        for (Watched watched : roster.all()) {
            changed.computeIfAbsent(watched, each -> new TreeSet<>()).add(today - 1);
        }
    }

    boolean isEmpty() {
        return changed.isEmpty();
    }

    /** Forms again what changed. */
    List<DayMean> take() {
        List<DayMean> formed = new ArrayList<>();
        changed.forEach((watched, days) -> {
            for (long day : days) {
                DayMean mean = form(watched, day);
                if (mean.hours() > 0 || mean.eights() > 0) formed.add(mean);
            }
            watched.calendarChanged();
        });
        changed.clear();
        return formed;
    }

    private DayMean form(Watched watched, long day) {
        Window window = Window.ofDays(LocalDate.ofEpochDay(day), LocalDate.ofEpochDay(day + 1), zone);
        Watched source = watched;
        if (!watched.ring().holds(window.fromHour() - 1)) {
            source = roster.likeness(watched);
            past.hours(watched.series(), window.fromHour() - 1, window.toHour()).forEach(source.ring()::restore);
        }
        Averages averages = new Averages(source, house, past);
        Average mean = averages.over(Period.DAY, window);
        Average high = averages.over(Period.DAILY_MAX_8H, window);
        return new DayMean(
                watched.series(),
                day,
                mean.value(),
                (int) Math.round(mean.share() * Period.DAY.parts()),
                high.value(),
                (int) Math.round(high.share() * Period.DAILY_MAX_8H.parts()));
    }
}
