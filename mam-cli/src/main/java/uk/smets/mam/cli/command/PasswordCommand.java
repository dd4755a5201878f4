package uk.smets.mam.cli.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.cli.input.CommandInput;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.internal.file.AtomicFileGroup;
import uk.smets.mam.model.internal.file.OutputTarget;
import uk.smets.mam.secure.archive.PasswordFile;

/** {@code mam password}: writes a password file (clause 7.5.2). */
@Command(
        name = "password",
        description = "Write an unsigned password file for a file. 'mam seal' does this and all other steps.",
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "The password is in the file and is not printed.",
            "Exit status: 0 written, 1 refused, 2 wrong usage, 3 could not read or write.",
            "",
            "Example:",
            "  mam password MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv \\",
            "      --user-id 70-B3-D5-1F-30-00-A0-01"
        })
public final class PasswordCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "File to encrypt.")
    private String file = "";

    @Option(names = "--user-id", paramLabel = "ID", required = true, description = "User ID of the supplier.")
    private @Nullable UserId userId;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Directory for the password file, created if missing (default: that of FILE).")
    private @Nullable String out;

    public PasswordCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (userId == null || spec == null) {
            return ExitStatus.WRONG_USAGE;
        }
        requireNamed(userId, spec.commandLine());
        CommandInput input = CommandInput.ofFile(console, file);
        input.form();
        PasswordFile passwordFile;
        try {
            passwordFile = PasswordFile.of(userId, console.path(file));
        } catch (IOException e) {
            throw input.failure(e);
        }
        Path name = out == null
                ? Path.of(file).resolveSibling(passwordFile.name())
                : Path.of(out).resolve(passwordFile.name());
        write(passwordFile, console.path(name.toString()).toAbsolutePath());
        return console.print(new WrittenPassword(file, name.toString()));
    }

    private void write(PasswordFile passwordFile, Path target) throws IOException {
        try (AtomicFileGroup group = AtomicFileGroup.in(requireNonNull(target.getParent(), "no directory"))) {
            OutputTarget checked = OutputTarget.derived(target, List.of(console.path(file)), true);
            group.createSecret(checked).stream().write(passwordFile.toBytes());
            group.commit();
        }
    }

    /** The name of a Migration Authorisation has the User ID (7.2.1). */
    private void requireNamed(UserId given, CommandLine line) {
        MigrationAuthorisationFileName.find(String.valueOf(Path.of(file).getFileName()))
                .map(MigrationAuthorisationFileName::userId)
                .filter(named -> !named.equals(given))
                .ifPresent(named -> {
                    throw new ParameterException(
                            line, "the User ID is " + given + ", but the name of the file has " + named);
                });
    }

    /** A password file that was written. The password is not printed. */
    private record WrittenPassword(String file, String passwordFile) implements Result {
        @Override
        public void text(Console console) {
            console.line("%s: written for %s; it has the password.", console.shown(passwordFile), console.shown(file));
        }

        @Override
        public void json(JsonGenerator json) {
            json.writeStringProperty("file", file);
            json.writeStringProperty("out", passwordFile);
        }
    }
}
