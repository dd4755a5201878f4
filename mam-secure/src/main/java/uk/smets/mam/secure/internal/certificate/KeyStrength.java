package uk.smets.mam.secure.internal.certificate;

import java.security.Key;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides which keys are too weak, or too large to be genuine. */
public final class KeyStrength {
    /** The common minimum since 2014 (NIST SP 800-131A). */
    private static final int MIN_RSA_BITS = 2048;

    /** Longer keys are not in use; verifying them would only cost time. */
    private static final int MAX_RSA_BITS = 8192;

    /** The SMKI uses P-256. */
    private static final int MIN_CURVE_BITS = 256;

    private KeyStrength() {}

    /** Returns the JCA's name of a key's type, unified for elliptic curves, which have two. */
    public static String kindOf(Key key) {
        return key.getAlgorithm().equals("ECDSA") ? "EC" : key.getAlgorithm();
    }

    /** Returns the problem with a key's type or size, or empty if it is acceptable. */
    public static Optional<String> weaknessOf(PublicKey key) {
        if (key instanceof RSAPublicKey rsa && kindOf(key).equals("RSA")) {
            int bits = rsa.getModulus().bitLength();
            return bits >= MIN_RSA_BITS && bits <= MAX_RSA_BITS
                    ? Optional.empty()
                    : Optional.of("an RSA key of " + bits + " bits: one of " + MIN_RSA_BITS + " to " + MAX_RSA_BITS
                            + " is needed");
        }
        if (key instanceof ECPublicKey curve) {
            int bits = curve.getParams().getOrder().bitLength();
            return bits >= MIN_CURVE_BITS
                    ? Optional.empty()
                    : Optional.of(
                            "an elliptic curve key of " + bits + " bits: at least " + MIN_CURVE_BITS + " are needed");
        }
        return Optional.of("of the kind " + key.getAlgorithm() + ": only RSA and elliptic curve keys are accepted");
    }

    /** Returns the uses of a key for a message; {@code nothing} if there are none. */
    public static String textOf(Collection<?> uses) {
        return uses.isEmpty() ? "nothing" : uses.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
