package uk.smets.mam.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Where a PIN or a password comes from: a file, a variable of the environment, or who sits at the terminal. Never an argument,
 * which every process of the machine can see and the shell writes down.
 */
final class SecretOptions {
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

    /** The secret, which the caller wipes. */
    char[] read(Console console, String question) throws IOException {
        if (file != null && variable != null) {
            throw misuse("--pin-file and --pin-env both say where the secret is: leave one of them out");
        }
        Optional<char[]> secret = file != null
                ? Optional.of(firstLine(Files.readAllBytes(console.path(file))))
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
        return "there is no terminal to ask for the secret at: name a file with --pin-file, or a variable with --pin-env";
    }

    private static char[] firstLine(byte[] bytes) {
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        int end = 0;
        while (end < text.length() && text.get(end) != '\n' && text.get(end) != '\r') {
            end++;
        }
        char[] line = new char[end];
        text.get(line, 0, end);
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(text.array(), '\0');
        return line;
    }

    private ParameterException misuse(String message) {
        if (spec == null) {
            throw new IllegalStateException("not part of a command");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
