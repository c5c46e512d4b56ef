package ridgeline.standard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ridgeline.domain.Bound;
import ridgeline.domain.Judged;
import ridgeline.domain.Rule;
import ridgeline.domain.Status;
import ridgeline.domain.Verdict;

/**
 * Makes exceedances of what a judge says step by step. A window in which too little is known ends a run and begins none:
 * nobody knows what was in it.
 */
final class Runs {
    /** What nobody can read through any more, and what still costs little memory. */
    static final int MOST = 50_000;

    private final long start;
    private final Map<String, Run> open = new HashMap<>();
    private final Map<String, Long> unknownSince = new HashMap<>();
    private final Set<String> judged = new HashSet<>();
    private final List<Exceedance> closed = new ArrayList<>();
    private long unknown;

    /** @param start windows that end at or before it do not count (epoch ms) */
    Runs(long start) {
        this.start = start;
    }

    /** @param t the instant for which it was said (epoch ms), later with each call */
    void take(Judged said, long t) {
        for (String key : said.ended()) {
            close(key, t);
            known(key, t);
        }
        for (Verdict verdict : said.verdicts()) {
            if (verdict.to() <= start) continue;
            judged.add(verdict.seriesId());
            exceeds(verdict, t);
            if (verdict.status() == Status.INSUFFICIENT || verdict.status() == Status.STALE)
                unknownSince.putIfAbsent(verdict.key(), t);
            else known(verdict.key(), t);
        }
    }

    private void exceeds(Verdict verdict, long t) {
        Double value = verdict.status() == Status.EXCEED ? verdict.value() : null;
        Run run = open.get(verdict.key());
        if (run != null && (value == null || !run.rule.equals(verdict.rule()))) close(verdict.key(), t);
        if (value != null)
            open.computeIfAbsent(verdict.key(), key -> new Run(verdict, t)).add(verdict, value);
    }

    private void close(String key, long t) {
        Run run = open.remove(key);
        if (run == null) return;
        if (closed.size() >= MOST) throw new Rehearsal.TooMany(MOST);
        closed.add(run.until(t));
    }

    private void known(String key, long t) {
        Long since = unknownSince.remove(key);
        if (since != null) unknown += t - since;
    }

    /**
     * Ends all that is open.
     *
     * @param end the instant of the step that would follow the last one (epoch ms)
     */
    Rehearsed.Side end(long end) {
        for (String key : List.copyOf(open.keySet())) close(key, end);
        for (String key : List.copyOf(unknownSince.keySet())) known(key, end);
        closed.sort(Comparator.comparingLong(Exceedance::raised)
                .thenComparing(Exceedance::seriesId)
                .thenComparing(each -> each.rule().period()));
        return new Rehearsed.Side(closed, judged.size(), unknown / (double) HourRing.HOUR_MS);
    }

    /** Windows in a row. */
    private static final class Run {
        private final Verdict first;
        private final Rule rule;
        private final long raised;
        private long from = Long.MIN_VALUE;
        private long to;
        private double worst = Double.NaN;
        private int windows;

        Run(Verdict first, long raised) {
            this.first = first;
            this.rule = first.rule();
            this.raised = raised;
        }

        /** A window is known by its start: a natural day that is still growing is one. */
        void add(Verdict verdict, double value) {
            if (verdict.from() != from) windows++;
            from = verdict.from();
            to = verdict.to();
            if (!(beyond(rule.bound(), value) <= beyond(rule.bound(), worst))) worst = value;
        }

        private static double beyond(Bound bound, double value) {
            double limit = bound.nearest(value);
            return Math.abs(value - limit);
        }

        Exceedance until(long ended) {
            return new Exceedance(
                    first.venueId(), first.seriesId(), rule, first.from(), to, worst, windows, raised, ended);
        }
    }
}
