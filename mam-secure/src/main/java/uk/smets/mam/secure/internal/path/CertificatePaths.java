package uk.smets.mam.secure.internal.path;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.internal.certificate.DistinguishedNames;

/**
 * Looks for the paths from a certificate to the trust anchors, through certificates that need not be trusted, and has each
 * validated until one holds. What is brought along may be made to lead astray, so steps are counted, and a step is one that
 * verifies.
 */
public final class CertificatePaths {
    /** The SMKI has one authority between a signer and its root; NIST's test suite goes to six. */
    private static final int MAX_LENGTH = 10;

    /** How many signatures of certificates are verified in looking for paths: some tenths of a second. */
    private static final int MAX_STEPS = 500;

    private static final int MAX_PATHS = 20;

    /** Earlier certificates cannot say whether they are an authority's. */
    private static final int VERSION_WITH_EXTENSIONS = 3;

    private final TrustSettings trust;
    private final Set<X509Certificate> candidates = new LinkedHashSet<>();
    private final Map<List<X509Certificate>, Boolean> listSigners = new HashMap<>();
    private final Map<List<Object>, Boolean> verifiedLists = new HashMap<>();
    private int steps;

    CertificatePaths(TrustSettings trust, List<X509Certificate> broughtAlong) {
        this.trust = trust;
        candidates.addAll(trust.intermediates());
        candidates.addAll(broughtAlong);
    }

    /** Returns what is wrong with the path that holds best, nothing if one holds. Whatever lists were looked into is recorded. */
    List<VerificationReason> problemsOf(X509Certificate signer, RevocationRecord record) {
        List<CertificatePath> paths = find(signer);
        if (paths.isEmpty()) {
            return List.of(untraceable(signer));
        }
        List<VerificationReason> first = List.of();
        RevocationRecord firstRecord = new RevocationRecord();
        for (CertificatePath path : paths) {
            RevocationRecord own = new RevocationRecord();
            List<VerificationReason> problems = problemsOf(path, own);
            if (problems.isEmpty()) {
                record.add(own);
                return problems;
            }
            if (first.isEmpty()) {
                first = problems;
                firstRecord = own;
            }
        }
        record.add(firstRecord);
        return first;
    }

    private List<VerificationReason> problemsOf(CertificatePath path, RevocationRecord record) {
        List<VerificationReason> problems = new ArrayList<>();
        new PathValidation(trust).problemOf(path).ifPresent(problems::add);
        if (trust.requiresRevocationLists() || !trust.revocationLists().isEmpty()) {
            Set<X509Certificate> known = new LinkedHashSet<>(candidates);
            known.addAll(trust.anchors());
            new RevocationCheck(trust, known, this::maySignLists, verifiedLists, record)
                    .problemOf(path)
                    .filter(problem -> problems.isEmpty() || problem.rule() == Rule.SIGNER_REVOKED)
                    .ifPresent(problems::add);
        }
        return problems;
    }

    /**
     * Returns whether the certificate of who signed a list is itself sound, under the same anchor (RFC 5280, 6.3.3 (f)). A list may be about
     * the certificate of its own signer, which is sound where the list does not revoke it: so while that is being found out it is
     * assumed.
     */
    private boolean maySignLists(X509Certificate authority, X509Certificate anchor) {
        List<X509Certificate> question = List.of(authority, anchor);
        Boolean known = listSigners.putIfAbsent(question, true);
        if (known != null) {
            return known;
        }
        boolean may = find(authority).stream()
                .filter(path -> path.anchor().equals(anchor))
                .anyMatch(path -> problemsOf(path, new RevocationRecord()).isEmpty());
        listSigners.put(question, may);
        return may;
    }

    private List<CertificatePath> find(X509Certificate signer) {
        List<CertificatePath> paths = new ArrayList<>();
        if (trust.anchors().contains(signer)) {
            paths.add(new CertificatePath(List.of(), signer));
        }
        find(new ArrayList<>(List.of(signer)), paths);
        return paths;
    }

    private void find(List<X509Certificate> path, List<CertificatePath> paths) {
        X509Certificate last = path.get(path.size() - 1);
        for (X509Certificate anchor : trust.anchors()) {
            if (paths.size() < MAX_PATHS && mayIssue(anchor) && !path.contains(anchor) && issued(anchor, last)) {
                paths.add(new CertificatePath(path, anchor));
            }
        }
        if (path.size() == MAX_LENGTH) {
            return;
        }
        for (X509Certificate above : candidates) {
            if (paths.size() < MAX_PATHS && !path.contains(above) && issued(above, last)) {
                path.add(above);
                find(path, paths);
                path.remove(path.size() - 1);
            }
        }
    }

    /** Returns an anchor that is a signer's own certificate is trusted for what its holder signs, not for whom its holder vouches. */
    private static boolean mayIssue(X509Certificate anchor) {
        return anchor.getBasicConstraints() >= 0 || anchor.getVersion() < VERSION_WITH_EXTENSIONS;
    }

    private boolean issued(X509Certificate issuer, X509Certificate issued) {
        return areNamedSo(issuer, issued) && ++steps <= MAX_STEPS && isIssuedBy(issued, issuer);
    }

    private static boolean areNamedSo(X509Certificate issuer, X509Certificate issued) {
        return issuer.getSubjectX500Principal().equals(issued.getIssuerX500Principal());
    }

    /** Returns whether the one certificate was signed with the key of the other, under its name. */
    static boolean isIssuedBy(X509Certificate issued, X509Certificate issuer) {
        if (!areNamedSo(issuer, issued)) {
            return false;
        }
        try {
            issued.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            // Providers answer keys that they can't use with exceptions of both kinds.
            return false;
        }
    }

    public static boolean isSelfSigned(X509Certificate certificate) {
        return isIssuedBy(certificate, certificate);
    }

    private static VerificationReason untraceable(X509Certificate signer) {
        return new VerificationReason(
                Rule.SIGNER_UNTRUSTED,
                "no path leads from the signer's certificate, issued by "
                        + DistinguishedNames.text(signer.getIssuerX500Principal())
                        + ", to a trust anchor: give its issuer as one only if it is an authority of the IKI");
    }
}
