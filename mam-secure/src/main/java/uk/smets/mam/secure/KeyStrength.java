package uk.smets.mam.secure;

import java.security.Key;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** Which keys are too weak to be believed. */
final class KeyStrength {
    /** What every authority has asked for since 2014 (NIST SP 800-131A). */
    private static final int MIN_RSA_BITS = 2048;

    /** The SMKI's own curve is P-256. */
    private static final int MIN_CURVE_BITS = 256;

    private KeyStrength() {}

    /** The JCA's name of a key's kind, of which elliptic curves have two. */
    static String kindOf(Key key) {
        return key.getAlgorithm().equals("ECDSA") ? "EC" : key.getAlgorithm();
    }

    /** What is too weak about a key, or empty where it will do. */
    static Optional<String> weaknessOf(PublicKey key) {
        if (key instanceof RSAPublicKey rsa && kindOf(key).equals("RSA")) {
            int bits = rsa.getModulus().bitLength();
            return bits >= MIN_RSA_BITS
                    ? Optional.empty()
                    : Optional.of("an RSA key of " + bits + " bits: at least " + MIN_RSA_BITS + " are needed");
        }
        if (key instanceof ECPublicKey curve) {
            int bits = curve.getParams().getOrder().bitLength();
            return bits >= MIN_CURVE_BITS
                    ? Optional.empty()
                    : Optional.of(
                            "an elliptic curve key of " + bits + " bits: at least " + MIN_CURVE_BITS + " are needed");
        }
        return Optional.of("of the kind " + key.getAlgorithm() + ": only RSA and elliptic curve keys are taken");
    }
}
