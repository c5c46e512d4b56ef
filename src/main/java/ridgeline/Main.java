package ridgeline;

import ridgeline.cli.Ridgeline;

/** Starts the program. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int code = Ridgeline.run(arguments);
        if (code != 0) System.exit(code);
    }
}
