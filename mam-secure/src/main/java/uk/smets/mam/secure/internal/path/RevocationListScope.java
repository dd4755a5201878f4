package uk.smets.mam.secure.internal.path;

import java.io.IOException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.jspecify.annotations.Nullable;

/**
 * The certificates and the reasons that a revocation list covers: RFC 5280, 5.2.5 and 6.3.3, steps (b), (d) and the last paragraph.
 * The addresses in a distribution point are compared as names, and never opened.
 */
public final class RevocationListScope {
    /** The bits of all reasons, as in {@link ReasonFlags#intValue}. */
    static final int ALL_REASONS = ReasonFlags.keyCompromise
            | ReasonFlags.cACompromise
            | ReasonFlags.affiliationChanged
            | ReasonFlags.superseded
            | ReasonFlags.cessationOfOperation
            | ReasonFlags.certificateHold
            | ReasonFlags.privilegeWithdrawn
            | ReasonFlags.aACompromise;

    private final X500Principal issuer;
    private final @Nullable IssuingDistributionPoint restriction;
    private final Set<Object> names;
    private final int reasons;

    private RevocationListScope(X500Principal issuer, @Nullable IssuingDistributionPoint restriction) {
        this.issuer = issuer;
        this.restriction = restriction;
        names = restriction == null ? Set.of() : names(restriction.getDistributionPoint(), issuer);
        reasons = restriction == null ? ALL_REASONS : reasons(restriction.getOnlySomeReasons());
    }

    /**
     * Reads the scope of a list.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    static RevocationListScope of(X509CRL list) {
        byte[] extension = list.getExtensionValue(Extension.issuingDistributionPoint.getId());
        return new RevocationListScope(
                list.getIssuerX500Principal(),
                extension == null ? null : IssuingDistributionPoint.getInstance(value(extension)));
    }

    /** Returns whether the list has entries for certificates of other issuers. */
    boolean isIndirect() {
        return restriction != null && restriction.isIndirectCRL();
    }

    /** Returns the reasons for which the list covers a certificate; 0 if it does not. */
    int reasonsFor(X509Certificate certificate) {
        if (restriction != null && !hasKindOf(certificate, restriction)) {
            return 0;
        }
        boolean direct = issuer.equals(certificate.getIssuerX500Principal());
        int covered = direct && isOneOf(Set.of(issuer)) ? reasons : 0;
        for (DistributionPoint point : points(certificate)) {
            if (leadsHere(point, direct, certificate)) {
                covered |= reasons & reasons(point.getReasons());
            }
        }
        return covered;
    }

    private static boolean hasKindOf(X509Certificate certificate, IssuingDistributionPoint restriction) {
        boolean authority = certificate.getBasicConstraints() >= 0;
        return !restriction.onlyContainsAttributeCerts()
                && !(restriction.onlyContainsUserCerts() && authority)
                && !(restriction.onlyContainsCACerts() && !authority);
    }

    private boolean leadsHere(DistributionPoint point, boolean direct, X509Certificate certificate) {
        try {
            return isPointOf(point, direct, certificate);
        } catch (RuntimeException e) {
            // Bouncy Castle throws various unchecked exceptions on malformed names, some of them late.
            return false;
        }
    }

    private boolean isPointOf(DistributionPoint point, boolean direct, X509Certificate certificate) {
        GeneralNames issuers = point.getCRLIssuer();
        Set<Object> listIssuers = names(issuers);
        if (issuers == null ? !direct : !isIndirect() || !listIssuers.contains(issuer)) {
            return false;
        }
        X500Principal relative = issuers == null ? certificate.getIssuerX500Principal() : issuer;
        return isOneOf(
                point.getDistributionPoint() == null ? listIssuers : names(point.getDistributionPoint(), relative));
    }

    private boolean isOneOf(Set<Object> given) {
        return names.isEmpty() || !Collections.disjoint(names, given);
    }

    private static int reasons(@Nullable ReasonFlags flags) {
        return flags == null ? ALL_REASONS : flags.intValue() & ALL_REASONS;
    }

    /** Returns the distribution points; one that cannot be read leads to no list. */
    private static List<DistributionPoint> points(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.cRLDistributionPoints.getId());
        if (extension == null) {
            return List.of();
        }
        try {
            CRLDistPoint points = CRLDistPoint.getInstance(value(extension));
            return points == null ? List.of() : Arrays.asList(points.getDistributionPoints());
        } catch (RuntimeException e) {
            // Bouncy Castle throws various unchecked exceptions on malformed points.
            return List.of();
        }
    }

    private static Set<Object> names(@Nullable DistributionPointName name, X500Principal relativeTo) {
        if (name == null) {
            return Set.of();
        }
        return name.getType() == DistributionPointName.FULL_NAME
                ? names(GeneralNames.getInstance(name.getName()))
                : Set.of(below(relativeTo, RDN.getInstance(name.getName())));
    }

    private static Set<Object> names(@Nullable GeneralNames names) {
        return names == null
                ? Set.of()
                : Stream.of(names.getNames())
                        .map(RevocationListScope::comparable)
                        .collect(Collectors.toSet());
    }

    private static Object comparable(GeneralName name) {
        return name.getTagNo() == GeneralName.directoryName ? principal(name.getName()) : name;
    }

    private static X500Principal below(X500Principal name, RDN last) {
        RDN[] parts = X500Name.getInstance(name.getEncoded()).getRDNs();
        RDN[] all = Arrays.copyOf(parts, parts.length + 1);
        all[parts.length] = last;
        return principal(new X500Name(all));
    }

    private static X500Principal principal(ASN1Encodable name) {
        try {
            return new X500Principal(name.toASN1Primitive().getEncoded());
        } catch (IOException e) {
            throw new IllegalArgumentException("a name that has no encoding", e);
        }
    }

    /** Returns the value in an extension. */
    static ASN1Primitive value(byte[] extension) {
        try {
            return ASN1Primitive.fromByteArray(
                    ASN1OctetString.getInstance(extension).getOctets());
        } catch (IOException | ClassCastException e) {
            throw new IllegalArgumentException("an extension that can't be read", e);
        }
    }
}
