package ridgeline.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.List;
import ridgeline.config.Problem;
import ridgeline.domain.Rule;
import ridgeline.standard.Exceedance;
import ridgeline.standard.Rehearsed;

/** The shape in JSON of what a rehearsal gives. */
final class RehearsalRows {
    /** Counts are exact; nobody reads longer lists. */
    static final int MOST_LISTED = 1000;

    private RehearsalRows() {}

    static Buffer outcome(RehearsalBody asked, Rehearsed rehearsed) {
        return Json.of(json -> {
            json.writeStartObject();
            json.writeStringField("standard", asked.standard());
            json.writeNumberField("from", rehearsed.from());
            json.writeNumberField("to", rehearsed.to());
            json.writeNumberField("days", asked.days());
            json.writeFieldName("today");
            side(json, rehearsed.today());
            json.writeFieldName("edited");
            side(json, rehearsed.edited());
            json.writeNumberField("new_count", rehearsed.fresh().size());
            list(json, "new", rehearsed.fresh());
            json.writeNumberField("gone_count", rehearsed.gone().size());
            list(json, "gone", rehearsed.gone());
            json.writeFieldName("not_rehearsed");
            Json.array(json, rehearsed.left(), (out, period) -> out.writeString(period.id()));
            json.writeEndObject();
        });
    }

    private static void side(JsonGenerator json, Rehearsed.Side side) throws IOException {
        json.writeStartObject();
        json.writeNumberField("count", side.exceedances().size());
        list(json, "exceedances", side.exceedances());
        json.writeNumberField("series", side.series());
        json.writeNumberField("judged", side.judged());
        json.writeNumberField("hours", hours(side.hours()));
        json.writeNumberField("insufficient", hours(side.insufficient()));
        json.writeEndObject();
    }

    private static void list(JsonGenerator json, String field, List<Exceedance> exceedances) throws IOException {
        json.writeFieldName(field);
        Json.array(json, exceedances.subList(0, Math.min(MOST_LISTED, exceedances.size())), RehearsalRows::exceedance);
    }

    private static void exceedance(JsonGenerator json, Exceedance exceedance) throws IOException {
        Rule rule = exceedance.rule();
        json.writeStartObject();
        json.writeStringField("venue", exceedance.venueId());
        json.writeStringField("series", exceedance.seriesId());
        json.writeStringField("quantity", rule.quantity().id());
        json.writeStringField("period", rule.period());
        json.writeStringField("class", rule.classId());
        Json.text(json, "profile", rule.profile());
        json.writeStringField("clause", rule.clause());
        json.writeNumberField("from", exceedance.from());
        json.writeNumberField("to", exceedance.to());
        json.writeNumberField("raised", exceedance.raised());
        json.writeNumberField("worst", exceedance.worst());
        json.writeNumberField("limit", exceedance.limit());
        json.writeStringField("unit", rule.quantity().unit());
        Json.number(json, "min", rule.bound().min());
        Json.number(json, "max", rule.bound().max());
        json.writeNumberField("windows", exceedance.windows());
        json.writeNumberField("hours", hours(exceedance.hours()));
        json.writeEndObject();
    }

    private static double hours(double hours) {
        return Math.rint(hours * 100) / 100;
    }

    static void problem(JsonGenerator json, Problem problem) throws IOException {
        json.writeStartObject();
        json.writeNumberField("line", problem.line());
        json.writeNumberField("column", problem.column());
        json.writeStringField("field", problem.field());
        json.writeStringField("text", problem.text());
        json.writeEndObject();
    }
}
