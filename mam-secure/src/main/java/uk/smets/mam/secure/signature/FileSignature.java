package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import java.util.List;
import uk.smets.mam.model.internal.primitive.Arguments;
import uk.smets.mam.secure.key.DigestAlgorithm;

/** A signature over the bytes of a file, as a {@link SignatureLayout} found it; not yet verified. */
public abstract sealed class FileSignature {
    private final byte[] received;

    private FileSignature(byte[] received) {
        this.received = received;
    }

    /**
     * {@return a CMS SignedData (RFC 5652), detached or enclosing the content}
     *
     * @param encoded the ContentInfo in BER or DER
     */
    public static FileSignature cms(byte[] encoded) {
        return new Cms(requireNonNull(encoded, "encoded").clone());
    }

    /**
     * {@return a bare signature value, for layouts without CMS: RSA (PKCS #1 version 1.5) or ECDSA (an ASN.1 SEQUENCE of r and s)
     * over the digest of the content, depending on the key of the signer's certificate} It has no time of signing.
     *
     * @param digest the digest that was signed
     * @param value the signature value
     * @param certificates the signer's certificate first, then those that may lead from it to a trust anchor
     * @throws IllegalArgumentException if there is no certificate
     */
    public static FileSignature plain(DigestAlgorithm digest, byte[] value, List<X509Certificate> certificates) {
        requireNonNull(digest, "digest");
        requireNonNull(value, "value");
        List<X509Certificate> given = Arguments.listOf(certificates, "certificates");
        if (given.isEmpty()) {
            throw new IllegalArgumentException("certificates: at least the signer's own");
        }
        return new Plain(digest, value.clone(), given);
    }

    /**
     * {@return a signature in an unknown form} It cannot be verified and is neither valid nor invalid; a {@link FileVerifier} does
     * not accept the file.
     *
     * @param block the bytes of the signature, as received
     */
    public static FileSignature opaque(byte[] block) {
        return new Opaque(requireNonNull(block, "block").clone());
    }

    /**
     * Returns the bytes of the signature, as received: a CMS message, a bare value, or a block in an unknown form.
     *
     * @return a copy of the bytes
     */
    public byte[] bytes() {
        return received.clone();
    }

    byte[] received() {
        return received;
    }

    static final class Cms extends FileSignature {
        private Cms(byte[] encoded) {
            super(encoded);
        }
    }

    static final class Plain extends FileSignature {
        private final DigestAlgorithm digest;
        private final List<X509Certificate> certificates;

        private Plain(DigestAlgorithm digest, byte[] value, List<X509Certificate> certificates) {
            super(value);
            this.digest = digest;
            this.certificates = certificates;
        }

        DigestAlgorithm digest() {
            return digest;
        }

        List<X509Certificate> certificates() {
            return certificates;
        }
    }

    static final class Opaque extends FileSignature {
        private Opaque(byte[] block) {
            super(block);
        }
    }
}
