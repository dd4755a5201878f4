package uk.smets.mam.secure.internal.certificate;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;

/** Verifies bare signature values. */
public final class SignatureValue {
    private SignatureValue() {}

    /** Returns the JCA name of a signature over a digest, {@code SHA256withRSA}. */
    public static String algorithm(String digest, String keyAlgorithm) {
        return digest.replace("-", "") + "with" + (keyAlgorithm.equals("RSA") ? "RSA" : "ECDSA");
    }

    public static boolean verifies(X509Certificate certificate, String digest, byte[] content, byte[] value) {
        try {
            Signature signature = Signature.getInstance(
                    algorithm(digest, certificate.getPublicKey().getAlgorithm()), BouncyCastle.PROVIDER);
            signature.initVerify(certificate.getPublicKey());
            signature.update(content);
            return signature.verify(value);
        } catch (GeneralSecurityException e) {
            // The value is not an encoded signature, or its point is not on the curve of the key.
            return false;
        }
    }
}
