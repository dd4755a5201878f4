package uk.smets.mam.cli.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.secure.signature.SignatureLayout;

/**
 * A signed file and its signature, by what the user says of them: a {@code .p7m} encloses its content; beside any other file lies its
 * signature, under the same name with {@code .p7s} behind it, unless another is named.
 */
public record SignedFile(Path file, Optional<Path> signature, SignatureLayout layout) {
    private static final String DETACHED = ".p7s";
    private static final String ENCLOSED = ".p7m";

    public static SignedFile of(Console console, String file, @Nullable String signature) {
        Path path = console.path(file);
        if (signature == null && file.toLowerCase(Locale.ROOT).endsWith(ENCLOSED)) {
            return new SignedFile(path, Optional.empty(), SignatureLayout.enclosedCms());
        }
        Path beside = console.path(signature == null ? file + DETACHED : signature);
        boolean there = signature != null || Files.exists(beside);
        return new SignedFile(path, there ? Optional.of(beside) : Optional.empty(), SignatureLayout.detachedCms());
    }
}
