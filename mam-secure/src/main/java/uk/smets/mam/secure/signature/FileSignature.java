package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import java.util.List;
import uk.smets.mam.secure.key.DigestAlgorithm;

/** A signature over the bytes of a file, as a {@link SignatureLayout} finds it; not verified yet. */
public abstract sealed class FileSignature {
    private FileSignature() {}

    /**
     * A CMS SignedData (RFC 5652), detached or enclosing the content.
     *
     * @param encoded the ContentInfo in BER or DER
     * @return the signature
     */
    public static FileSignature cms(byte[] encoded) {
        return new Cms(requireNonNull(encoded, "encoded").clone());
    }

    /**
     * A bare signature value, for layouts that carry no CMS: RSA (PKCS #1 version 1.5) or ECDSA (an ASN.1 SEQUENCE of r and s) over
     * the digest of the content, whichever the signer's certificate is for. It tells no time of signing.
     *
     * @param digest the digest that was signed
     * @param value the signature value
     * @param certificates the signer's certificate first, then those that may lead from it to a trust anchor
     * @return the signature
     * @throws IllegalArgumentException where there is no certificate
     */
    public static FileSignature plain(DigestAlgorithm digest, byte[] value, List<X509Certificate> certificates) {
        requireNonNull(digest, "digest");
        requireNonNull(value, "value");
        List<X509Certificate> given = List.copyOf(requireNonNull(certificates, "certificates"));
        if (given.isEmpty()) {
            throw new IllegalArgumentException("certificates: at least the signer's own");
        }
        return new Plain(digest, value.clone(), given);
    }

    /**
     * A signature in a form that is not known, so that it cannot be verified: neither valid nor invalid. A {@link FileVerifier} lets no
     * such file through.
     *
     * @param block the bytes of the signature, as they were received
     * @return the signature
     */
    public static FileSignature opaque(byte[] block) {
        return new Opaque(requireNonNull(block, "block").clone());
    }

    /**
     * Returns the bytes that are the signature, as the layout found them: a CMS message, a bare value, or a block of a form that is not
     * known.
     *
     * @return a copy of the bytes
     */
    public byte[] bytes() {
        return received().clone();
    }

    abstract byte[] received();

    static final class Cms extends FileSignature {
        private final byte[] encoded;

        private Cms(byte[] encoded) {
            this.encoded = encoded;
        }

        @Override
        byte[] received() {
            return encoded;
        }
    }

    static final class Plain extends FileSignature {
        private final DigestAlgorithm digest;
        private final byte[] value;
        private final List<X509Certificate> certificates;

        private Plain(DigestAlgorithm digest, byte[] value, List<X509Certificate> certificates) {
            this.digest = digest;
            this.value = value;
            this.certificates = certificates;
        }

        DigestAlgorithm digest() {
            return digest;
        }

        @Override
        byte[] received() {
            return value;
        }

        List<X509Certificate> certificates() {
            return certificates;
        }
    }

    static final class Opaque extends FileSignature {
        private final byte[] block;

        private Opaque(byte[] block) {
            this.block = block;
        }

        @Override
        byte[] received() {
            return block;
        }
    }
}
