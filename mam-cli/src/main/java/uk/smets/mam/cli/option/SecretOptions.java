package uk.smets.mam.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.input.SecretFile;

/**
 * Where a PIN or a password comes from: a file, a variable of the environment, or who sits at the terminal. Never an argument,
 * which every process of the machine can see and the shell writes down.
 */
public final class SecretOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--pin-file",
            paramLabel = "FILE",
            description =
                    "Read the PIN of the token, or the password of the PKCS#12 file, from the first line of FILE.")
    private @Nullable String file;

    @Option(
            names = "--pin-env",
            paramLabel = "NAME",
            description = "Read it from the variable NAME of the environment; without either it is asked for.")
    private @Nullable String variable;

    /** The file that the secret is in. */
    Optional<String> file() {
        return Optional.ofNullable(file);
    }

    /** The secret, which the caller wipes. */
    char[] read(Console console, String question) throws IOException {
        if (file != null && variable != null) {
            throw misuse("--pin-file and --pin-env both say where the secret is: leave one of them out");
        }
        Optional<char[]> secret = file != null
                ? Optional.of(fromFile(console, file))
                : variable != null ? console.environment(variable).map(String::toCharArray) : console.ask(question);
        return secret.filter(typed -> typed.length > 0).orElseThrow(() -> misuse(missing()));
    }

    private String missing() {
        if (file != null) {
            return "the first line of " + file + " is empty: the secret is expected there";
        }
        if (variable != null) {
            return "the environment has no variable " + variable + ", or it is empty";
        }
        return "there is no terminal to ask for the secret at: name a file with --pin-file, or a variable with"
                + " --pin-env";
    }

    private char[] fromFile(Console console, String name) throws IOException {
        Path path = console.path(name);
        char[] secret = SecretFile.firstLine(path)
                .orElseThrow(() -> misuse(
                        "the first line of " + name + " is not text in UTF-8 or UTF-16: save the file as plain text"));
        if (SecretFile.isReadableByOthers(path)) {
            console.say("warning: other users of this machine can read " + name + ": chmod 600 makes it yours alone");
        }
        return secret;
    }

    ParameterException misuse(String message) {
        if (spec == null) {
            throw new IllegalStateException("not part of a command");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
