package uk.smets.mam.secure;

import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import uk.smets.mam.model.Rule;

/** Bare signature values over SHA-256. */
final class SignatureValue {
    private SignatureValue() {}

    /** The value over the content, verified with the certificate before anybody gets it. */
    static byte[] sign(SigningKey key, byte[] content) {
        byte[] value = value(key, content);
        if (!verifies(key.chain().get(0), DigestAlgorithm.SHA_256, content, value)) {
            throw new SecureExchangeException(
                    Rule.TOKEN_KEY,
                    "the key does not belong to its certificate: what it signs does not verify. Check which certificate"
                            + " stands with the key");
        }
        return value;
    }

    private static byte[] value(SigningKey key, byte[] content) {
        try {
            Signature signature = Signature.getInstance(key.algorithm(), key.provider());
            signature.initSign(key.key());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException | ProviderException e) {
            throw TokenTrouble.signing(e);
        }
    }

    static boolean verifies(X509Certificate certificate, DigestAlgorithm digest, byte[] content, byte[] value) {
        try {
            Signature signature = Signature.getInstance(
                    digest.signatureName(certificate.getPublicKey().getAlgorithm()), BouncyCastle.PROVIDER);
            signature.initVerify(certificate.getPublicKey());
            signature.update(content);
            return signature.verify(value);
        } catch (GeneralSecurityException e) {
            // A value that is no encoding of a signature at all, or a point that is not on the key's curve.
            return false;
        }
    }
}
