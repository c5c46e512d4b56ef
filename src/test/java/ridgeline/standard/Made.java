package ridgeline.standard;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Bound;
import ridgeline.domain.Certainty;
import ridgeline.domain.Quantity;
import ridgeline.domain.Words;
import ridgeline.standard.Edition.Validity;
import ridgeline.standard.LimitStandard.Limit;
import ridgeline.standard.LimitStandard.Stage;

/** Standards made for one test, of one class called {@code a}, with what each period usually asks for. */
final class Made {
    private Made() {}

    static Standards standards(Limit... limits) {
        return new Standards(List.of(standard(limits)), List.of());
    }

    static LimitStandard standard(Limit... limits) {
        return new LimitStandard(
                edition("made", false),
                "a",
                1,
                null,
                List.of(new Stage("only", null, null, List.of("a"), List.of(limits))));
    }

    static Edition edition(String id, boolean onlyNamed) {
        return new Edition(
                id,
                id,
                onlyNamed,
                false,
                new Words(Map.of()),
                "test",
                Certainty.CHOSEN,
                Rig.SHANGHAI,
                null,
                null,
                validity());
    }

    static Limit limit(Quantity quantity, Period period, @Nullable Double min, @Nullable Double max) {
        return new Limit(
                quantity,
                period,
                Map.of("a", new Bound(min, max)),
                Map.of(),
                Map.of(),
                Set.of(),
                "1",
                Certainty.CHOSEN);
    }

    private static Map<Period, Validity> validity() {
        Map<Period, Validity> validity = new HashMap<>();
        Arrays.stream(Period.values()).forEach(period -> validity.put(period, of(minimum(period), null)));
        validity.put(Period.YEAR, of(324, 27));
        return validity;
    }

    private static Validity of(int minimum, @Nullable Integer perMonth) {
        return new Validity(minimum, perMonth, false, "1", Certainty.CHOSEN);
    }

    private static int minimum(Period period) {
        return switch (period) {
            case TEN_MINUTES, MAX_TEN_MINUTES -> 8;
            case HOUR -> 45;
            case EIGHT_HOURS, NIGHT, NIGHT_MAX -> 6;
            case DAILY_MAX_8H, DAYTIME -> 14;
            case DAY, DAILY_MAX_HOUR, SLIDING_DAY -> 20;
            case NOWCAST -> 2;
            case MONTH -> 27;
            default -> 324;
        };
    }
}
