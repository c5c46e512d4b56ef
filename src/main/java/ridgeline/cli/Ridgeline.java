package ridgeline.cli;

import java.net.BindException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import ridgeline.store.StoreException;

/** The program's command line; without a command it is {@code demo}. */
@Command(
        name = "ridgeline",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Environment kiosk for snow venues.",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            CheckCommand.class,
            TryCommand.class,
            DiscoverCommand.class,
            ExportCommand.class,
            BackupCommand.class,
            JudgeCommand.class,
            ReplayCommand.class
        })
public final class Ridgeline implements Callable<Integer> {
    static final int GOOD = 0;
    static final int BAD_INPUT = 1;
    private static final int UNEXPECTED = 70;
    private static final Logger LOG = LoggerFactory.getLogger(Ridgeline.class);

    /** Real time; the demo makes its own from it. */
    private final InstantSource clock = Clock.systemUTC();

    /** Input that cannot be used; the message is all the user needs. */
    static final class BadInput extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadInput(String message) {
            super(message, null, false, false);
        }
    }

    /** What every command can reach. */
    abstract static class Sub implements Callable<Integer> {
        @ParentCommand
        private @Nullable Ridgeline program;

        @Spec
        private @Nullable CommandSpec spec;

        /** Makes complaints about the command line: shown with the usage, exit code 2. */
        Function<String, CommandLine.ParameterException> usage() {
            if (spec == null) throw new IllegalStateException("not run from the command line");
            CommandLine line = spec.commandLine();
            return message -> new CommandLine.ParameterException(line, message);
        }

        InstantSource clock() {
            if (program == null) throw new IllegalStateException("not run from the command line");
            return program.clock;
        }
    }

    /** Runs a command line and answers its exit code. */
    public static int run(String... arguments) {
        CommandLine line = new CommandLine(new Ridgeline());
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
        return line.execute(arguments.length == 0 ? new String[] {"demo"} : arguments);
    }

    private static int failed(Exception failure, CommandLine command) {
        if (failure instanceof BadInput || failure instanceof StoreException || isPortTaken(failure)) {
            command.getErr().println("ridgeline: " + failure.getMessage());
            return BAD_INPUT;
        }
        LOG.error("an unexpected error", failure);
        command.getErr().println("ridgeline: unexpected: " + failure);
        return UNEXPECTED;
    }

    private static boolean isPortTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) return true;
        }
        return false;
    }

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(new CommandLine(this), "name a command, or none for the demo");
    }
}
