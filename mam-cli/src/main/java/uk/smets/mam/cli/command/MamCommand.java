package uk.smets.mam.cli.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;

/** {@code mam} without a command: the options that all commands have. */
@Command(
        name = "mam",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Reads, checks and writes the files of the SMETS1 Migration Authorisation Mechanism.",
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

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of whatever fails.")
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
}
