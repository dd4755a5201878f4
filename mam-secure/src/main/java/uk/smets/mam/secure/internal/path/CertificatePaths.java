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
 * Finds the paths from a certificate to the trust anchors, through certificates that need not be trusted, and validates them until
 * one is valid. Certificates in a signature may be chosen to waste time, so steps are counted, and each step has to verify.
 */
public final class CertificatePaths {
    /** The SMKI has one authority between a signer and its root; NIST's test suite has up to six. */
    private static final int MAX_LENGTH = 10;

    /** The number of certificate signatures to verify while searching: a few tenths of a second. */
    private static final int MAX_STEPS = 500;

    private static final int MAX_PATHS = 20;

    /** Certificates of earlier versions cannot state whether they are an authority's. */
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

    /** Returns the problems of the best path; empty if one is valid. Records the revocation lists that were used. */
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
        if (trust.listsRequired() || !trust.lists().isEmpty()) {
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
     * Returns whether the certificate that signed a list is itself valid under the same anchor (RFC 5280, 6.3.3 (f)). A list may be
     * about the certificate of its own signer, so the answer is assumed to be yes while it is being computed.
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

    /** Excludes an anchor that is a signer's own certificate: it is trusted for what its holder signs, not for other certificates. */
    private static boolean mayIssue(X509Certificate anchor) {
        return anchor.getBasicConstraints() >= 0 || anchor.getVersion() < VERSION_WITH_EXTENSIONS;
    }

    private boolean issued(X509Certificate issuer, X509Certificate issued) {
        return areNamedSo(issuer, issued) && ++steps <= MAX_STEPS && isIssuedBy(issued, issuer);
    }

    private static boolean areNamedSo(X509Certificate issuer, X509Certificate issued) {
        return issuer.getSubjectX500Principal().equals(issued.getIssuerX500Principal());
    }

    /** Returns whether a certificate was signed with another certificate's key, under its name. */
    static boolean isIssuedBy(X509Certificate issued, X509Certificate issuer) {
        if (!areNamedSo(issuer, issued)) {
            return false;
        }
        try {
            issued.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            // Providers throw exceptions of both kinds for unusable keys.
            return false;
        }
    }

    public static boolean isSelfSigned(X509Certificate certificate) {
        return isIssuedBy(certificate, certificate);
    }

    private static VerificationReason untraceable(X509Certificate signer) {
        return new VerificationReason(
                Rule.SIGNER_UNTRUSTED,
                "there is no path from the signer's certificate, issued by "
                        + DistinguishedNames.text(signer.getIssuerX500Principal())
                        + ", to a trust anchor: add its issuer as an anchor, but only if it is an IKI authority");
    }

    /**
     * A path from a certificate to a trust anchor.
     *
     * @param certificates the certificates below the anchor, the signer's first; each was issued by the next, and the last by the
     *     anchor. Empty if the signer's certificate is the anchor
     * @param anchor the trust anchor
     */
    public record CertificatePath(List<X509Certificate> certificates, X509Certificate anchor) {
        public CertificatePath {
            certificates = List.copyOf(certificates);
        }

        /** Returns all certificates, the signer's first and the anchor last. */
        List<X509Certificate> chain() {
            List<X509Certificate> chain = new ArrayList<>(certificates);
            chain.add(anchor);
            return chain;
        }

        /** Returns the name of a certificate of the chain for messages. */
        String whose(int place) {
            return place == 0
                    ? "the signer's certificate"
                    : "the certificate of the authority "
                            + DistinguishedNames.text(chain().get(place).getSubjectX500Principal());
        }
    }
}
