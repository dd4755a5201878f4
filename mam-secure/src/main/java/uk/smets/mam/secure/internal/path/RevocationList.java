package uk.smets.mam.secure.internal.path;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CRLException;
import java.security.cert.CRLReason;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.secure.internal.certificate.CertificateFile;
import uk.smets.mam.secure.internal.certificate.DistinguishedNames;

/** A complete revocation list from the caller, and the checks that do not depend on its signer. */
public final class RevocationList {
    /** Extensions that may be critical, since they are fully processed. */
    private static final Set<String> KNOWN =
            Set.of(Extension.issuingDistributionPoint.getId(), Extension.authorityKeyIdentifier.getId());

    private static final Set<String> KNOWN_OF_ENTRIES = Set.of(Extension.certificateIssuer.getId());

    private final X509CRL list;
    private final RevocationListScope scope;
    private final Optional<String> defect;

    private RevocationList(X509CRL list) {
        this.list = list;
        scope = RevocationListScope.of(list);
        defect = defectOf(list, scope.isIndirect());
    }

    /**
     * Returns a list, re-read by this library regardless of the provider that read it.
     *
     * @throws IllegalArgumentException if it is a delta list, or cannot be read
     */
    public static RevocationList of(X509CRL given) {
        try {
            X509CRL list = CertificateFile.list(given.getEncoded());
            if (list.getExtensionValue(Extension.deltaCRLIndicator.getId()) != null) {
                throw new IllegalArgumentException(
                        "lists: that of " + DistinguishedNames.text(list.getIssuerX500Principal())
                                + " is a delta list; give the complete list");
            }
            return read(list);
        } catch (CRLException | CertificateException e) {
            throw new IllegalArgumentException("lists: one of them cannot be read", e);
        }
    }

    private static RevocationList read(X509CRL list) {
        try {
            return new RevocationList(list);
        } catch (RuntimeException e) {
            // Bouncy Castle throws various unchecked exceptions on malformed extensions, some of them late.
            throw new IllegalArgumentException(
                    "lists: that of " + DistinguishedNames.text(list.getIssuerX500Principal())
                            + " has an extension that cannot be read; ask for another copy",
                    e);
        }
    }

    private static Optional<String> defectOf(X509CRL list, boolean indirect) {
        if (isOther(list.getCriticalExtensionOIDs(), KNOWN)) {
            return Optional.of("it has a critical extension that is not known here");
        }
        Collection<? extends X509CRLEntry> entries = list.getRevokedCertificates();
        if (entries == null) {
            return Optional.empty();
        }
        for (X509CRLEntry entry : entries) {
            if (isOther(entry.getCriticalExtensionOIDs(), KNOWN_OF_ENTRIES)) {
                return Optional.of("an entry of it has a critical extension that is not known here");
            }
            if (!indirect && entry.getCertificateIssuer() != null) {
                return Optional.of("it has entries of other issuers, but does not state that it is an indirect list");
            }
        }
        return Optional.empty();
    }

    private static boolean isOther(@Nullable Set<String> extensions, Set<String> known) {
        return extensions != null && !known.containsAll(extensions);
    }

    public X500Principal issuer() {
        return list.getIssuerX500Principal();
    }

    public Instant thisUpdate() {
        return list.getThisUpdate().toInstant();
    }

    public Optional<Instant> nextUpdate() {
        return Optional.ofNullable(list.getNextUpdate()).map(Date::toInstant);
    }

    /** Returns the signature algorithm, as the JCA names it. */
    String signatureAlgorithm() {
        return list.getSigAlgName();
    }

    int reasonsFor(X509Certificate certificate) {
        return scope.reasonsFor(certificate);
    }

    /** Returns the key by which lists replace each other, the newest being used: the signer and the scope. */
    Object series() {
        byte[] restriction = list.getExtensionValue(Extension.issuingDistributionPoint.getId());
        return restriction == null ? "" : ByteBuffer.wrap(restriction);
    }

    /** Returns the entry of a certificate, unless it revokes an earlier entry. */
    Optional<X509CRLEntry> entryOf(X509Certificate certificate) {
        return Optional.ofNullable(list.getRevokedCertificate(certificate))
                .filter(entry -> entry.getRevocationReason() != CRLReason.REMOVE_FROM_CRL);
    }

    /** Returns why the list cannot be used at a time, regardless of its signer; empty if it can. */
    Optional<String> defectAt(Instant time) {
        if (thisUpdate().isAfter(time)) {
            return Optional.of("it was issued after the time of verification");
        }
        if (nextUpdate().isEmpty()) {
            return Optional.of("it does not state until when it is valid");
        }
        if (nextUpdate().get().isBefore(time)) {
            return Optional.of("it has expired");
        }
        return defect;
    }

    boolean isSignedWith(PublicKey key) {
        try {
            list.verify(key);
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            // Providers throw exceptions of both kinds for unusable keys.
            return false;
        }
    }

    /** Returns whether list and certificate both identify the authority's key, but differ. */
    boolean namesAnotherKeyThan(X509Certificate authority) {
        byte[] named = list.getExtensionValue(Extension.authorityKeyIdentifier.getId());
        byte[] own = authority.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        if (named == null || own == null) {
            return false;
        }
        try {
            byte[] key = AuthorityKeyIdentifier.getInstance(RevocationListScope.value(named))
                    .getKeyIdentifierOctets();
            return key != null
                    && !Arrays.equals(
                            key,
                            SubjectKeyIdentifier.getInstance(RevocationListScope.value(own))
                                    .getKeyIdentifier());
        } catch (RuntimeException e) {
            // Bouncy Castle throws various unchecked exceptions on malformed values, or returns null.
            return false;
        }
    }

    @Override
    public String toString() {
        return "the list of " + DistinguishedNames.text(issuer()) + " of " + thisUpdate();
    }
}
