package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import uk.smets.mam.secure.archive.ArchiveHash;
import uk.smets.mam.secure.smki.SmkiCertificate;

/**
 * A signer of a file, and the contents of its signature. Trust it only if the verdict of the {@link Verification} is
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

    /** {@return the signer's certificate} */
    public SmkiCertificate certificate() {
        return certificate;
    }

    /** {@return the time of signing as stated by the signer, to the second; empty if not in the signature} */
    public Optional<Instant> signingTime() {
        return signingTime;
    }

    /** {@return the hash of the archive that the signed file belongs to; empty if not in the signature} */
    public Optional<ArchiveHash> archive() {
        return archive;
    }

    /**
     * Returns a signed attribute of CMS (RFC 5652, 5.3).
     *
     * @param type the OID of its type, in digits and dots
     * @return its values, a SET OF in DER; empty if the signature has no such attribute
     */
    public Optional<byte[]> signedAttribute(String type) {
        return Optional.ofNullable(attributes.get(requireNonNull(type, "type"))).map(byte[]::clone);
    }

    /** Returns the certificate and the time of signing. */
    @Override
    public String toString() {
        return certificate + signingTime.map(time -> ", signed at " + time).orElse("");
    }
}
