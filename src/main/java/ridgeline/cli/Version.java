package ridgeline.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The program's version: from the jar's manifest, or {@code development} when run from classes. */
final class Version implements IVersionProvider {
    static String text() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"ridgeline " + text()};
    }
}
