package ridgeline.standard;

import java.util.ArrayList;
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

/** Four factors of a river with the figures of GB 3838-2002, four hours to a day and twenty days to a month. */
final class River {
    static final List<String> CLASSES = List.of("I", "II", "III", "IV", "V");
    static final double[] CODMN = {2, 4, 6, 10, 15};
    static final double[] AMMONIA = {0.15, 0.5, 1, 1.5, 2};
    static final double[] OXYGEN = {7.5, 6, 5, 3, 2};

    private River() {}

    static Standards standards() {
        List<Limit> limits = new ArrayList<>();
        for (Period period : List.of(Period.DAY, Period.MONTH)) {
            limits.add(limit(Quantity.PH, period, new double[] {6, 6, 6, 6, 6}, new double[] {9, 9, 9, 9, 9}));
            limits.add(limit(Quantity.DISSOLVED_OXYGEN, period, OXYGEN, null));
            limits.add(limit(Quantity.CODMN, period, null, CODMN));
            limits.add(limit(Quantity.AMMONIA_NITROGEN, period, null, AMMONIA));
        }
        Stage stage = new Stage("only", null, null, CLASSES, limits);
        return new Standards(List.of(new LimitStandard(edition(), null, 0.9, "worst item", List.of(stage))), List.of());
    }

    private static Limit limit(Quantity quantity, Period period, double @Nullable [] min, double @Nullable [] max) {
        Map<String, Bound> byClass = new HashMap<>();
        for (int i = 0; i < CLASSES.size(); i++)
            byClass.put(CLASSES.get(i), new Bound(min == null ? null : min[i], max == null ? null : max[i]));
        Map<String, Double> saturation = quantity == Quantity.DISSOLVED_OXYGEN ? Map.of("I", 90.0) : Map.of();
        return new Limit(
                quantity, period, byClass, Map.of(), saturation, Set.of(), "class {class}", Certainty.SECONDARY);
    }

    private static Edition edition() {
        Map<Period, Validity> validity = new HashMap<>();
        validity.put(Period.HOUR, valid(1));
        validity.put(Period.DAY, valid(4));
        validity.put(Period.MONTH, valid(20));
        return new Edition(
                "river-2002",
                "river",
                false,
                false,
                new Words(Map.of()),
                "test",
                Certainty.SECONDARY,
                Rig.SHANGHAI,
                null,
                null,
                validity);
    }

    private static Validity valid(int minimum) {
        return new Validity(minimum, null, false, "1", Certainty.CHOSEN);
    }
}
