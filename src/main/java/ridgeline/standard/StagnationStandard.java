package ridgeline.standard;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Bound;
import ridgeline.domain.Quantity;

/**
 * When the weather traps pollution, and by which persistence of bad air a criterion of a warning would be met. Nothing
 * here issues a warning: warnings are forecast, and a government's to issue. Pure.
 *
 * @param clause what the signs rest on
 * @param signs each kind at most once, in the order they are shown
 * @param from how many signs together make an hour stagnant
 * @param hours how many such hours in a row make the weather stagnant
 * @param indoors ids or families of standards for rooms: a sensor with a class in one of them stands in a room
 * @param indices ids or families of the index whose daily value persists
 * @param levels from mild to severe
 */
public record StagnationStandard(
        Edition edition,
        String clause,
        List<Sign> signs,
        int from,
        int hours,
        List<String> indoors,
        List<String> indices,
        List<Level> levels) {
    public StagnationStandard {
        signs = List.copyOf(signs);
        indoors = List.copyOf(indoors);
        indices = List.copyOf(indices);
        levels = List.copyOf(levels);
    }

    /** What is looked at. */
    public enum Kind {
        /** Mean wind of the masts outdoors. */
        WIND("wind", Quantity.WIND_SPEED),
        /** Mean relative humidity outdoors. */
        HUMIDITY("humidity", Quantity.HUMIDITY),
        /** Temperature at the upper sensor of the venue's slope less that at the lower one. */
        INVERSION("inversion", Quantity.TEMPERATURE),
        /** Change of the pressure over some hours. */
        PRESSURE("pressure", Quantity.PRESSURE);

        private final String id;
        private final Quantity quantity;

        Kind(String id, Quantity quantity) {
            this.id = id;
            this.quantity = quantity;
        }

        public String id() {
            return id;
        }

        public Quantity quantity() {
            return quantity;
        }

        public static List<String> ids() {
            return Arrays.stream(values()).map(Kind::id).toList();
        }
    }

    /**
     * One sign of trapped air.
     *
     * @param bound between which values the sign is there, the ends themselves excluded
     * @param over hours over which a change is meant; 0 for a sign that is no change
     */
    public record Sign(Kind kind, Bound bound, int over) {
        boolean isMet(double value) {
            boolean atLow = bound.min() != null && Bound.upTo(bound.min()).holds(value);
            boolean atHigh = bound.max() != null && Bound.atLeast(bound.max()).holds(value);
            return !atLow && !atHigh;
        }
    }

    /**
     * The part of a warning's criterion that needs no forecast.
     *
     * @param id {@code yellow}, {@code orange} or {@code red}
     * @param all the first must hold up to the newest day; each other one anywhere within that spell
     */
    public record Level(String id, List<Lasting> all) {
        public Level {
            all = List.copyOf(all);
        }

        /** @param newestFirst daily indices, null where there is none */
        boolean isMet(List<@Nullable Integer> newestFirst) {
            if (all.isEmpty()) return false;
            int spell = 0;
            while (spell < newestFirst.size() && all.get(0).isOver(newestFirst.get(spell))) spell++;
            if (spell < all.get(0).days()) return false;
            List<@Nullable Integer> within = newestFirst.subList(0, spell);
            return all.stream().allMatch(each -> each.longest(within) >= each.days());
        }
    }

    /**
     * Bad air that lasts.
     *
     * @param over the daily index is over this
     * @param days for so many days in a row
     */
    public record Lasting(int over, int days) {
        boolean isOver(@Nullable Integer aqi) {
            return aqi != null && aqi > over;
        }

        int longest(List<@Nullable Integer> days) {
            int longest = 0;
            int run = 0;
            for (Integer aqi : days) {
                run = isOver(aqi) ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
            return longest;
        }
    }

    /** The most severe level whose criterion is met, null when none is. */
    @Nullable
    String criterion(List<@Nullable Integer> newestFirst) {
        String met = null;
        for (Level level : levels) if (level.isMet(newestFirst)) met = level.id();
        return met;
    }

    /** What the signs are made of. */
    Set<Quantity> quantities() {
        Set<Quantity> quantities = EnumSet.noneOf(Quantity.class);
        signs.forEach(sign -> quantities.add(sign.kind().quantity()));
        return quantities;
    }

    boolean isIndex(Edition index) {
        return indices.stream().anyMatch(index::isCalled);
    }

    /** Whether a sensor stands in a room; {@code none} says that it does not. */
    boolean isIndoors(Place place) {
        return indoors.stream()
                .map(place.classes()::get)
                .anyMatch(classId -> classId != null && !classId.equals(Place.NONE));
    }
}
