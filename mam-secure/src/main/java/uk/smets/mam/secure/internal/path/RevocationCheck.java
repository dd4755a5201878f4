package uk.smets.mam.secure.internal.path;

import java.security.cert.CRLReason;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.internal.certificate.DistinguishedNames;
import uk.smets.mam.secure.internal.path.CertificatePaths.CertificatePath;

/**
 * Checks by the caller's lists alone whether the certificates of a path were revoked: RFC 5280, 6.3.3, without delta lists. It never
 * opens a connection.
 */
public final class RevocationCheck {
    private static final int CRL_SIGN = 6;

    private final TrustSettings trust;
    private final Collection<X509Certificate> known;
    private final BiPredicate<X509Certificate, X509Certificate> leadsTo;
    private final RevocationRecord record;
    private final List<RevocationList> newestFirst;
    private final Map<List<Object>, Boolean> verified;

    /**
     * Creates the check of one verification.
     *
     * @param known every certificate that was given or is in the signature
     * @param leadsTo whether a valid path leads from a certificate to an anchor
     * @param verified a cache of which lists were signed with which keys, as large lists take time
     */
    RevocationCheck(
            TrustSettings trust,
            Collection<X509Certificate> known,
            BiPredicate<X509Certificate, X509Certificate> leadsTo,
            Map<List<Object>, Boolean> verified,
            RevocationRecord record) {
        this.trust = trust;
        this.known = known;
        this.leadsTo = leadsTo;
        this.verified = verified;
        this.record = record;
        newestFirst = trust.lists().stream()
                .sorted(Comparator.comparing(RevocationList::thisUpdate).reversed())
                .toList();
    }

    /** Returns why a certificate of the path is, or may be, revoked; empty if there is no sign of that. */
    Optional<VerificationReason> problemOf(CertificatePath path) {
        VerificationReason open = null;
        List<X509Certificate> chain = path.chain();
        for (int i = 0; i < chain.size(); i++) {
            Optional<VerificationReason> problem = problemOf(chain.get(i), i, path);
            if (problem.isPresent() && problem.get().rule() == Rule.SIGNER_REVOKED) {
                return problem;
            }
            open = open == null ? problem.orElse(null) : open;
        }
        return Optional.ofNullable(open);
    }

    private Optional<VerificationReason> problemOf(X509Certificate certificate, int place, CertificatePath path) {
        Lookup lookup = new Lookup(
                certificate, path.chain().subList(place + 1, path.chain().size()), path.anchor());
        Optional<VerificationReason> revoked = lookup.run(path.whose(place));
        if (revoked.isPresent() || lookup.open == 0) {
            return revoked;
        }
        boolean anchor = certificate.equals(path.anchor());
        boolean listed =
                trust.lists().stream().anyMatch(list -> list.issuer().equals(certificate.getIssuerX500Principal()));
        if (!listed && !anchor) {
            record.unlisted(certificate);
        }
        boolean needed = trust.listsRequired() && (!anchor || place == 0 || CertificatePaths.isSelfSigned(certificate));
        return listed || needed
                ? Optional.of(undetermined(certificate, lookup.trouble, anchor && place == 0))
                : Optional.empty();
    }

    private static VerificationReason undetermined(
            X509Certificate certificate, @Nullable String trouble, boolean signerIsAnchor) {
        String issuer = DistinguishedNames.text(certificate.getIssuerX500Principal());
        return new VerificationReason(
                Rule.SIGNER_UNTRUSTED,
                "cannot decide whether a certificate of " + issuer + " was revoked: "
                        + (trouble != null
                                ? trouble
                                : signerIsAnchor
                                        ? "the signer's certificate is itself a trust anchor, for which there is no"
                                                + " revocation list"
                                        : "give a revocation list of that issuer that is current at the time of verification"));
    }

    private boolean verifies(RevocationList list, X509Certificate authority) {
        return verified.computeIfAbsent(
                List.of(list, authority.getPublicKey()), none -> list.isSignedWith(authority.getPublicKey()));
    }

    private static boolean maySignLists(X509Certificate authority) {
        boolean[] uses = authority.getKeyUsage();
        return uses == null || uses[CRL_SIGN];
    }

    /** What is known about the signer of a list. */
    private enum Standing {
        AUTHORISED(""),
        /** A different authority with the same name, or one whose path does not lead to the same anchor. */
        OTHER("it was signed by another authority of that name"),
        UNKNOWN("the certificate of its issuer, which is needed to verify it, was not given"),
        FALSE("its signature does not verify with its issuer's certificate, or that issuer may not sign lists");

        private final String problem;

        Standing(String problem) {
            this.problem = problem;
        }
    }

    /** The signer of a list: its key if known, otherwise its name. */
    private record Author(Standing standing, Object identity) {}

    /** Looks up one certificate in all lists that may be about it. */
    private final class Lookup {
        private final X509Certificate certificate;
        private final List<X509Certificate> above;
        private final X509Certificate anchor;
        private final Map<List<Object>, Instant> series = new HashMap<>();
        /** The reasons for which the certificate may still be revoked. */
        private int open = RevocationListScope.ALL_REASONS;

        private boolean doubtful;
        private @Nullable String trouble;

        Lookup(X509Certificate certificate, List<X509Certificate> above, X509Certificate anchor) {
            this.certificate = certificate;
            this.anchor = anchor;
            this.above = above.isEmpty() ? issuersOfAnchor() : above;
        }

        /** Returns the issuers of an anchor: a root is its own; the issuer of any other anchor counts whether it is trusted or not. */
        private List<X509Certificate> issuersOfAnchor() {
            List<X509Certificate> issuers = new ArrayList<>();
            for (X509Certificate authority : known) {
                if (CertificatePaths.isIssuedBy(certificate, authority)) {
                    issuers.add(authority);
                }
            }
            return issuers;
        }

        Optional<VerificationReason> run(String whose) {
            for (RevocationList list : newestFirst) {
                int reasons = list.reasonsFor(certificate);
                Optional<VerificationReason> revoked = reasons == 0 ? outOfScope(list) : lookUp(list, reasons, whose);
                if (revoked.isPresent()) {
                    return revoked;
                }
            }
            if (doubtful) {
                open = RevocationListScope.ALL_REASONS;
            }
            return Optional.empty();
        }

        private Optional<VerificationReason> outOfScope(RevocationList list) {
            if (list.issuer().equals(certificate.getIssuerX500Principal())) {
                unused(list, "it is not about this kind of certificate, or about another distribution point");
            }
            return Optional.empty();
        }

        private Optional<VerificationReason> lookUp(RevocationList list, int reasons, String whose) {
            Optional<String> defect = list.defectAt(trust.time());
            if (defect.isPresent()) {
                unused(list, defect.get());
                return Optional.empty();
            }
            Optional<String> weakness = weaknessOf(list);
            if (weakness.isPresent()) {
                unused(list, weakness.get());
                return Optional.empty();
            }
            Author author = authorOf(list);
            Instant newest = series.putIfAbsent(List.of(author, list.series()), list.thisUpdate());
            if (newest != null && newest.isAfter(list.thisUpdate())) {
                unused(list, "a newer list replaces it");
                return Optional.empty();
            }
            Optional<X509CRLEntry> entry = list.entryOf(certificate);
            if (author.standing == Standing.AUTHORISED || author.standing == Standing.UNKNOWN && entry.isPresent()) {
                return decide(list, reasons, whose, entry);
            }
            unused(list, author.standing.problem);
            doubtful |= author.standing != Standing.OTHER;
            return Optional.empty();
        }

        private Optional<VerificationReason> decide(
                RevocationList list, int reasons, String whose, Optional<X509CRLEntry> entry) {
            record.used(list, certificate);
            open &= ~reasons;
            return entry.map(found -> new VerificationReason(
                    Rule.SIGNER_REVOKED,
                    whose + " was revoked at " + found.getRevocationDate().toInstant() + reasonOf(found) + ", by "
                            + list));
        }

        private void unused(RevocationList list, String reason) {
            record.unused(list, reason);
            trouble = trouble == null ? list + " cannot be used: " + reason : trouble;
        }

        private Optional<String> weaknessOf(RevocationList list) {
            return CertificateStrength.isAllowed(trust, list.signatureAlgorithm())
                    ? Optional.empty()
                    : Optional.of("it was signed with " + list.signatureAlgorithm() + ", whose digest is not allowed");
        }

        private Author authorOf(RevocationList list) {
            for (X509Certificate authority : above) {
                if (isNamed(authority, list) && verifies(list, authority)) {
                    return new Author(
                            maySignLists(authority) ? Standing.AUTHORISED : Standing.FALSE, authority.getPublicKey());
                }
            }
            List<X509Certificate> named =
                    known.stream().filter(each -> isNamed(each, list)).toList();
            List<X509Certificate> signers =
                    named.stream().filter(each -> verifies(list, each)).toList();
            for (X509Certificate authority : signers) {
                if (maySignLists(authority) && leadsTo.test(authority, anchor)) {
                    return new Author(Standing.AUTHORISED, authority.getPublicKey());
                }
            }
            if (named.isEmpty()) {
                return new Author(Standing.UNKNOWN, list.issuer());
            }
            boolean other = !signers.isEmpty() || named.stream().allMatch(list::namesAnotherKeyThan);
            return new Author(other ? Standing.OTHER : Standing.FALSE, list.issuer());
        }

        private boolean isNamed(X509Certificate authority, RevocationList list) {
            return authority.getSubjectX500Principal().equals(list.issuer());
        }
    }

    private static String reasonOf(X509CRLEntry entry) {
        CRLReason reason = entry.getRevocationReason();
        return reason == null || reason == CRLReason.UNSPECIFIED
                ? ""
                : " (" + reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    }
}
