package ridgeline.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ridgeline.domain.Certainty;
import ridgeline.domain.Quantity;
import ridgeline.domain.Words;
import ridgeline.standard.Edition;
import ridgeline.standard.Edition.Validity;
import ridgeline.standard.Period;

/** Reads what every standard's file begins with, and the small values that both kinds share. */
final class EditionPart {
    static final List<String> KEYS = List.of(
            "id", "kind", "family", "judges", "weight", "title", "source", "certainty", "zone", "inForce", "validity");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int MOST = 1440;

    private EditionPart() {}

    static Edition read(Yaml root, String id) {
        Yaml named = root.at("id").required();
        String given = named.text();
        if (given != null && !given.equals(id)) named.refuse("the name of the file, " + id);
        Words title = root.at("title").required().words();
        Certainty certainty = root.at("certainty").required().oneOf(Certainty.class);
        Yaml inForce = root.at("inForce").required().onlyKeys("from", "to");
        return new Edition(
                id,
                or(root.at("family").text(Syntax.ID, Syntax.AN_ID), id),
                "named".equals(root.at("judges").oneOf(List.of("always", "named"))),
                "advisory".equals(root.at("weight").oneOf(List.of("binding", "advisory"))),
                title == null ? new Words(Map.of()) : title,
                or(root.at("source").required().text(), ""),
                or(certainty, Certainty.CHOSEN),
                zone(root.at("zone").required()),
                date(inForce.at("from")),
                date(inForce.at("to")),
                validity(root.at("validity").required(), or(certainty, Certainty.CHOSEN)));
    }

    static @Nullable LocalDate date(Yaml at) {
        String text = at.text(DATE, "a date such as 2026-03-01");
        if (text == null) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            at.refuse("a date of the calendar");
            return null;
        }
    }

    static @Nullable Quantity quantity(Yaml at) {
        String id = at.required().oneOf(Quantity.ids().stream().sorted().toList());
        return id == null ? null : Quantity.of(id).orElse(null);
    }

    static @Nullable Period period(Yaml at) {
        String id = at.required().oneOf(Period.ids());
        return id == null ? null : Period.of(id).orElse(null);
    }

    /** Figures stand in the canonical unit; the file repeats it so that a person sees it and a wrong one shows. */
    static void unit(Yaml at, @Nullable Quantity quantity) {
        String unit = at.required().text();
        if (unit != null && quantity != null && !unit.equals(quantity.unit())) at.refuse(quantity.unit());
    }

    static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static ZoneId zone(Yaml at) {
        String id = at.text();
        try {
            return id == null ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            at.refuse("a time zone such as Asia/Shanghai");
            return ZoneOffset.UTC;
        }
    }

    private static Map<Period, Validity> validity(Yaml at, Certainty certainty) {
        Map<Period, Validity> validity = new EnumMap<>(Period.class);
        at.onlyKeys(Period.ids());
        at.entries().forEach((key, value) -> Period.of(key).ifPresent(period -> {
            value.onlyKeys("minimum", "perMonth", "unless", "clause", "certainty");
            Integer minimum = value.at("minimum").required().integer(1, MOST);
            Integer perMonth = value.at("perMonth").integer(1, 31);
            String clause = value.at("clause").required().text();
            boolean orExceeded = "exceeded".equals(value.at("unless").oneOf(List.of("exceeded")));
            Certainty own = value.at("certainty").oneOf(Certainty.class);
            validity.put(
                    period, new Validity(or(minimum, 1), perMonth, orExceeded, or(clause, ""), or(own, certainty)));
        }));
        at.at(Period.HOUR.id()).required();
        return validity;
    }
}
