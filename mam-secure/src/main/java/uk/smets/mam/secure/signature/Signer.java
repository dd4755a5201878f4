package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.archive.ArchiveHash;
import uk.smets.mam.secure.internal.cms.CmsWriter;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.smki.SmkiCertificate;

/** Signs bytes in the form that a {@link SignatureLayout} needs. The {@link FileSigner} passes one to the layout. */
public final class Signer {
    private final SigningKey key;
    private final Clock clock;
    private final Optional<ArchiveHash> archive;

    Signer(SigningKey key, Clock clock, Optional<ArchiveHash> archive) {
        this.key = key;
        this.clock = clock;
        this.archive = archive;
    }

    /** {@return the signer's certificate} */
    public SmkiCertificate certificate() {
        return key.certificate();
    }

    /**
     * Returns the certificates that the receiver may need.
     *
     * @return the signer's own first, then those that lead to the trust anchor, as far as they are known
     */
    public List<X509Certificate> chain() {
        return key.chain();
    }

    /**
     * {@return a bare signature value over the SHA-256 of the content: RSA (PKCS #1 version 1.5), or ECDSA as an ASN.1 SEQUENCE of r
     * and s}
     *
     * @param content exactly the bytes to sign
     * @throws SecureExchangeException with {@link uk.smets.mam.model.Rule#TOKEN_ABSENT} or {@link uk.smets.mam.model.Rule#TOKEN_KEY}
     *     if the key does not sign
     */
    public byte[] plain(byte[] content) {
        return key.sign(content);
    }

    /**
     * {@return a CMS signature (RFC 5652) in DER that does not enclose the content} Its signed attributes are content type, message
     * digest, signing time, signing certificate (RFC 5035) and algorithm protection (RFC 6211).
     *
     * @param content exactly the bytes to sign
     * @throws SecureExchangeException with {@link uk.smets.mam.model.Rule#TOKEN_ABSENT} or {@link uk.smets.mam.model.Rule#TOKEN_KEY}
     *     if the key does not sign
     */
    public byte[] detachedCms(byte[] content) {
        return new CmsWriter(key, clock.instant(), archive).write(requireNonNull(content, "content"), false);
    }

    /**
     * {@return a CMS signature as {@link #detachedCms} does, but enclosing the content}
     *
     * @param content exactly the bytes to sign
     * @throws SecureExchangeException with {@link uk.smets.mam.model.Rule#TOKEN_ABSENT} or {@link uk.smets.mam.model.Rule#TOKEN_KEY}
     *     if the key does not sign
     */
    public byte[] enclosedCms(byte[] content) {
        return new CmsWriter(key, clock.instant(), archive).write(requireNonNull(content, "content"), true);
    }
}
