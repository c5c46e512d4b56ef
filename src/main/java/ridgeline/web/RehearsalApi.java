package ridgeline.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import ridgeline.config.Problem;
import ridgeline.config.StandardFile;
import ridgeline.domain.Bound;
import ridgeline.domain.DayMean;
import ridgeline.domain.HourSum;
import ridgeline.domain.MinuteSum;
import ridgeline.domain.Quantity;
import ridgeline.domain.Series;
import ridgeline.lane.Lane;
import ridgeline.standard.LimitEdit;
import ridgeline.standard.LimitStandard;
import ridgeline.standard.Rehearsal;
import ridgeline.web.Failures.Refusal;

/**
 * What an edited limit would have raised. A rehearsal runs on a lane of its own, one at a time, and asks the reader lane
 * for a few hours of sums at a time, so that other questions come in between. It changes nothing and ends early when its
 * client goes away.
 */
final class RehearsalApi implements AutoCloseable {
    private static final String PATH = "/api/v1/standards/rehearse";
    private static final int MOST_BODY = 256 * 1024;
    private static final String TRY_AGAIN_SECONDS = "5";

    private final Lane lane = new Lane("rehearsal");
    private final Questions questions;
    private final Catalogue catalogue;
    private final InstantSource clock;
    private volatile boolean closing;
    /** Touched on the event loop alone. */
    private boolean busy;

    RehearsalApi(Questions questions, Catalogue catalogue, InstantSource clock) {
        this.questions = questions;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    void mount(Router router) {
        router.post(PATH).handler(RehearsalApi::requireJson);
        router.post(PATH)
                .handler(BodyHandler.create(false).setBodyLimit(MOST_BODY))
                .handler(this::rehearse);
    }

    private static void requireJson(RoutingContext context) {
        String type = context.request().getHeader("Content-Type");
        String media = type == null ? "" : type.split(";", -1)[0].trim().toLowerCase(Locale.ROOT);
        if (!media.equals("application/json"))
            throw new Refusal(415, "Content-Type: is '" + media + "', allowed: application/json");
        context.next();
    }

    /** Of two answers one is null. */
    private record Answer(@Nullable Buffer outcome, List<Problem> problems) {}

    private void rehearse(RoutingContext context) {
        RehearsalBody asked = RehearsalBody.of(context.body().buffer());
        LimitStandard today = standard(asked.standard());
        requireVenue(asked.venue());
        if (busy) {
            context.response().putHeader("Retry-After", TRY_AGAIN_SECONDS);
            throw new Refusal(429, "Another rehearsal is running; one runs at a time.");
        }
        busy = true;
        AtomicBoolean gone = new AtomicBoolean();
        context.response().closeHandler(closed -> gone.set(true));
        BooleanSupplier goOn = () -> !closing && !gone.get();
        Future.fromCompletionStage(
                        lane.submit(() -> answer(asked, today, goOn)),
                        context.vertx().getOrCreateContext())
                .onComplete(done -> busy = false)
                .onSuccess(answer -> send(context, answer))
                .onFailure(failure -> context.fail(refused(failure)));
    }

    private LimitStandard standard(String id) {
        for (LimitStandard standard : catalogue.standards().limits()) {
            if (standard.edition().id().equals(id)) return standard;
        }
        boolean index = catalogue.standards().indices().stream()
                .anyMatch(each -> each.edition().id().equals(id));
        if (index) throw new Refusal(400, "standard: '" + id + "' is an index; limits can be rehearsed");
        throw new Refusal(404, "standard: there is no '" + id + "'");
    }

    private void requireVenue(@Nullable String id) {
        if (id == null
                || catalogue.site().venues().stream().anyMatch(each -> each.id().equals(id))) return;
        throw new Refusal(404, "venue: there is no '" + id + "'");
    }

    private static Throwable refused(Throwable failure) {
        if (failure instanceof Rehearsal.TooMany)
            return new Refusal(422, "It would raise " + failure.getMessage() + ": fewer days, one venue, other limits");
        boolean ended = failure instanceof CancellationException || failure instanceof RejectedExecutionException;
        return ended ? new Refusal(503, "The rehearsal was ended before it was done.") : failure;
    }

    /** On the rehearsal lane. */
    private Answer answer(RehearsalBody asked, LimitStandard today, BooleanSupplier goOn) {
        LimitStandard edited = today;
        if (asked.yaml() != null) {
            StandardFile.Result read = StandardFile.readLimits(asked.standard(), asked.yaml());
            if (!read.problems().isEmpty()) return new Answer(null, read.problems());
            edited = read.standards().limits().get(0);
        }
        for (int i = 0; i < asked.limits().size(); i++)
            edited = edited(edited, asked.limits().get(i), "limits[" + i + "]");
        Rehearsal rehearsal = new Rehearsal(
                new Rehearsal.Asked(today, edited, clock.millis(), asked.days()), new Sums(asked.venue()), goOn);
        return new Answer(RehearsalRows.outcome(asked, rehearsal.run(catalogue.ground())), List.of());
    }

    private static LimitStandard edited(LimitStandard standard, LimitEdit edit, String at) {
        Bound crossed = edit.crossed(standard);
        if (crossed != null) throw new Refusal(400, at + ": min " + crossed.min() + " is above max " + crossed.max());
        return edit.appliedTo(standard).orElseThrow(() -> {
            String row = edit.quantity().id() + " over " + edit.period().id() + " of class '" + edit.classId() + "'";
            return new Refusal(400, at + ": " + standard.edition().id() + " has no limit for " + row);
        });
    }

    /** The sums of one venue or of all, asked slice by slice on the reader lane. */
    private final class Sums implements Rehearsal.Stored {
        private final @Nullable String venue;

        Sums(@Nullable String venue) {
            this.venue = venue;
        }

        @Override
        public List<HourSum> hours(Set<Quantity> quantities, long from, long to) {
            return questions.await(history -> history.sums().hours(quantities, from, to)).stream()
                    .filter(sum -> isAsked(sum.series()))
                    .toList();
        }

        @Override
        public List<MinuteSum> minutes(Set<Quantity> quantities, long from, long to) {
            return questions.await(history -> history.sums().minutes(quantities, from, to)).stream()
                    .filter(sum -> isAsked(sum.series()))
                    .toList();
        }

        @Override
        public List<DayMean> days(Set<Quantity> quantities, long from, long to) {
            return questions.await(history -> history.sums().days(quantities, from, to)).stream()
                    .filter(day -> isAsked(day.series()))
                    .toList();
        }

        private boolean isAsked(Series series) {
            return venue == null || series.venueId().equals(venue);
        }
    }

    private static void send(RoutingContext context, Answer answer) {
        if (context.response().ended() || context.response().closed()) return;
        if (answer.outcome() != null) StateApi.send(context, answer.outcome());
        else
            Failures.answer(context, 422, "The edited file has problems.", json -> {
                json.writeFieldName("problems");
                Json.array(json, answer.problems(), RehearsalRows::problem);
            });
    }

    /** What is running ends at its next step. Not to be called on the event loop. */
    @Override
    public void close() {
        closing = true;
        lane.close();
    }
}
