package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import uk.smets.mam.secure.archive.ArchiveHash;
import uk.smets.mam.secure.smki.SmkiCertificate;

/**
 * Whom a signature names, and what it says under that signature. It is to be believed where the {@link Verification} came to
 * {@link Verdict#VALID}.
 */
public final class VerifiedSigner {
    private final SmkiCertificate certificate;
    private final Optional<Instant> signingTime;
    private final Optional<ArchiveHash> archive;
    private final Map<String, byte[]> attributes;

    VerifiedSigner(
            SmkiCertificate certificate,
            Optional<Instant> signingTime,
            Optional<ArchiveHash> archive,
            Map<String, byte[]> attributes) {
        this.certificate = certificate;
        this.signingTime = signingTime;
        this.archive = archive;
        this.attributes = Map.copyOf(attributes);
    }

    /**
     * The signer's certificate.
     *
     * @return the certificate
     */
    public SmkiCertificate certificate() {
        return certificate;
    }

    /**
     * When the signer says to have signed.
     *
     * @return the time, to the second; empty where the signature tells none
     */
    public Optional<Instant> signingTime() {
        return signingTime;
    }

    /**
     * The hash of the archive that the signed file belongs to, where the signer recorded one.
     *
     * @return the hash, or empty
     */
    public Optional<ArchiveHash> archive() {
        return archive;
    }

    /**
     * A signed attribute of CMS (RFC 5652, 5.3).
     *
     * @param type the OID of its type, in digits and dots
     * @return its values, a SET OF in DER; empty where the signature has no such attribute
     */
    public Optional<byte[]> signedAttribute(String type) {
        return Optional.ofNullable(attributes.get(requireNonNull(type, "type"))).map(byte[]::clone);
    }

    /** The certificate and the time of signing. */
    @Override
    public String toString() {
        return certificate + signingTime.map(time -> ", signed at " + time).orElse("");
    }
}
