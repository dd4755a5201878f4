package uk.smets.mam.cli;

import java.time.Instant;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import uk.smets.mam.cli.command.AnswersCommand;
import uk.smets.mam.cli.command.CertCommand;
import uk.smets.mam.cli.command.CompareCommand;
import uk.smets.mam.cli.command.CompletionCommand;
import uk.smets.mam.cli.command.ConvertCommand;
import uk.smets.mam.cli.command.ErrorHandler;
import uk.smets.mam.cli.command.HelpCommand;
import uk.smets.mam.cli.command.ImportCommand;
import uk.smets.mam.cli.command.MailCommand;
import uk.smets.mam.cli.command.MamCommand;
import uk.smets.mam.cli.command.OpenCommand;
import uk.smets.mam.cli.command.PasswordCommand;
import uk.smets.mam.cli.command.ReconcileCommand;
import uk.smets.mam.cli.command.RepairCommand;
import uk.smets.mam.cli.command.RespondCommand;
import uk.smets.mam.cli.command.RulesCommand;
import uk.smets.mam.cli.command.SchemaCommand;
import uk.smets.mam.cli.command.SealCommand;
import uk.smets.mam.cli.command.ShowCommand;
import uk.smets.mam.cli.command.ValidateCommand;
import uk.smets.mam.cli.command.VerifyCommand;
import uk.smets.mam.cli.command.WeekCommand;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Environment;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.option.Converters;
import uk.smets.mam.cli.option.FormatOption;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.UserId;

/** The command {@code mam}. */
public final class Mam {
    private static final int WIDTH = 80;

    private Mam() {}

    /**
     * Runs the program and ends the process with its exit status.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        try {
            System.exit(run(Environment.ofProcess(), arguments));
        } catch (OutOfMemoryError e) {
            // There is no memory for a message. The status must not be that of the JVM, 1, which means errors found.
            Runtime.getRuntime().halt(ExitStatus.NOT_READ_OR_WRITTEN);
        }
    }

    /**
     * Runs the program.
     *
     * @param environment the environment of the program
     * @param arguments the command line
     * @return the exit status: 0 no errors, 1 errors found, 2 wrong usage, 3 could not read or write
     */
    public static int run(Environment environment, String... arguments) {
        Console console = new Console(environment);
        int status;
        try {
            status = commandLine(console).execute(arguments);
        } catch (OutOfMemoryError e) {
            console.say("not enough memory: set a larger heap, for example MAM_OPTS=-Xmx1g", e);
            status = ExitStatus.NOT_READ_OR_WRITTEN;
        } catch (Error e) {
            status = ErrorHandler.internalError(console, e);
        }
        return console.finish(status);
    }

    private static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new MamCommand(console));
        for (Object command : List.of(
                new ValidateCommand(console),
                new RepairCommand(console),
                new ImportCommand(console),
                new ReconcileCommand(console),
                new ShowCommand(console),
                new AnswersCommand(console),
                new RespondCommand(console),
                new CompareCommand(console),
                new ConvertCommand(console),
                new SealCommand(console),
                new MailCommand(console),
                new OpenCommand(console),
                new PasswordCommand(console),
                new VerifyCommand(console),
                new CertCommand(console),
                new WeekCommand(console),
                new RulesCommand(console))) {
            CommandLine reporting = new CommandLine(command);
            reporting.getCommandSpec().addMixin("format", CommandSpec.forAnnotatedObject(new FormatOption()));
            line.addSubcommand(reporting);
        }
        line.addSubcommand(new SchemaCommand(console));
        line.addSubcommand(new CompletionCommand(console)).addSubcommand(new HelpCommand(console));
        return line.setExecutionStrategy(parsed -> execute(console, parsed))
                .setOut(console.out())
                .setErr(console.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(WIDTH)
                .setExpandAtFiles(false)
                .registerConverter(Instant.class, new Converters.OfInstant(console.clock()))
                .registerConverter(UserId.class, new Converters.OfUserId())
                .registerConverter(Rule.class, new Converters.OfRule())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new ErrorHandler(console))
                .setExecutionExceptionHandler(new ErrorHandler(console));
    }

    /** Runs the command. Unknown words together with {@code --help}, which picocli ignores, are wrong usage too. */
    private static int execute(Console console, ParseResult parsed) {
        ParseResult named = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        if (!named.unmatched().isEmpty()) {
            throw new UnmatchedArgumentException(named.commandSpec().commandLine(), named.unmatched());
        }
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        if (FormatOption.isJson(named.commandSpec())) {
            console.reportAsJson(named.commandSpec().name());
        }
        return new CommandLine.RunLast().execute(parsed);
    }
}
