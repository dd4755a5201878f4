package uk.smets.mam.secure;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import uk.smets.mam.model.Rule;

/** Validates paths as RFC 5280 has it, by the JDK, at the caller's time and with the caller's revocation lists alone. */
final class PathValidation {
    private final Trust trust;
    private final Collection<X509Certificate> candidates;

    PathValidation(Trust trust, Collection<X509Certificate> candidates) {
        this.trust = trust;
        this.candidates = List.copyOf(candidates);
    }

    /** Why a path does not hold, or empty where it does. */
    Optional<VerificationReason> problemOf(CertificatePath path) {
        try {
            CertPath certificates = CertificateFile.factory().generateCertPath(path.certificates());
            CertPathValidator validator = CertPathValidator.getInstance("PKIX", "SUN");
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(path.anchor(), null)));
            parameters.setDate(Date.from(trust.time()));
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(material())));
            parameters.addCertPathChecker(new CertificateStrength(trust));
            boolean revocation = !trust.revocationLists().isEmpty() || trust.requiresRevocationLists();
            parameters.setRevocationEnabled(revocation);
            if (!revocation) {
                validator.validate(certificates, parameters);
                return Optional.empty();
            }
            PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
            checker.setOptions(options());
            parameters.addCertPathChecker(checker);
            validator.validate(certificates, parameters);
            return unknown(path, checker);
        } catch (CertPathValidatorException e) {
            return Optional.of(reason(path, e));
        } catch (GeneralSecurityException e) {
            return Optional.of(new VerificationReason(
                    Rule.SIGNER_UNTRUSTED, "the path to the trust anchor can't be validated: " + e.getMessage()));
        }
    }

    private Collection<Object> material() {
        List<Object> material = new ArrayList<>(candidates);
        material.addAll(trust.anchors());
        material.addAll(trust.revocationLists());
        return material;
    }

    private Set<Option> options() {
        Set<Option> options = EnumSet.of(Option.PREFER_CRLS, Option.NO_FALLBACK);
        if (!trust.requiresRevocationLists()) {
            options.add(Option.SOFT_FAIL);
        }
        return options;
    }

    /** Where a list of a certificate's issuer was given, it has to be one that tells. */
    private Optional<VerificationReason> unknown(CertificatePath path, PKIXRevocationChecker checker) {
        for (CertPathValidatorException untold : checker.getSoftFailExceptions()) {
            X509Certificate certificate = path.certificates().get(Math.max(untold.getIndex(), 0));
            X500Principal issuer = certificate.getIssuerX500Principal();
            if (trust.revocationLists().stream()
                    .anyMatch(list -> list.getIssuerX500Principal().equals(issuer))) {
                return Optional.of(undetermined(issuer));
            }
        }
        return Optional.empty();
    }

    private static VerificationReason undetermined(X500Principal issuer) {
        return new VerificationReason(
                Rule.SIGNER_UNTRUSTED,
                "whether a certificate of " + DistinguishedNames.text(issuer)
                        + " was revoked can't be told: give that issuer's revocation list of the time of verification");
    }

    private static VerificationReason reason(CertificatePath path, CertPathValidatorException e) {
        X509Certificate culprit = path.certificates().get(Math.max(e.getIndex(), 0));
        String whose = e.getIndex() <= 0
                ? "the signer's certificate"
                : "the certificate of the authority " + DistinguishedNames.text(culprit.getSubjectX500Principal());
        if (e.getReason() == BasicReason.REVOKED) {
            return new VerificationReason(Rule.SIGNER_REVOKED, whose + " was revoked");
        }
        if (e.getReason() == BasicReason.EXPIRED || e.getReason() == BasicReason.NOT_YET_VALID) {
            return new VerificationReason(
                    Rule.SIGNER_EXPIRED,
                    whose + " was valid from " + culprit.getNotBefore().toInstant() + " to "
                            + culprit.getNotAfter().toInstant() + ", not at the time of verification");
        }
        if (e.getReason() == BasicReason.UNDETERMINED_REVOCATION_STATUS) {
            return undetermined(culprit.getIssuerX500Principal());
        }
        return new VerificationReason(
                Rule.SIGNER_UNTRUSTED, "the path to the trust anchor does not hold: " + whose + ": " + e.getMessage());
    }
}
