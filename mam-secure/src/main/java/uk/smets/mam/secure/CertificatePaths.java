package uk.smets.mam.secure;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.smets.mam.model.Rule;

/**
 * Looks for the paths from a certificate to the trust anchors, through certificates that need not be trusted, and has each
 * validated until one holds. What is brought along may be made to lead astray, so steps are counted, and a step is one that
 * verifies.
 */
final class CertificatePaths {
    /** The SMKI has one authority between a signer and its root; NIST's test suite goes to six. */
    private static final int MAX_LENGTH = 10;

    /** How many signatures of certificates are verified in looking for paths: some tenths of a second. */
    private static final int MAX_STEPS = 500;

    private static final int MAX_PATHS = 20;

    /** Earlier certificates can't say whether they are an authority's. */
    private static final int VERSION_WITH_EXTENSIONS = 3;

    private final Trust trust;
    private final Set<X509Certificate> candidates = new LinkedHashSet<>();
    private final List<CertificatePath> paths = new ArrayList<>();
    private int steps;

    CertificatePaths(Trust trust, List<X509Certificate> broughtAlong) {
        this.trust = trust;
        candidates.addAll(trust.intermediates());
        candidates.addAll(broughtAlong);
    }

    /** Why no path holds, or empty where one does. */
    Optional<VerificationReason> problemOf(X509Certificate signer) {
        find(new ArrayList<>(List.of(signer)));
        if (paths.isEmpty()) {
            return trust.anchors().contains(signer) ? checkAnchor() : Optional.of(untraceable(signer));
        }
        PathValidation validation = new PathValidation(trust, candidates);
        VerificationReason first = null;
        for (CertificatePath path : paths) {
            Optional<VerificationReason> problem = validation.problemOf(path);
            if (problem.isEmpty()) {
                return Optional.empty();
            }
            first = first == null ? problem.get() : first;
        }
        return Optional.ofNullable(first);
    }

    private Optional<VerificationReason> checkAnchor() {
        return trust.requiresRevocationLists()
                ? Optional.of(new VerificationReason(
                        Rule.SIGNER_UNTRUSTED,
                        "the signer's certificate is a trust anchor itself, for which there is no revocation list"))
                : Optional.empty();
    }

    private void find(List<X509Certificate> path) {
        X509Certificate last = path.get(path.size() - 1);
        for (X509Certificate anchor : trust.anchors()) {
            if (paths.size() < MAX_PATHS && mayIssue(anchor) && !path.contains(anchor) && issued(anchor, last)) {
                paths.add(new CertificatePath(List.copyOf(path), anchor));
            }
        }
        if (path.size() == MAX_LENGTH) {
            return;
        }
        for (X509Certificate above : candidates) {
            if (paths.size() < MAX_PATHS && !path.contains(above) && issued(above, last)) {
                path.add(above);
                find(path);
                path.remove(path.size() - 1);
            }
        }
    }

    /** An anchor that is a signer's own certificate is trusted for what its holder signs, not for whom its holder vouches. */
    private static boolean mayIssue(X509Certificate anchor) {
        return anchor.getBasicConstraints() >= 0 || anchor.getVersion() < VERSION_WITH_EXTENSIONS;
    }

    private boolean issued(X509Certificate issuer, X509Certificate issued) {
        if (!issuer.getSubjectX500Principal().equals(issued.getIssuerX500Principal()) || ++steps > MAX_STEPS) {
            return false;
        }
        try {
            issued.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static VerificationReason untraceable(X509Certificate signer) {
        return new VerificationReason(
                Rule.SIGNER_UNTRUSTED,
                "no path leads from the signer's certificate, issued by "
                        + DistinguishedNames.text(signer.getIssuerX500Principal())
                        + ", to a trust anchor: give its issuer as one only if it is the SMKI's own");
    }
}
