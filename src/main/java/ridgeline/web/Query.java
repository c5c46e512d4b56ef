package ridgeline.web;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ridgeline.web.Failures.Refusal;

/** A request's parameters, each checked; a wrong one is a {@link Refusal} with status 400 that names it. */
record Query(MultiMap parameters) {
    static Query of(RoutingContext context) {
        return new Query(context.queryParams());
    }

    @Nullable
    String text(String name) {
        String value = parameters.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    List<String> list(String name, int most) {
        String value = text(name);
        if (value == null) throw new Refusal(400, name + ": missing, one or more ids separated by commas");
        List<String> all = Arrays.stream(value.split(","))
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        if (all.isEmpty() || all.size() > most) throw new Refusal(400, name + ": 1 to " + most + " ids");
        return all;
    }

    /** Epoch milliseconds or RFC 3339. */
    long time(String name, long otherwise) {
        Long given = time(name);
        return given == null ? otherwise : given;
    }

    @Nullable
    Long time(String name) {
        String value = text(name);
        if (value == null) return null;
        try {
            if (value.matches("-?[0-9]{1,15}")) return Long.valueOf(value);
            return OffsetDateTime.parse(value.replace(' ', '+')).toInstant().toEpochMilli();
        } catch (DateTimeException wrong) {
            throw new Refusal(400, name + ": '" + value + "' is neither epoch milliseconds nor RFC 3339");
        }
    }

    int integer(String name, int otherwise, int least, int most) {
        String value = text(name);
        if (value == null) return otherwise;
        if (value.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) return number;
        }
        throw new Refusal(400, name + ": '" + value + "' is not a whole number from " + least + " to " + most);
    }

    String oneOf(String name, String otherwise, List<String> allowed) {
        String value = text(name);
        if (value == null) return otherwise;
        if (!allowed.contains(value)) throw new Refusal(400, name + ": '" + value + "' is not one of " + allowed);
        return value;
    }
}
