package uk.smets.mam.secure.smki;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.internal.certificate.CertificateFile;
import uk.smets.mam.secure.internal.certificate.DistinguishedNames;
import uk.smets.mam.secure.internal.certificate.SubjectName;

/**
 * A certificate in the profile of the Smart Metering Key Infrastructure (SMKI), read for what the MAM wants to know of it (clauses 7.2.2
 * and 7.2.3). File-signing certificates, which the IKI issues under authorities of its own, are read in the same way. Any X.509
 * certificate will do; what it does not say is empty.
 */
public final class SmkiCertificate {
    private final X509Certificate certificate;
    private final SubjectName subject;

    private SmkiCertificate(X509Certificate certificate) {
        this.certificate = certificate;
        this.subject = SubjectName.of(certificate.getSubjectX500Principal());
    }

    /**
     * The certificate as the JDK has it, looked at as one of the SMKI.
     *
     * @param certificate the certificate
     * @return the same
     * @throws IllegalArgumentException where its subject or issuer cannot be decoded; then nothing can name it
     */
    public static SmkiCertificate of(X509Certificate certificate) {
        DistinguishedNames.problemIn(requireNonNull(certificate, "certificate")).ifPresent(problem -> {
            throw new IllegalArgumentException("certificate: " + problem);
        });
        return new SmkiCertificate(certificate);
    }

    /**
     * Reads a certificate in PEM or DER.
     *
     * @param file the file, with one certificate in it
     * @return the certificate
     * @throws IOException where it can't be read, or holds other than one certificate
     */
    public static SmkiCertificate read(Path file) throws IOException {
        return of(CertificateFile.read(requireNonNull(file, "file")).onlyCertificate());
    }

    /**
     * The certificate that these bytes are, if they are one: the way in for data.
     *
     * @param encoded PEM or DER
     * @return the certificate, or empty where the bytes are not exactly one certificate
     */
    public static Optional<SmkiCertificate> find(byte[] encoded) {
        return CertificateFile.find(requireNonNull(encoded, "encoded"))
                .filter(CertificateFile::isOneCertificate)
                .map(file -> of(file.certificates().get(0)));
    }

    /**
     * What names the certificate in a Migration Authorisation (clause 7.2.3).
     *
     * @return the ID, of the Serial Number and the Issuer Name
     * @throws IllegalStateException where the certificate is none of the SMKI: its serial number is not positive, or has more than
     *     44 digits
     */
    public CertificateId certificateId() {
        try {
            return new CertificateId(serialNumber(), issuerName());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the certificate can't be named in a file of the MAM: " + e.getMessage(), e);
        }
    }

    /**
     * The serial number.
     *
     * @return the number, which the MAM writes in decimal digits; SMKI's are of 16 octets
     */
    public BigInteger serialNumber() {
        return certificate.getSerialNumber();
    }

    /**
     * The issuer, in the RFC 2253 form that XML Signature uses, {@code CN=Z1,OU=07}. Characters other than printable ASCII are written
     * as RFC 2253 has it, {@code \} and two hexadecimal digits for each octet of their UTF-8.
     *
     * @return the name
     */
    public String issuerName() {
        return DistinguishedNames.text(certificate.getIssuerX500Principal());
    }

    /**
     * The subject, in the form of {@link #issuerName()}.
     *
     * @return the name
     */
    public String subjectName() {
        return DistinguishedNames.text(certificate.getSubjectX500Principal());
    }

    /**
     * The User ID in the subject: its x500UniqueIdentifier (2.5.4.45), a BIT STRING of 8 octets. It is the one that a device gets
     * (clause 7.2.2).
     *
     * @return the User ID, or empty where the subject has none of that form
     */
    public Optional<UserId> userId() {
        return subject.userId();
    }

    /**
     * The role of the subject, from its organisational unit.
     *
     * @return the role, or empty where the organisational unit is missing or the code of none
     */
    public Optional<RemotePartyRole> role() {
        return subject.organisationalUnit().flatMap(RemotePartyRole::find);
    }

    /**
     * What the key may be used for.
     *
     * @return the uses; empty where the certificate does not restrict them
     */
    public Set<KeyUse> keyUses() {
        EnumSet<KeyUse> uses = EnumSet.noneOf(KeyUse.class);
        boolean[] bits = certificate.getKeyUsage();
        if (bits != null) {
            for (KeyUse use : KeyUse.values()) {
                if (use.ordinal() < bits.length && bits[use.ordinal()]) {
                    uses.add(use);
                }
            }
        }
        return Collections.unmodifiableSet(uses);
    }

    /**
     * From when on the certificate is valid.
     *
     * @return the first instant, to the second
     */
    public Instant notBefore() {
        return certificate.getNotBefore().toInstant();
    }

    /**
     * Until when the certificate is valid.
     *
     * @return the last instant, to the second
     */
    public Instant notAfter() {
        return certificate.getNotAfter().toInstant();
    }

    /**
     * Whether the certificate is valid at an instant; nothing else about it is asked.
     *
     * @param instant the instant
     * @return true from {@link #notBefore()} to {@link #notAfter()}, both included
     */
    public boolean isValidAt(Instant instant) {
        requireNonNull(instant, "instant");
        return !instant.isBefore(notBefore()) && !instant.isAfter(notAfter());
    }

    /**
     * What keeps the certificate out of a place of a row: another role, a key for another use, an instant at which it is not valid.
     *
     * @param slot the place
     * @param at when it has to be valid
     * @return a sentence for each fault, with what the place takes; empty where it fits
     */
    public List<String> problemsIn(CertificateSlot slot, Instant at) {
        return List.copyOf(SlotFit.problems(this, requireNonNull(slot, "slot"), requireNonNull(at, "at")));
    }

    /**
     * Returns the places of a row that the certificate belongs in, by its role and what its key is for (clause 7.2.3): Critical ones for
     * digital signatures, Non-Critical ones for key agreement. When it is valid is not asked. An IKI File Signing certificate of a supplier
     * looks like a Critical one: its issuer, which is not one of the SMKI, tells them apart.
     *
     * @return the places, in the order of the MAM's tables; empty where it is neither a supplier's nor a network operator's, its key has
     *     another use, or a file cannot name it
     */
    public Set<CertificateSlot> slots() {
        EnumSet<CertificateSlot> slots = EnumSet.noneOf(CertificateSlot.class);
        for (CertificateSlot slot : CertificateSlot.values()) {
            if (problemsIn(slot, notBefore()).isEmpty()) {
                slots.add(slot);
            }
        }
        return Collections.unmodifiableSet(slots);
    }

    /**
     * The certificate as the JDK has it.
     *
     * @return the certificate
     */
    public X509Certificate x509() {
        return certificate;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SmkiCertificate that && certificate.equals(that.certificate);
    }

    @Override
    public int hashCode() {
        return certificate.hashCode();
    }

    /** The subject, and the serial number and issuer that name it. */
    @Override
    public String toString() {
        return subjectName() + " (" + serialNumber() + "," + issuerName() + ")";
    }
}
