package uk.smets.mam.secure;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a PKCS #12 file (RFC 7292) before its password is tried. The file itself says how often the password is hashed, for its
 * integrity and for each thing that it encrypts, and so how long opening it takes.
 */
final class Pkcs12Shape {
    /** One hash of OpenSSL's has 2,048 iterations, of the JDK's 10,000; 2,000,000 take about six seconds. */
    static final int MAX_ITERATIONS = 2_000_000;

    /** What all hashes of one file may have together: integrity, certificates and key are hashed one by one. */
    static final int MAX_ITERATIONS_TOGETHER = 3_000_000;

    private BigInteger largest = BigInteger.ZERO;
    private BigInteger sum = BigInteger.ZERO;

    private Pkcs12Shape() {}

    /** Why the file is not opened, or empty where nothing speaks against it. */
    static Optional<String> problemOf(byte[] bytes) {
        Pkcs12Shape shape = new Pkcs12Shape();
        try {
            if (Asn1Shape.problemOf(bytes).isPresent()) {
                return notPkcs12();
            }
            shape.read(Pfx.getInstance(bytes));
        } catch (RuntimeException e) {
            // Bouncy Castle answers a structure that is another one with unchecked exceptions of many kinds.
            return notPkcs12();
        }
        return shape.largest.compareTo(BigInteger.valueOf(MAX_ITERATIONS)) > 0
                        || shape.sum.compareTo(BigInteger.valueOf(MAX_ITERATIONS_TOGETHER)) > 0
                ? Optional.of("its password is hashed with " + shape.largest + " iterations, " + shape.sum
                        + " in all; the limits are " + MAX_ITERATIONS + " and " + MAX_ITERATIONS_TOGETHER
                        + ". Export the key again with fewer iterations")
                : Optional.empty();
    }

    private static Optional<String> notPkcs12() {
        return Optional.of("not a PKCS #12 file, or a damaged one. Give the .p12 or .pfx file that holds the key");
    }

    private void read(Pfx file) {
        if (file.getMacData() != null) {
            add(file.getMacData().getIterationCount());
        }
        for (ContentInfo part :
                AuthenticatedSafe.getInstance(contentOf(file.getAuthSafe())).getContentInfo()) {
            if (part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
                add(EncryptedData.getInstance(present(part.getContent())).getEncryptionAlgorithm());
            } else if (part.getContentType().equals(PKCSObjectIdentifiers.data)) {
                for (ASN1Encodable bag : contentOf(part)) {
                    readBag(SafeBag.getInstance(bag));
                }
            }
        }
    }

    private static ASN1Sequence contentOf(ContentInfo part) {
        return ASN1Sequence.getInstance(
                ASN1OctetString.getInstance(present(part.getContent())).getOctets());
    }

    /** What Bouncy Castle has no answer to but null: a value that may be absent elsewhere, and not here. */
    private static ASN1Encodable present(@Nullable ASN1Encodable value) {
        if (value == null) {
            throw new IllegalArgumentException("a value is absent");
        }
        return value;
    }

    private void readBag(SafeBag bag) {
        if (bag.getBagId().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
            add(EncryptedPrivateKeyInfo.getInstance(bag.getBagValue()).getEncryptionAlgorithm());
        }
    }

    private void add(AlgorithmIdentifier algorithm) {
        ASN1Sequence parameters = ASN1Sequence.getInstance(present(algorithm.getParameters()));
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            AlgorithmIdentifier derivation = AlgorithmIdentifier.getInstance(
                    PBES2Parameters.getInstance(parameters).getKeyDerivationFunc());
            if (derivation.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
                add(PBKDF2Params.getInstance(present(derivation.getParameters()))
                        .getIterationCount());
            }
        } else if (parameters.size() == 2) {
            // All older schemes have a salt and a number of iterations (RFC 7292, appendix C; RFC 8018, appendix A.3).
            add(ASN1Integer.getInstance(parameters.getObjectAt(1)).getValue());
        }
    }

    private void add(BigInteger iterations) {
        largest = largest.max(iterations);
        sum = sum.add(iterations.max(BigInteger.ZERO));
    }
}
