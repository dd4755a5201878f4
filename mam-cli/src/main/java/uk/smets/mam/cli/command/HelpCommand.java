package uk.smets.mam.cli.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Suggestions;

/** {@code mam help}: prints the same as {@code --help}. */
@Command(name = "help", description = "Print the help of a command.", sortOptions = false)
public final class HelpCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "Command (default: mam itself).")
    private @Nullable String command;

    public HelpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (spec != null) {
            CommandLine mam = spec.root().commandLine();
            CommandLine asked = command == null ? mam : mam.getSubcommands().get(command);
            if (asked == null) {
                throw new ParameterException(
                        mam,
                        "there is no command " + command
                                + Suggestions.sentence(Suggestions.of(
                                        String.valueOf(command),
                                        mam.getSubcommands().keySet())));
            }
            console.out().print(asked.getUsageMessage());
        }
        return ExitStatus.OK;
    }
}
