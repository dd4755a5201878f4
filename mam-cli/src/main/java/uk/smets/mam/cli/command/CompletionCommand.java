package uk.smets.mam.cli.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;

/** {@code mam completion}: prints a shell completion script. */
@Command(
        name = "completion",
        description = "Print a script for bash and zsh that completes commands and options.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {"", "Example (in .bashrc or .zshrc):", "  source <(mam completion)"})
public final class CompletionCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    public CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (spec != null) {
            console.out()
                    .print(AutoComplete.bash("mam", spec.root().commandLine()).replace("\r\n", "\n"));
        }
        return ExitStatus.OK;
    }
}
