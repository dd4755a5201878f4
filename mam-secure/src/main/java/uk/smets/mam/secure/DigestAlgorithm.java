package uk.smets.mam.secure;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** The digests that a signature may be made over. MD5 and SHA-1 are no members: nothing can allow them. */
public enum DigestAlgorithm {
    /** SHA-256, which the library signs with. */
    SHA_256("SHA-256", "2.16.840.1.101.3.4.2.1"),
    /** SHA-384. */
    SHA_384("SHA-384", "2.16.840.1.101.3.4.2.2"),
    /** SHA-512. */
    SHA_512("SHA-512", "2.16.840.1.101.3.4.2.3");

    private final String algorithmName;
    private final String identifier;

    DigestAlgorithm(String algorithmName, String identifier) {
        this.algorithmName = algorithmName;
        this.identifier = identifier;
    }

    static Optional<DigestAlgorithm> of(ASN1ObjectIdentifier identifier) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.identifier.equals(identifier.getId()))
                .findFirst();
    }

    /** The JCA name of a signature over this digest, {@code SHA256withRSA}. */
    String signatureName(String keyAlgorithm) {
        return algorithmName.replace("-", "") + "with" + (keyAlgorithm.equals("RSA") ? "RSA" : "ECDSA");
    }

    byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithmName).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithmName, e);
        }
    }

    /** The name, {@code SHA-256}. */
    @Override
    public String toString() {
        return algorithmName;
    }
}
