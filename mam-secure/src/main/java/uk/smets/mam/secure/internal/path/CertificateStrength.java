package uk.smets.mam.secure.internal.path;

import java.io.Serial;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.secure.internal.certificate.KeyStrength;

/** Refuses certificates below the trust anchor whose key, or the digest under whose signature, is too weak. */
public final class CertificateStrength extends PKIXCertPathChecker {
    /** A certificate is too weak, as the message says in this library's words. */
    static final class WeaknessException extends CertPathValidatorException {
        @Serial
        private static final long serialVersionUID = 1L;

        WeaknessException(String message) {
            super(message);
        }
    }

    private final TrustSettings trust;

    CertificateStrength(TrustSettings trust) {
        this.trust = trust;
    }

    @Override
    public void init(boolean forward) {
        // Looks at each certificate by itself.
    }

    @Override
    public boolean isForwardCheckingSupported() {
        return true;
    }

    @Override
    public @Nullable Set<String> getSupportedExtensions() {
        return null;
    }

    @Override
    public void check(Certificate certificate, Collection<String> unresolvedCriticalExtensions)
            throws CertPathValidatorException {
        Optional<String> weakness = KeyStrength.weaknessOf(certificate.getPublicKey());
        if (weakness.isPresent()) {
            throw new WeaknessException("its key is " + weakness.get());
        }
        String algorithm = ((X509Certificate) certificate).getSigAlgName().toUpperCase(Locale.ROOT);
        if (!isAllowed(trust, algorithm)) {
            throw new WeaknessException("it was signed with " + algorithm + ", whose digest is not allowed");
        }
    }

    /** Returns whether a signature algorithm, as the JCA names it, has an allowed digest. */
    static boolean isAllowed(TrustSettings trust, String algorithm) {
        String upper = algorithm.toUpperCase(Locale.ROOT);
        return trust.digests().stream()
                .anyMatch(digest -> upper.startsWith(digest.toString().replace("-", "") + "WITH"));
    }
}
