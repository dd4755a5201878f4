package uk.smets.mam.cli.command;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import tools.jackson.core.exc.JacksonIOException;
import uk.smets.mam.cli.console.CommandException;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ErrorText;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Message;
import uk.smets.mam.cli.console.Suggestions;
import uk.smets.mam.cli.option.FormatOption;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.internal.file.SameFileException;

/** Prints a message for every exception that a command throws, and returns its exit status. */
public final class ErrorHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Console console;

    public ErrorHandler(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        String message = String.valueOf(problem.getMessage());
        List<String> meant = problem instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
                ? Suggestions.of(
                        unmatched.getUnmatched().get(0),
                        problem.getCommandLine().getSubcommands().keySet())
                : Suggestions.forOption(problem);
        if (FormatOption.isJson(arguments)) {
            console.reportAsJson(problem.getCommandLine().getCommandName());
        }
        console.say(message + Suggestions.sentence(meant), problem);
        tryHelp(problem.getCommandLine());
        return ExitStatus.WRONG_USAGE;
    }

    private void tryHelp(CommandLine line) {
        console.err().print("Try '" + line.getCommandSpec().qualifiedName() + " --help'.\n");
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine line, ParseResult result) {
        if (problem instanceof JacksonIOException && problem.getCause() instanceof IOException cause) {
            return handleExecutionException(cause, line, result);
        }
        if (problem instanceof SameFileException same) {
            console.say(String.valueOf(same.getMessage()), same);
            tryHelp(line);
            return ExitStatus.WRONG_USAGE;
        }
        if (problem instanceof SecureExchangeException refusal) {
            console.say(Message.of(refusal.rule(), String.valueOf(refusal.getMessage())), refusal);
            return ExitStatus.ERRORS_FOUND;
        }
        if (problem instanceof InvalidDocumentException refusal) {
            console.say(refusal.getMessage() + "; 'mam validate' lists all findings", refusal);
            return ExitStatus.ERRORS_FOUND;
        }
        if (problem instanceof CommandException failure) {
            return console.fail(failure);
        }
        if (problem instanceof IOException failure) {
            console.say(ErrorText.message(failure), failure);
            return ExitStatus.NOT_READ_OR_WRITTEN;
        }
        if (problem instanceof InvalidPathException name) {
            String reason = ErrorText.reason(name);
            console.say(name.getInput().isEmpty() ? Message.of(reason) : Message.of(name.getInput(), reason), name);
            return ExitStatus.NOT_READ_OR_WRITTEN;
        }
        return internalError(console, problem);
    }

    /** Reports an error of the program itself. */
    public static int internalError(Console console, Throwable error) {
        console.say("internal error (" + error + "): report it with the output of --debug", error);
        return ExitStatus.NOT_READ_OR_WRITTEN;
    }
}
