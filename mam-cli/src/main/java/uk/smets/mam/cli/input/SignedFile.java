package uk.smets.mam.cli.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.secure.signature.SignatureLayout;

/** A signed file and its signature. A {@code .p7m} file encloses its content; the signature of any other file is a {@code .p7s} file next to it. */
public record SignedFile(Path file, Optional<Path> signature, SignatureLayout layout) {
    private static final String DETACHED = ".p7s";
    private static final String ENCLOSED = ".p7m";

    public static SignedFile of(Console console, String file, @Nullable String signature) {
        Path path = console.path(file);
        if (signature == null && file.toLowerCase(Locale.ROOT).endsWith(ENCLOSED)) {
            return new SignedFile(path, Optional.empty(), SignatureLayout.enclosedCms());
        }
        Path signatureFile = console.path(signature == null ? file + DETACHED : signature);
        boolean there = signature != null || Files.exists(signatureFile);
        return new SignedFile(
                path, there ? Optional.of(signatureFile) : Optional.empty(), SignatureLayout.detachedCms());
    }
}
