package ridgeline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import ridgeline.config.Problem;
import ridgeline.config.StandardFile;
import ridgeline.domain.Quantity;
import ridgeline.standard.Edition;
import ridgeline.standard.IndexStandard;
import ridgeline.standard.LimitStandard;
import ridgeline.standard.Period;
import ridgeline.standard.RowJudge;
import ridgeline.standard.Standards;

/** The standard that a command line names, and how it is to judge. */
final class ChosenStandard {
    private static final String CHINA = "Asia/Shanghai";

    private final Function<String, ParameterException> usage;
    private final @Nullable IndexStandard index;
    private final @Nullable LimitStandard limits;
    private @Nullable Period period;
    private @Nullable String classId;
    private @Nullable String language;

    private ChosenStandard(
            Function<String, ParameterException> usage, @Nullable IndexStandard index, @Nullable LimitStandard limits) {
        this.usage = usage;
        this.index = index;
        this.limits = limits;
    }

    /**
     * @param usage makes a complaint about the command line
     * @param config folder with the standards; null takes those of the program
     */
    static ChosenStandard of(Function<String, ParameterException> usage, @Nullable Path config, String id) {
        StandardFile.Result read = config == null ? StandardFile.builtIn() : Configuration.standards(config);
        Standards all = read.standards();
        IndexStandard index = find(all.indices(), IndexStandard::edition, id);
        LimitStandard limits = find(all.limits(), LimitStandard::edition, id);
        if (index == null && limits == null) {
            refuseMistakes(read.problems(), id + ".yaml");
            Stream<String> ids =
                    all.sheets().stream().map(sheet -> sheet.edition().id());
            throw usage.apply(
                    "--standard: there is no '" + id + "', allowed: " + ids.collect(Collectors.joining(", ")));
        }
        return new ChosenStandard(usage, index, limits);
    }

    /** The mistakes of other files are no hindrance. */
    private static void refuseMistakes(List<Problem> problems, String file) {
        List<String> mistakes = problems.stream()
                .filter(problem -> Path.of(problem.file()).endsWith(file))
                .map(Problem::toString)
                .toList();
        if (!mistakes.isEmpty())
            throw new Ridgeline.BadInput("the standard cannot be used:\n" + String.join("\n", mistakes));
    }

    private static <S> @Nullable S find(List<S> standards, Function<S, Edition> edition, String id) {
        for (S standard : standards) {
            if (edition.apply(standard).id().equals(id)) return standard;
        }
        return null;
    }

    /** Takes the options as they were written; null where they were not. */
    ChosenStandard with(@Nullable String periodId, @Nullable String classId, @Nullable String language) {
        period = period(periodId);
        this.classId = classId(classId);
        if (language != null && !List.of("zh", "en", "fr", "id").contains(language))
            throw usage.apply("--lang: is '" + language + "', allowed: zh, en, fr, id");
        // What an authority publishes is in the language of its country.
        this.language = language != null ? language : edition().zone().getId().equals(CHINA) ? "zh" : "en";
        return this;
    }

    private @Nullable Period period(@Nullable String id) {
        if (id != null && !id.equals("1h") && !id.equals("24h"))
            throw usage.apply("--period: is '" + id + "', allowed: 1h, 24h");
        Period said = id == null ? null : id.equals("1h") ? Period.HOUR : Period.DAY;
        if (index == null) return said;
        if (said == null) return index.inputs().containsKey(Period.HOUR) ? Period.HOUR : Period.DAY;
        if (!index.inputs().containsKey(said))
            throw usage.apply("--period: " + index.edition().id() + " has no index of " + id);
        return said;
    }

    /** Null grades by all classes. */
    private @Nullable String classId(@Nullable String id) {
        if (limits == null) {
            if (id != null) throw usage.apply("--class: an index has none");
            return null;
        }
        List<String> classes = limits.stages().stream()
                .flatMap(stage -> stage.classes().stream())
                .distinct()
                .toList();
        if (id != null && !classes.contains(id))
            throw usage.apply("--class: there is no '" + id + "', allowed: " + String.join(", ", classes));
        if (id != null) return id;
        if (limits.sectionClause() != null) return null;
        return limits.judgedClass() != null ? limits.judgedClass() : classes.get(0);
    }

    Edition edition() {
        if (index != null) return index.edition();
        if (limits != null) return limits.edition();
        throw new IllegalStateException("neither index nor limits");
    }

    RowJudge judge(List<String> header) {
        if (index != null) return RowJudge.byIndex(index, period == null ? Period.HOUR : period, words(), header);
        if (limits == null) throw new IllegalStateException("neither index nor limits");
        if (classId == null) return RowJudge.byClasses(limits, period, header);
        return RowJudge.byLimits(limits, classId, period, header);
    }

    private @Nullable String words() {
        return "id".equals(language) ? null : language;
    }

    /** What a column may be called for the standard to judge it. */
    Set<String> quantities() {
        Standards alone =
                new Standards(limits == null ? List.of() : List.of(limits), index == null ? List.of() : List.of(index));
        return alone.quantities().stream().map(Quantity::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
