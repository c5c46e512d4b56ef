package ridgeline.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Stagnation;
import ridgeline.domain.Stagnation.Condition;
import ridgeline.domain.Stagnation.Day;
import ridgeline.domain.Venue;
import ridgeline.standard.Edition;
import ridgeline.standard.Profiles;
import ridgeline.standard.StagnationStandard;

/**
 * Whether the weather at a venue traps pollution, by its sensors outdoors, and which warning criterion its air would
 * meet by persistence alone.
 *
 * <p>Each time it counts back over the hours that are kept, so that nothing is lost by a restart and late readings heal
 * what they change. An hour of which too little is known is not stagnant.
 */
final class StagnationJudge {
    /** The last hours kept, less those over which a change of pressure reaches back. */
    private static final int HORIZON = HourRing.HOURS - 6;

    private final StagnationStandard standard;
    private final Profiles profiles;
    private final Roster roster;
    private final Persistence persistence;

    StagnationJudge(StagnationStandard standard, Profiles profiles, Roster roster, Persistence persistence) {
        this.standard = standard;
        this.profiles = profiles;
        this.roster = roster;
        this.persistence = persistence;
    }

    /**
     * What is true of a venue after the last closed hour; null where the standard does not judge or nothing is measured.
     *
     * @param before what was said last, by key
     * @param calendar whether days of the past are new
     */
    @Nullable
    Stagnation judge(String venueId, Map<String, Stagnation> before, long now, boolean calendar) {
        long hour = HourRing.hourOf(now) - 1;
        long t = (hour + 1) * HourRing.HOUR_MS;
        Edition edition = standard.edition();
        Collection<Watched> outdoors = outdoors(venueId, t - 1);
        if (outdoors.isEmpty() || !edition.isInForce(t - 1)) return null;
        Venue venue = outdoors.iterator().next().place().venue();
        Signs signs = new Signs(standard, outdoors, venue.slope());
        List<Day> days = persistence.days(venueId, outdoors, now, calendar);
        if (!signs.isAny() && days.isEmpty()) return null;
        List<Condition> conditions = signs.over(hour);
        boolean trapping = Signs.score(conditions) >= standard.from();
        int run = run(signs, hour, trapping);
        return new Stagnation(
                venueId,
                edition.id(),
                standard.clause(),
                edition.certainty(),
                Signs.score(conditions),
                Signs.known(conditions),
                trapping && run >= standard.hours(),
                since(before.get(edition.id() + "/" + venueId), trapping, run, t),
                conditions,
                standard.criterion(indicesOf(days)),
                days,
                t);
    }

    private Collection<Watched> outdoors(String venueId, long t) {
        return roster.ofVenue(venueId).stream()
                .filter(each -> profiles.uses(each.place(), standard.edition(), t) && !standard.isIndoors(each.place()))
                .toList();
    }

    /** How many hours up to the last one, itself included, are as it is: with enough signs or without. */
    private int run(Signs signs, long hour, boolean enough) {
        int run = 1;
        while (run < HORIZON && Signs.score(signs.over(hour - run)) >= standard.from() == enough) run++;
        return run;
    }

    /** Beyond the hours that are kept, what was said before is remembered. */
    private long since(@Nullable Stagnation before, boolean trapping, int run, long t) {
        long counted = t - run * HourRing.HOUR_MS;
        if (before == null || run < HORIZON || before.score() >= standard.from() != trapping) return counted;
        return Math.min(before.since(), counted);
    }

    private static List<@Nullable Integer> indicesOf(List<Day> days) {
        List<@Nullable Integer> indices = new ArrayList<>();
        for (Day day : days) indices.add(day.aqi());
        return indices;
    }
}
