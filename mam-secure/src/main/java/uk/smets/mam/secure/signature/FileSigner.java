package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.archive.ArchiveHash;
import uk.smets.mam.secure.internal.path.SignerCheck;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.smki.SmkiCertificate;

/**
 * Signs files, with SHA-256, in the layout that the receiver expects (clause 7.5.3).
 *
 * <p>Immutable; each setting gives a new signer. It may be shared by threads if the key's provider may.
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
     * A signer that writes detached CMS signatures, and takes the time of signing from the system's clock.
     *
     * @param key the key that signs
     * @return the signer
     */
    public static FileSigner of(SigningKey key) {
        return new FileSigner(
                requireNonNull(key, "key"), SignatureLayout.detachedCms(), Clock.systemUTC(), Optional.empty());
    }

    /**
     * The same signer with another layout.
     *
     * @param layout how file and signature are laid out
     * @return the new signer
     */
    public FileSigner layout(SignatureLayout layout) {
        return new FileSigner(key, requireNonNull(layout, "layout"), clock, archive);
    }

    /**
     * The same signer with another clock.
     *
     * @param clock tells the time of signing, of which a fraction of a second is dropped; its zone does not matter
     * @return the new signer
     */
    public FileSigner clock(Clock clock) {
        return new FileSigner(key, layout, requireNonNull(clock, "clock"), archive);
    }

    /**
     * The same signer, which records the hash of an archive as a signed attribute. Off unless this is called, as the receiver has
     * to know of it. Only CMS signatures have signed attributes: a layout that uses {@link Signer#plain} leaves it out.
     *
     * @param hash the SHA-256 of the archive that the signed file belongs to
     * @return the new signer
     */
    public FileSigner archive(ArchiveHash hash) {
        return new FileSigner(key, layout, clock, Optional.of(requireNonNull(hash, "hash")));
    }

    /**
     * The signer's certificate.
     *
     * @return the certificate
     */
    public SmkiCertificate certificate() {
        return key.certificate();
    }

    /**
     * Signs a file.
     *
     * @param file the file; exactly its bytes are signed
     * @return what is sent; where a file carries the content, it comes first
     * @throws SecureExchangeException with {@link Rule#SIGNER_USAGE} or {@link Rule#SIGNER_EXPIRED} where the certificate may not sign, or
     *     not at the clock's time, so that every receiver would refuse the file; with {@link Rule#TOKEN_ABSENT} or
     *     {@link Rule#TOKEN_KEY} where the key does not sign
     */
    public List<NamedFile> sign(NamedFile file) {
        checkCertificate();
        return List.copyOf(layout.write(requireNonNull(file, "file"), new Signer(key, clock, archive)));
    }

    /**
     * Returns the clock that the time of signing comes from.
     *
     * @return the clock
     */
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
