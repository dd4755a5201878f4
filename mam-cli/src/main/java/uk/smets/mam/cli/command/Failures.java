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
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Message;
import uk.smets.mam.cli.console.Suggestions;
import uk.smets.mam.cli.console.Trouble;
import uk.smets.mam.cli.option.FormatOption;
import uk.smets.mam.cli.table.UnusableListException;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.internal.file.SameFileException;

/** What a command could not handle itself, in a sentence and an exit status. */
public final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Console console;

    public Failures(Console console) {
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
            console.say(refusal.getMessage() + "; 'mam validate' lists all", refusal);
            return ExitStatus.ERRORS_FOUND;
        }
        if (problem instanceof UnusableListException list) {
            list.problems().forEach(each -> console.say(each));
            return ExitStatus.NOT_READ_OR_WRITTEN;
        }
        if (problem instanceof IOException trouble) {
            console.say(Trouble.message(trouble), trouble);
            return ExitStatus.NOT_READ_OR_WRITTEN;
        }
        if (problem instanceof InvalidPathException name) {
            String reason = Trouble.reason(name);
            console.say(name.getInput().isEmpty() ? Message.of(reason) : Message.of(name.getInput(), reason), name);
            return ExitStatus.NOT_READ_OR_WRITTEN;
        }
        return fault(console, problem);
    }

    /** A fault of the program and not of its user. */
    public static int fault(Console console, Throwable fault) {
        console.say("internal error (" + fault + "): report it with what --debug prints", fault);
        return ExitStatus.NOT_READ_OR_WRITTEN;
    }
}
