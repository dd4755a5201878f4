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
import uk.smets.mam.cli.input.Input;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.internal.file.AtomicFileGroup;
import uk.smets.mam.model.internal.file.OutputTarget;
import uk.smets.mam.secure.archive.PasswordFile;

/** {@code mam password}: the password file alone (clause 7.5.2). */
@Command(
        name = "password",
        description = "Writes the password file of a file, unsigned, beside it. 'mam seal' does that and all the rest.",
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "The password is in the file and is shown nowhere.",
            "Exit status: 0 written, 1 refused, 2 wrong usage, 3 could not read or write.",
            "",
            "Example:",
            "  mam password MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv --user-id 70-B3-D5-1F-30-00-A0-01"
        })
public final class PasswordCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file that is to be encrypted.")
    private String file = "";

    @Option(names = "--user-id", paramLabel = "ID", required = true, description = "The supplier's User ID.")
    private @Nullable UserId userId;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The directory for the password file, created where it is missing; FILE's own without it.")
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
        PasswordFile passwordFile;
        try {
            Input.ofFile(console, file).form();
            passwordFile = PasswordFile.of(userId, console.path(file));
        } catch (IOException e) {
            return Input.ofFile(console, file).fail(e);
        }
        Path name = out == null
                ? Path.of(file).resolveSibling(passwordFile.name())
                : Path.of(out).resolve(passwordFile.name());
        write(passwordFile, console.path(name.toString()).toAbsolutePath());
        return console.print(new WrittenPassword(file, name.toString()));
    }

    private void write(PasswordFile passwordFile, Path target) throws IOException {
        try (AtomicFileGroup group = AtomicFileGroup.in(requireNonNull(target.getParent(), "a file has a folder"))) {
            OutputTarget checked = OutputTarget.derived(target, List.of(console.path(file)), true);
            group.createSecret(checked).stream().write(passwordFile.toBytes());
            group.commit();
        }
    }

    /** The name of a Migration Authorisation tells whose it is (7.2.1). */
    private void requireNamed(UserId given, CommandLine line) {
        MigrationAuthorisationFileName.find(String.valueOf(Path.of(file).getFileName()))
                .map(MigrationAuthorisationFileName::userId)
                .filter(named -> !named.equals(given))
                .ifPresent(named -> {
                    throw new ParameterException(
                            line, "the User ID is " + given + ", and the name of the file says " + named);
                });
    }

    /** The password file that was written; nothing shows the password. */
    private record WrittenPassword(String file, String passwordFile) implements Result {
        @Override
        public void text(Console console) {
            console.line(
                    "%s: written for %s; the password is in it.", console.shown(passwordFile), console.shown(file));
        }

        @Override
        public void json(JsonGenerator json) {
            json.writeStringProperty("file", file);
            json.writeStringProperty("out", passwordFile);
        }
    }
}
