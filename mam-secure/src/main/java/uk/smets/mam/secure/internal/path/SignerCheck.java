package uk.smets.mam.secure.internal.path;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.internal.certificate.KeyStrength;
import uk.smets.mam.secure.smki.KeyUse;
import uk.smets.mam.secure.smki.SmkiCertificate;

/** Decides whether a signer is trusted: the use and the validity of its certificate, and the path to a trust anchor. */
public final class SignerCheck {
    /** The tolerated difference between the clocks of two organisations. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    /**
     * Extended key usages that no signer of files has: servers, time stamps, OCSP (RFC 5280, 4.2.1.12). Personal certificates have
     * many others.
     */
    private static final Set<String> OTHER_PURPOSES =
            Set.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.8", "1.3.6.1.5.5.7.3.9");

    private final TrustSettings trust;
    private final List<X509Certificate> broughtAlong;

    public SignerCheck(TrustSettings trust, List<X509Certificate> broughtAlong) {
        this.trust = trust;
        this.broughtAlong = broughtAlong;
    }

    public void check(
            X509Certificate certificate,
            Optional<Instant> signingTime,
            List<VerificationReason> reasons,
            RevocationRecord record) {
        SmkiCertificate signer = SmkiCertificate.of(certificate);
        checkUse(signer).ifPresent(problem -> reasons.add(new VerificationReason(Rule.SIGNER_USAGE, problem)));
        Optional<VerificationReason> untimely = checkTimes(signer, signingTime);
        untimely.ifPresent(reasons::add);
        new CertificatePaths(trust, broughtAlong)
                .problemsOf(certificate, record).stream()
                        .filter(problem -> untimely.isEmpty() || problem.rule() != Rule.SIGNER_EXPIRED)
                        .forEach(reasons::add);
    }

    /** Returns why a certificate may not sign files at any time, or empty if it may. */
    public static Optional<String> checkUse(SmkiCertificate signer) {
        Set<KeyUse> uses = signer.keyUses();
        if (signer.x509().getKeyUsage() != null
                && !uses.contains(KeyUse.DIGITAL_SIGNATURE)
                && !uses.contains(KeyUse.CONTENT_COMMITMENT)) {
            return Optional.of("the signer's certificate is for " + KeyStrength.textOf(uses)
                    + ", not for digital signatures: sign with the IKI File Signing certificate");
        }
        try {
            List<String> purposes = signer.x509().getExtendedKeyUsage();
            return purposes == null || !OTHER_PURPOSES.containsAll(purposes)
                    ? Optional.empty()
                    : Optional.of("the signer's certificate is for servers, time stamps or OCSP, not for files");
        } catch (CertificateParsingException e) {
            return Optional.of("the permitted use of the signer's certificate cannot be read");
        }
    }

    private Optional<VerificationReason> checkTimes(SmkiCertificate signer, Optional<Instant> signingTime) {
        if (signingTime.isPresent() && signingTime.get().isAfter(trust.time().plus(CLOCK_DIFFERENCE))) {
            return Optional.of(new VerificationReason(
                    Rule.SIGNATURE_INVALID,
                    "the signature states that it was made at " + signingTime.get()
                            + ", after the time of verification, " + trust.time()
                            + ": one of the two clocks is wrong"));
        }
        if (signingTime.isPresent() && !signer.isValidAt(signingTime.get())) {
            return Optional.of(expired(signer, "not when the file was signed, at " + signingTime.get()));
        }
        return signer.isValidAt(trust.time())
                ? Optional.empty()
                : Optional.of(expired(signer, "not at the time of verification, " + trust.time()));
    }

    public static VerificationReason expired(SmkiCertificate signer, String when) {
        return new VerificationReason(
                Rule.SIGNER_EXPIRED,
                "the signer's certificate was valid from " + signer.notBefore() + " to " + signer.notAfter() + ", "
                        + when);
    }
}
