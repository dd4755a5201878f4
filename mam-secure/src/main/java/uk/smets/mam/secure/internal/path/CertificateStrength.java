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

/** Rejects certificates below the trust anchor that have a weak key or were signed with a weak digest. */
public final class CertificateStrength extends PKIXCertPathChecker {
    /** A weak certificate; the message is this library's own. */
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
        // Certificates are checked one by one.
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

    /** Returns whether the digest of a JCA signature algorithm is allowed. */
    static boolean isAllowed(TrustSettings trust, String algorithm) {
        String upper = algorithm.toUpperCase(Locale.ROOT);
        return trust.digests().stream()
                .anyMatch(digest -> upper.startsWith(digest.toString().replace("-", "") + "WITH"));
    }
}
