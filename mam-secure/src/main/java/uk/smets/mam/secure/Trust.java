package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a verification believes: all of it comes from the caller, and nothing from the file that is verified.
 *
 * <p>Immutable; each setting gives a new one.
 */
public final class Trust {
    /**
     * How large a signed file and its signature may each be, unless the caller says otherwise: 1 MiB. A password file has less than
     * a kilobyte, its signature with three certificates two or three.
     */
    public static final int DEFAULT_MAX_SIZE = 1 << 20;

    private static final String DELTA_INDICATOR = "2.5.29.27";

    private final List<X509Certificate> anchors;
    private final Instant time;
    private final List<X509Certificate> intermediates;
    private final List<X509CRL> revocationLists;
    private final boolean everyCertificate;
    private final boolean signingCertificate;
    private final Set<DigestAlgorithm> digests;
    private final int maxSize;

    private Trust(
            List<X509Certificate> anchors,
            Instant time,
            List<X509Certificate> intermediates,
            List<X509CRL> revocationLists,
            boolean everyCertificate,
            boolean signingCertificate,
            Set<DigestAlgorithm> digests,
            int maxSize) {
        this.anchors = anchors;
        this.time = time;
        this.intermediates = intermediates;
        this.revocationLists = revocationLists;
        this.everyCertificate = everyCertificate;
        this.signingCertificate = signingCertificate;
        this.digests = digests;
        this.maxSize = maxSize;
    }

    /**
     * Trust in everything that these authorities issued.
     *
     * @param anchors their certificates; a signer's own certificate among them is trusted by itself
     * @param time the time at which certificates have to be valid: when the file was received
     * @return the trust, without revocation lists
     * @throws IllegalArgumentException where there are no anchors
     */
    public static Trust of(Collection<X509Certificate> anchors, Instant time) {
        List<X509Certificate> given = List.copyOf(requireNonNull(anchors, "anchors"));
        requireNonNull(time, "time");
        if (given.isEmpty()) {
            throw new IllegalArgumentException("anchors: at least one");
        }
        return new Trust(
                given,
                time,
                List.of(),
                List.of(),
                false,
                false,
                EnumSet.allOf(DigestAlgorithm.class),
                DEFAULT_MAX_SIZE);
    }

    /**
     * Trust in every certificate of a folder, checked against every revocation list in it. Files in PEM or DER are taken, whatever
     * their names; the folders in it are not looked into.
     *
     * @param folder the folder
     * @param time the time at which certificates have to be valid: when the file was received
     * @return the trust
     * @throws IOException where the folder can't be read, holds a file that is neither certificate nor revocation list, a delta list, or
     *     no certificate
     */
    public static Trust ofFolder(Path folder, Instant time) throws IOException {
        CertificateFolder files = CertificateFolder.read(requireNonNull(folder, "folder"));
        try {
            return of(files.certificates(), time).revocationLists(files.revocationLists());
        } catch (IllegalArgumentException e) {
            throw new IOException(folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * The same trust with more certificates that paths may go through. They are not trusted themselves.
     *
     * @param certificates certificates of authorities, or of signers where the layout names them only
     * @return the new trust
     */
    public Trust intermediates(Collection<X509Certificate> certificates) {
        List<X509Certificate> all = new ArrayList<>(intermediates);
        all.addAll(requireNonNull(certificates, "certificates"));
        return new Trust(
                anchors,
                time,
                List.copyOf(all),
                revocationLists,
                everyCertificate,
                signingCertificate,
                digests,
                maxSize);
    }

    /**
     * The same trust with more revocation lists. What an authority issued is checked where a list of that authority is given; a list
     * that is out of date, or that the authority did not sign, leaves the verdict open.
     *
     * @param lists the lists, complete ones: a delta list alone does not say who was revoked
     * @return the new trust
     * @throws IllegalArgumentException where one is a delta list (RFC 5280, 5.2.4)
     */
    public Trust revocationLists(Collection<X509CRL> lists) {
        List<X509CRL> all = new ArrayList<>(revocationLists);
        for (X509CRL list : requireNonNull(lists, "lists")) {
            if (list.getExtensionValue(DELTA_INDICATOR) != null) {
                throw new IllegalArgumentException(
                        "lists: that of " + DistinguishedNames.text(list.getIssuerX500Principal())
                                + " is a delta list; give the complete one");
            }
            all.add(list);
        }
        return new Trust(
                anchors, time, intermediates, List.copyOf(all), everyCertificate, signingCertificate, digests, maxSize);
    }

    /**
     * The same trust, for which every certificate below the trust anchor has to be on the safe side of a revocation list; where the
     * list is missing, the verdict stays open.
     *
     * @return the new trust
     */
    public Trust requiringRevocationLists() {
        return new Trust(anchors, time, intermediates, revocationLists, true, signingCertificate, digests, maxSize);
    }

    /**
     * The same trust, for which a CMS signature has to name its certificate in a signed attribute (RFC 5035), as the library's own do.
     * Without this a signature that names none is taken, as standard tools write them; one that names another certificate, or
     * names it by SHA-1, never is.
     *
     * @return the new trust
     */
    public Trust requiringSigningCertificate() {
        return new Trust(anchors, time, intermediates, revocationLists, everyCertificate, true, digests, maxSize);
    }

    /**
     * The same trust with fewer digests.
     *
     * @param allowed those that a signature, and each certificate below the trust anchor, may be made over
     * @return the new trust
     * @throws IllegalArgumentException where there are none
     */
    public Trust digests(Set<DigestAlgorithm> allowed) {
        if (requireNonNull(allowed, "allowed").isEmpty()) {
            throw new IllegalArgumentException("allowed: at least one digest");
        }
        return new Trust(
                anchors,
                time,
                intermediates,
                revocationLists,
                everyCertificate,
                signingCertificate,
                EnumSet.copyOf(allowed),
                maxSize);
    }

    /**
     * The same trust with another limit on what is read.
     *
     * @param bytes how large the signed file and its signature may each be, 1 byte to 1 GiB
     * @return the new trust
     * @throws IllegalArgumentException where it is out of that range
     */
    public Trust maxSize(int bytes) {
        if (bytes < 1 || bytes > 1 << 30) {
            throw new IllegalArgumentException("bytes: 1 to 1,073,741,824; got " + bytes);
        }
        return new Trust(
                anchors, time, intermediates, revocationLists, everyCertificate, signingCertificate, digests, bytes);
    }

    List<X509Certificate> anchors() {
        return anchors;
    }

    Instant time() {
        return time;
    }

    List<X509Certificate> intermediates() {
        return intermediates;
    }

    List<X509CRL> revocationLists() {
        return revocationLists;
    }

    boolean requiresRevocationLists() {
        return everyCertificate;
    }

    boolean requiresSigningCertificate() {
        return signingCertificate;
    }

    boolean allows(DigestAlgorithm digest) {
        return digests.contains(digest);
    }

    Set<DigestAlgorithm> digests() {
        return Collections.unmodifiableSet(digests);
    }

    int maxSize() {
        return maxSize;
    }
}
