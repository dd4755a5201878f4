package uk.smets.mam.secure.internal.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Checks a PKCS #12 file (RFC 7292) before it is opened. The file itself sets how often the password is hashed, for its integrity and
 * for each encrypted part, and therefore how long opening takes.
 */
public final class Pkcs12Shape {
    /** OpenSSL uses 2,048 iterations for a hash, the JDK 10,000; 2,000,000 take about six seconds. */
    static final int MAX_ITERATIONS = 2_000_000;

    /** The limit for all hashes of one file together: integrity, certificates and key are hashed separately. */
    static final int MAX_ITERATIONS_TOGETHER = 3_000_000;

    private final List<EncryptedData> encrypted = new ArrayList<>();
    private BigInteger largest = BigInteger.ZERO;
    private BigInteger sum = BigInteger.ZERO;

    private Pkcs12Shape() {}

    /**
     * Returns why the file must not be opened, or empty if it may be. Encrypted parts are decrypted once their own iterations are
     * known to be within the limits, since the keys in them have iterations too.
     *
     * @throws GeneralSecurityException if the password does not decrypt a part
     */
    public static Optional<String> problemOf(byte[] bytes, char[] password) throws GeneralSecurityException {
        Pkcs12Shape shape = new Pkcs12Shape();
        try {
            shape.read(Pfx.getInstance(wellFormed(bytes)));
            Optional<String> problem = shape.tooManyIterations();
            if (problem.isPresent()) {
                return problem;
            }
            for (EncryptedData part : shape.encrypted) {
                shape.read(part, password);
            }
        } catch (RuntimeException e) {
            // Bouncy Castle throws various unchecked exceptions on any other structure.
            return notPkcs12();
        }
        return shape.tooManyIterations();
    }

    private Optional<String> tooManyIterations() {
        return largest.compareTo(BigInteger.valueOf(MAX_ITERATIONS)) > 0
                        || sum.compareTo(BigInteger.valueOf(MAX_ITERATIONS_TOGETHER)) > 0
                ? Optional.of("its password is hashed with " + largest + " iterations, " + sum
                        + " in all; the limits are " + MAX_ITERATIONS + " and " + MAX_ITERATIONS_TOGETHER
                        + ". Export the key again with fewer iterations")
                : Optional.empty();
    }

    private static Optional<String> notPkcs12() {
        return Optional.of("not a PKCS #12 file, or a damaged one. Give the .p12 or .pfx file with the key");
    }

    private void read(Pfx file) {
        if (file.getMacData() != null) {
            add(file.getMacData());
        }
        for (ContentInfo part :
                AuthenticatedSafe.getInstance(contentOf(file.getAuthSafe())).getContentInfo()) {
            if (part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
                EncryptedData data = EncryptedData.getInstance(present(part.getContent()));
                add(data.getEncryptionAlgorithm());
                encrypted.add(data);
            } else if (part.getContentType().equals(PKCSObjectIdentifiers.data)) {
                readBags(contentOf(part));
            }
        }
    }

    private void read(EncryptedData part, char[] password) throws GeneralSecurityException {
        try {
            readBags(ASN1Sequence.getInstance(wellFormed(decrypted(part, password))));
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            if (password.length > 0) {
                throw new GeneralSecurityException("a part does not decrypt to bags", e);
            }
            // As the JDK does: some programs hash an empty password with its terminating zero.
            read(part, new char[1]);
        }
    }

    /** Returns the decrypted part, computed as the JDK's key store does. Unknown schemes are never computed. */
    private static byte[] decrypted(EncryptedData part, char[] password) throws GeneralSecurityException, IOException {
        EncryptedPrivateKeyInfo form = new EncryptedPrivateKeyInfo(
                part.getEncryptionAlgorithm(), part.getContent().getOctets());
        javax.crypto.EncryptedPrivateKeyInfo data = new javax.crypto.EncryptedPrivateKeyInfo(form.getEncoded("DER"));
        // PBES2 is a family of schemes: the parameters name the scheme.
        String algorithm =
                data.getAlgName().equals("PBES2") ? String.valueOf(data.getAlgParameters()) : data.getAlgName();
        PBEKeySpec spec = new PBEKeySpec(password);
        try {
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance("PBE").generateSecret(spec),
                    data.getAlgParameters());
            return cipher.doFinal(data.getEncryptedData());
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] wellFormed(byte[] bytes) {
        if (Asn1Shape.problemOf(bytes).isPresent()) {
            throw new IllegalArgumentException("the outline of a value is wrong");
        }
        return bytes;
    }

    private static ASN1Sequence contentOf(ContentInfo part) {
        return ASN1Sequence.getInstance(wellFormed(
                ASN1OctetString.getInstance(present(part.getContent())).getOctets()));
    }

    /** Returns a value for which Bouncy Castle's accessor may return null, but which has to be present here. */
    private static ASN1Encodable present(@Nullable ASN1Encodable value) {
        if (value == null) {
            throw new IllegalArgumentException("a value is absent");
        }
        return value;
    }

    /** Reads nested bags; {@link Asn1Shape} limits their depth. */
    private void readBags(ASN1Sequence bags) {
        for (ASN1Encodable value : bags) {
            SafeBag bag = SafeBag.getInstance(value);
            if (bag.getBagId().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
                add(EncryptedPrivateKeyInfo.getInstance(bag.getBagValue()).getEncryptionAlgorithm());
            } else if (bag.getBagId().equals(PKCSObjectIdentifiers.safeContentsBag)) {
                readBags(ASN1Sequence.getInstance(bag.getBagValue()));
            }
        }
    }

    private void add(MacData mac) {
        add(mac.getIterationCount());
        AlgorithmIdentifier algorithm = mac.getMac().getAlgorithmId();
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)) {
            // Its iterations are in its parameters (RFC 9579), and not in the structure around it.
            addDerivation(
                    PBMAC1Params.getInstance(present(algorithm.getParameters())).getKeyDerivationFunc());
        }
    }

    private void add(AlgorithmIdentifier algorithm) {
        ASN1Sequence parameters = ASN1Sequence.getInstance(present(algorithm.getParameters()));
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            addDerivation(AlgorithmIdentifier.getInstance(
                    PBES2Parameters.getInstance(parameters).getKeyDerivationFunc()));
        } else if (parameters.size() == 2) {
            // All older schemes have a salt and a number of iterations (RFC 7292, appendix C; RFC 8018, appendix A.3).
            add(ASN1Integer.getInstance(parameters.getObjectAt(1)).getValue());
        }
    }

    private void addDerivation(AlgorithmIdentifier derivation) {
        if (derivation.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            add(PBKDF2Params.getInstance(present(derivation.getParameters())).getIterationCount());
        }
    }

    private void add(BigInteger iterations) {
        largest = largest.max(iterations);
        sum = sum.add(iterations.max(BigInteger.ZERO));
    }
}
