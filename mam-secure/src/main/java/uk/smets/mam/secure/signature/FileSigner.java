package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.internal.primitive.Arguments;
import uk.smets.mam.secure.archive.ArchiveHash;
import uk.smets.mam.secure.internal.path.SignerCheck;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.smki.SmkiCertificate;

/**
 * Signs files with SHA-256, in the layout that the receiver expects (clause 7.5.3).
 *
 * <p>Immutable: each {@code with…} method returns a new signer. Thread-safe if the key's provider is.
 */
public final class FileSigner {
    private final SigningKey key;
    private final SignatureLayout layout;
    private final Clock clock;
    private final Optional<ArchiveHash> archive;

    private FileSigner(SigningKey key, SignatureLayout layout, Clock clock, Optional<ArchiveHash> archive) {
        this.key = key;
        this.layout = layout;
        this.clock = clock;
        this.archive = archive;
    }

    /**
     * {@return a signer that writes detached CMS signatures and gets the time of signing from the system clock}
     *
     * @param key the key
     */
    public static FileSigner of(SigningKey key) {
        return new FileSigner(
                requireNonNull(key, "key"), SignatureLayout.detachedCms(), Clock.systemUTC(), Optional.empty());
    }

    /**
     * {@return this signer with a different layout}
     *
     * @param layout the layout of file and signature
     */
    public FileSigner withLayout(SignatureLayout layout) {
        return new FileSigner(key, requireNonNull(layout, "layout"), clock, archive);
    }

    /**
     * {@return this signer with a different clock}
     *
     * @param clock the source of the time of signing, which is truncated to seconds; its zone is ignored
     */
    public FileSigner withClock(Clock clock) {
        return new FileSigner(key, layout, requireNonNull(clock, "clock"), archive);
    }

    /**
     * {@return this signer with the hash of an archive as a signed attribute} The default is no hash, because the receiver must recognise
     * the attribute. Only CMS signatures have signed attributes: a layout that uses {@link Signer#plain} ignores it.
     *
     * @param hash the SHA-256 of the archive that the signed file belongs to
     */
    public FileSigner withArchiveHash(ArchiveHash hash) {
        return new FileSigner(key, layout, clock, Optional.of(requireNonNull(hash, "hash")));
    }

    /** {@return the certificate of the key} */
    public SmkiCertificate certificate() {
        return key.certificate();
    }

    /**
     * Signs a file.
     *
     * @param file the file; exactly its bytes are signed
     * @return the files to send; if one of them contains the content, it comes first
     * @throws SecureExchangeException with {@link Rule#SIGNER_USAGE} or {@link Rule#SIGNER_EXPIRED} if the certificate may not sign,
     *     or not at the clock's time, so that every receiver would refuse the file; with {@link Rule#TOKEN_ABSENT} or
     *     {@link Rule#TOKEN_KEY} if the key does not sign
     */
    public List<NamedFile> sign(NamedFile file) {
        checkCertificate();
        return Arguments.listOf(
                layout.write(requireNonNull(file, "file"), new Signer(key, clock, archive)), "the files of the layout");
    }

    /**
     * Signs any input.
     *
     * @param file the file, of up to {@link Trust#DEFAULT_MAX_SIZE} bytes; exactly its bytes are signed
     * @return the files to send; if one of them contains the content, it comes first
     * @throws SecureExchangeException as for {@link #sign(NamedFile)}
     * @throws IOException if the input cannot be read, is larger, or has a name with a slash, a backslash or a control character
     */
    public List<NamedFile> sign(Input file) throws IOException {
        return sign(NamedFile.read(file, Trust.DEFAULT_MAX_SIZE));
    }

    /** {@return the clock for the time of signing} */
    public Clock clock() {
        return clock;
    }

    private void checkCertificate() {
        SmkiCertificate certificate = key.certificate();
        SignerCheck.checkUse(certificate).ifPresent(problem -> {
            throw new SecureExchangeException(Rule.SIGNER_USAGE, problem);
        });
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (!certificate.isValidAt(now)) {
            throw new SecureExchangeException(
                    Rule.SIGNER_EXPIRED,
                    SignerCheck.expired(certificate, "not now, at " + now).message());
        }
    }
}
