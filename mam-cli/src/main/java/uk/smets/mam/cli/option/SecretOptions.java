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
import uk.smets.mam.cli.console.Usage;
import uk.smets.mam.cli.input.SecretFile;

/** The options for a PIN or a password: from a file, from an environment variable or from the terminal. It is never an argument, which other processes can see. */
public final class SecretOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--pin-file",
            paramLabel = "FILE",
            description = "File whose first line is the PIN of the token or the password of the PKCS#12 file.")
    private @Nullable String file;

    @Option(
            names = "--pin-env",
            paramLabel = "NAME",
            description = "Environment variable with the PIN or password (default: ask at the terminal).")
    private @Nullable String variable;

    /** Returns the name of the file with the secret. */
    Optional<String> file() {
        return Optional.ofNullable(file);
    }

    /** Returns the secret, which the caller wipes. */
    char[] read(Console console, String question) throws IOException {
        if (file != null && variable != null) {
            throw misuse("--pin-file and --pin-env exclude each other: remove one of them");
        }
        Optional<char[]> secret = file != null
                ? Optional.of(fromFile(console, file))
                : variable != null ? console.environment(variable).map(String::toCharArray) : console.ask(question);
        return secret.filter(typed -> typed.length > 0).orElseThrow(() -> misuse(missing()));
    }

    private String missing() {
        if (file != null) {
            return "the first line of " + file + " is empty: write the secret there";
        }
        if (variable != null) {
            return "the environment has no variable " + variable + ", or it is empty";
        }
        return "there is no terminal to ask for the secret: use --pin-file or --pin-env";
    }

    private char[] fromFile(Console console, String name) throws IOException {
        Path path = console.path(name);
        char[] secret = SecretFile.firstLine(path)
                .orElseThrow(() -> misuse(
                        "the first line of " + name + " is not text in UTF-8 or UTF-16: save the file as plain text"));
        if (SecretFile.isReadableByOthers(path)) {
            console.say("warning: other users of this machine can read " + name + ": use chmod 600");
        }
        return secret;
    }

    ParameterException misuse(String message) {
        return Usage.error(spec, message);
    }
}
