package uk.smets.mam.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;

/** {@code mam} without a command, and the options of all commands. */
@Command(
        name = "mam",
        versionProvider = MamCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Read, check and write the files of the SMETS1 Migration Authorisation Mechanism.",
        sortOptions = false,
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit status: 0 no errors, 1 errors found, 2 wrong usage, 3 could not read or write.",
            "",
            "Examples:",
            "  mam validate MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv",
            "  mam rules MIGRATION_WEEK_NOT_MONDAY",
            "  mam help repair"
        })
public final class MamCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    public MamCommand(Console console) {
        this.console = console;
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Print this help.")
    void help(boolean asked) {}

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version.")
    void version(boolean asked) {}

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of an error.")
    void debug(boolean on) {
        console.debug(on);
    }

    @Override
    public Integer call() {
        if (spec != null) {
            console.err().print(spec.commandLine().getUsageMessage());
        }
        return ExitStatus.WRONG_USAGE;
    }

    /** The version of the build. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"mam " + number() + " (Migration Authorisation Mechanism v2.1b)"};
        }

        private static String number() {
            Properties properties = new Properties();
            try (InputStream resource = Version.class.getResourceAsStream("version.properties")) {
                if (resource == null) {
                    throw new IllegalStateException("version.properties is missing");
                }
                properties.load(resource);
            } catch (IOException e) {
                throw new UncheckedIOException("reading version.properties", e);
            }
            return properties.getProperty("version");
        }
    }
}
