package uk.smets.mam.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ErrorText;
import uk.smets.mam.cli.console.Usage;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.smki.SmkiCertificate;

/** The options for the trust anchors and the time of a verification. */
public final class TrustOptions {
    @Option(
            names = "--trust",
            paramLabel = "DIR",
            description =
                    "Directory of the root certificates that you trust, with their authorities and revocation lists, in"
                            + " PEM or DER.")
    private @Nullable String directory;

    @Option(
            names = "--anchor",
            paramLabel = "FILE",
            description = "Certificate to trust although it is not self-signed; may be repeated.")
    private List<String> anchors = new ArrayList<>();

    @Option(
            names = "--require-lists",
            description = "Refuse the file unless every certificate of the path has a revocation list.")
    private boolean lists;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "Time of receipt, such as 2019-08-01T09:30:00Z (default: now).")
    private @Nullable Instant at;

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    /** Returns the verifier with these anchors, at the time of receipt. */
    public FileVerifier verifier(Console console) throws IOException {
        return FileVerifier.of(trust(console)).at(at(console));
    }

    private Trust trust(Console console) throws IOException {
        List<X509Certificate> named = new ArrayList<>();
        for (String anchor : anchors) {
            named.add(certificate(console.path(anchor), anchor));
        }
        Trust trust = directory == null ? withoutDirectory(named) : Trust.ofFolder(console.path(directory), named);
        return lists ? trust.withRevocationListsRequired() : trust;
    }

    /** Returns when the file was received. */
    public Instant at(Console console) {
        return at == null ? console.clock().instant().truncatedTo(ChronoUnit.SECONDS) : at;
    }

    /** Returns the names of the files and directories that are read. */
    public List<String> inputs() {
        List<String> inputs = new ArrayList<>(anchors);
        if (directory != null) {
            inputs.add(directory);
        }
        return inputs;
    }

    private Trust withoutDirectory(List<X509Certificate> named) {
        if (named.isEmpty()) {
            throw Usage.error(command, "Missing required option: '--trust=DIR' or '--anchor=FILE'");
        }
        return Trust.of(named);
    }

    private static X509Certificate certificate(Path file, String name) throws IOException {
        try {
            return SmkiCertificate.read(file).x509();
        } catch (IOException e) {
            throw new IOException(name + ": " + ErrorText.reasonOf(file, e), e);
        }
    }
}
