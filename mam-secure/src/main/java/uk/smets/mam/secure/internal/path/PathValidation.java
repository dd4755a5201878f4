package uk.smets.mam.secure.internal.path;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.internal.certificate.CertificateFile;
import uk.smets.mam.secure.internal.path.CertificatePaths.CertificatePath;
import uk.smets.mam.secure.internal.path.CertificateStrength.WeaknessException;

/**
 * Validates paths with the JDK (RFC 5280), at the caller's time, treating the anchor as one more certificate of the path. The JDK's
 * own revocation check would open connections and is turned off; {@link RevocationCheck} replaces it.
 */
public final class PathValidation {
    private static final int KEY_CERT_SIGN = 5;

    /** This library's own messages: those of the JDK are for developers and may change. */
    private static final Map<CertPathValidatorException.Reason, String> WORDS = Map.ofEntries(
            Map.entry(BasicReason.INVALID_SIGNATURE, "its signature is not that of the authority above it"),
            Map.entry(
                    BasicReason.ALGORITHM_CONSTRAINED,
                    "this Java version does not allow its key or the algorithm of its signature"),
            Map.entry(PKIXReason.NAME_CHAINING, "its issuer is not the authority above it"),
            Map.entry(PKIXReason.INVALID_KEY_USAGE, "it may not sign certificates"),
            Map.entry(PKIXReason.NOT_CA_CERT, "it is not the certificate of an authority"),
            Map.entry(
                    PKIXReason.PATH_TOO_LONG,
                    "an authority above it does not allow this number of authorities below it"),
            Map.entry(PKIXReason.INVALID_POLICY, "its certificate policies are not those of the authorities above it"),
            Map.entry(PKIXReason.INVALID_NAME, "an authority above it does not allow its name"),
            Map.entry(PKIXReason.NO_TRUST_ANCHOR, "no trust anchor issued it"),
            Map.entry(PKIXReason.UNRECOGNIZED_CRIT_EXT, "it has a critical extension that is not known here"));

    private final TrustSettings trust;

    PathValidation(TrustSettings trust) {
        this.trust = trust;
    }

    /** Returns why a path is not valid, or empty if it is. */
    Optional<VerificationReason> problemOf(CertificatePath path) {
        Optional<VerificationReason> below =
                path.certificates().isEmpty() ? Optional.empty() : problemBelowAnchor(path);
        return below.isPresent() ? below : problemOfAnchor(path);
    }

    private Optional<VerificationReason> problemBelowAnchor(CertificatePath path) {
        try {
            CertPath certificates = CertificateFile.factory().generateCertPath(path.certificates());
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(path.anchor(), null)));
            parameters.setDate(Date.from(trust.time()));
            parameters.setRevocationEnabled(false);
            parameters.addCertPathChecker(new CertificateStrength(trust));
            CertPathValidator.getInstance("PKIX", "SUN").validate(certificates, parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            return Optional.of(reason(path, e));
        } catch (GeneralSecurityException e) {
            return Optional.of(new VerificationReason(
                    Rule.SIGNER_UNTRUSTED,
                    "the path to the trust anchor cannot be validated: this Java version does not support its"
                            + " certificates"));
        }
    }

    private Optional<VerificationReason> problemOfAnchor(CertificatePath path) {
        X509Certificate anchor = path.anchor();
        int place = path.certificates().size();
        if (trust.time().isBefore(anchor.getNotBefore().toInstant())
                || trust.time().isAfter(anchor.getNotAfter().toInstant())) {
            return Optional.of(expired(path, place));
        }
        if (place == 0) {
            return Optional.empty();
        }
        boolean[] uses = anchor.getKeyUsage();
        if (uses != null && !uses[KEY_CERT_SIGN]) {
            return Optional.of(broken(path, place, "it may not sign certificates"));
        }
        long authorities = path.certificates().stream()
                .skip(1)
                .filter(authority -> !authority.getSubjectX500Principal().equals(authority.getIssuerX500Principal()))
                .count();
        int limit = anchor.getBasicConstraints();
        return limit >= 0 && authorities > limit
                ? Optional.of(broken(path, place, "it allows " + limit + " authorities below it"))
                : Optional.empty();
    }

    private static VerificationReason expired(CertificatePath path, int place) {
        X509Certificate culprit = path.chain().get(place);
        return new VerificationReason(
                Rule.SIGNER_EXPIRED,
                path.whose(place) + " was valid from " + culprit.getNotBefore().toInstant() + " to "
                        + culprit.getNotAfter().toInstant() + ", not at the time of verification");
    }

    private static VerificationReason broken(CertificatePath path, int place, String why) {
        return new VerificationReason(
                Rule.SIGNER_UNTRUSTED, "the path to the trust anchor is not valid: " + path.whose(place) + ": " + why);
    }

    private static VerificationReason reason(CertificatePath path, CertPathValidatorException e) {
        int place = Math.max(e.getIndex(), 0);
        return e.getReason() == BasicReason.EXPIRED || e.getReason() == BasicReason.NOT_YET_VALID
                ? expired(path, place)
                : broken(path, place, why(e));
    }

    private static String why(CertPathValidatorException e) {
        if (e.getCause() instanceof WeaknessException weakness) {
            return String.valueOf(weakness.getMessage());
        }
        return WORDS.getOrDefault(e.getReason(), "it does not fit the path");
    }
}
