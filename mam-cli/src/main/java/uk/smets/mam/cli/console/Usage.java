package uk.smets.mam.cli.console;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Errors in the use of a command. */
public final class Usage {
    private Usage() {}

    /** Returns an exception with a message for the user, who is then referred to the help of the command. */
    public static ParameterException error(@Nullable CommandSpec spec, String message) {
        return new ParameterException(
                requireNonNull(spec, "not part of a command").commandLine(), message);
    }
}
