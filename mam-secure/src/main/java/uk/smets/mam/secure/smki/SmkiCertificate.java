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
import uk.smets.mam.model.Input;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.internal.certificate.CertificateFile;
import uk.smets.mam.secure.internal.certificate.DistinguishedNames;
import uk.smets.mam.secure.internal.certificate.SubjectName;

/**
 * A certificate of the Smart Metering Key Infrastructure (SMKI), with the fields that the MAM needs (clauses 7.2.2 and 7.2.3).
 * File-signing certificates, which the IKI issues under its own authorities, are read in the same way. Any X.509 certificate is
 * accepted; fields that it lacks are empty.
 */
public final class SmkiCertificate {
    private final X509Certificate certificate;
    private final SubjectName subject;

    private SmkiCertificate(X509Certificate certificate) {
        this.certificate = certificate;
        this.subject = SubjectName.of(certificate.getSubjectX500Principal());
    }

    /**
     * {@return an X.509 certificate as an SMKI certificate}
     *
     * @param certificate the certificate
     * @throws IllegalArgumentException if its subject or issuer cannot be decoded
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
     * @param file a file with one certificate
     * @return the certificate
     * @throws IOException if it cannot be read, or does not contain exactly one certificate
     */
    public static SmkiCertificate read(Path file) throws IOException {
        return read(Input.of(requireNonNull(file, "file")));
    }

    /**
     * Reads a certificate in PEM or DER from any input.
     *
     * @param input an input with one certificate
     * @return the certificate
     * @throws IOException if it cannot be read, or does not contain exactly one certificate
     */
    public static SmkiCertificate read(Input input) throws IOException {
        return of(CertificateFile.read(requireNonNull(input, "input")).onlyCertificate());
    }

    /**
     * Parses a certificate in PEM or DER.
     *
     * @param encoded the bytes
     * @return the certificate, or empty if the bytes are not exactly one certificate
     */
    public static Optional<SmkiCertificate> find(byte[] encoded) {
        return CertificateFile.find(requireNonNull(encoded, "encoded"))
                .filter(CertificateFile::isOneCertificate)
                .map(file -> of(file.certificates().get(0)));
    }

    /**
     * Returns the ID of the certificate in a Migration Authorisation (clause 7.2.3).
     *
     * @return the ID, made up of Serial Number and Issuer Name
     * @throws IllegalStateException if the certificate cannot be an SMKI certificate: its serial number is not positive, or has more
     *     than 44 digits
     */
    public CertificateId certificateId() {
        try {
            return new CertificateId(serialNumber(), issuerName());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the certificate cannot be named in a file of the MAM: " + e.getMessage(), e);
        }
    }

    /** {@return the serial number, which the MAM writes in decimal digits; SMKI's have 16 octets} */
    public BigInteger serialNumber() {
        return certificate.getSerialNumber();
    }

    /**
     * {@return the issuer, in the RFC 2253 form that XML Signature uses, {@code CN=Z1,OU=07}} Characters other than printable ASCII
     * are escaped as in RFC 2253, with {@code \} and two hexadecimal digits for each octet of their UTF-8.
     */
    public String issuerName() {
        return DistinguishedNames.text(certificate.getIssuerX500Principal());
    }

    /** {@return the subject, in the form of {@link #issuerName()}} */
    public String subjectName() {
        return DistinguishedNames.text(certificate.getSubjectX500Principal());
    }

    /**
     * Returns the User ID in the subject: its x500UniqueIdentifier (2.5.4.45), a BIT STRING of 8 octets, which devices receive
     * (clause 7.2.2).
     *
     * @return the User ID, or empty if the subject has no User ID of that form
     */
    public Optional<UserId> userId() {
        return subject.userId();
    }

    /**
     * Returns the role of the subject, from its organisational unit.
     *
     * @return the role, or empty if the organisational unit is missing or is not the code of a role
     */
    public Optional<RemotePartyRole> role() {
        return subject.organisationalUnit().flatMap(RemotePartyRole::find);
    }

    /**
     * Returns the permitted uses of the key.
     *
     * @return the uses; empty if the certificate does not restrict them
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

    /** {@return the first instant at which the certificate is valid, to the second} */
    public Instant notBefore() {
        return certificate.getNotBefore().toInstant();
    }

    /** {@return the last instant at which the certificate is valid, to the second} */
    public Instant notAfter() {
        return certificate.getNotAfter().toInstant();
    }

    /**
     * Returns whether an instant is in the validity period, without any other check.
     *
     * @param instant the instant
     * @return true from {@link #notBefore()} to {@link #notAfter()}, both included
     */
    public boolean isValidAt(Instant instant) {
        requireNonNull(instant, "instant");
        return !instant.isBefore(notBefore()) && !instant.isAfter(notAfter());
    }

    /**
     * Returns why the certificate does not fit a place of a row: a different role, a key for a different use, or a time at which it is not
     * valid.
     *
     * @param slot the place
     * @param at when it has to be valid
     * @return a sentence for each problem, with what the place requires; empty if it fits
     */
    public List<String> problemsIn(CertificateSlot slot, Instant at) {
        return List.copyOf(SlotFit.problems(this, requireNonNull(slot, "slot"), requireNonNull(at, "at")));
    }

    /**
     * Returns the places of a row that the certificate fits, by its role and the use of its key (clause 7.2.3): Critical places for
     * digital signatures, Non-Critical ones for key agreement. Its validity period is not checked. An IKI File Signing certificate of
     * a supplier looks like a Critical one; only its issuer, which is not an SMKI authority, distinguishes it.
     *
     * @return the places, in the order of the MAM's tables; empty if the certificate is neither a supplier's nor a network
     *     operator's, its key has a different use, or it has no certificate ID
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

    /** {@return the X.509 certificate} */
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

    /** Returns the subject, the serial number and the issuer. */
    @Override
    public String toString() {
        return subjectName() + " (" + serialNumber() + "," + issuerName() + ")";
    }
}
