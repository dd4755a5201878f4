package uk.smets.mam.secure.signature;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.smets.mam.secure.internal.certificate.CertificateFolder;
import uk.smets.mam.secure.internal.path.CertificatePaths;
import uk.smets.mam.secure.internal.path.RevocationList;
import uk.smets.mam.secure.internal.path.TrustSettings;
import uk.smets.mam.secure.key.DigestAlgorithm;

/**
 * What a verification believes: all of it comes from the caller, and nothing from the file that is verified.
 *
 * <p>Anchors are the authorities of the IKI, which issues file-signing certificates (clause 3, item 5), and not those of the SMKI: under
 * an anchor of the SMKI any organisation's certificate for digital signatures could sign a file.
 *
 * <p>Immutable; each setting gives a new one.
 */
public final class Trust {
    /**
     * How large a signed file and its signature may each be, unless the caller says otherwise: 1 MiB. A password file has less than
     * a kilobyte, its signature with three certificates two or three.
     */
    public static final int DEFAULT_MAX_SIZE = 1 << 20;

    private final TrustSettings settings;

    private Trust(TrustSettings settings) {
        this.settings = settings;
    }

    /**
     * Trust in everything that these authorities issued.
     *
     * @param anchors their certificates, self-signed or not, each of which the caller trusts by naming it; a signer's own
     *     certificate among them is trusted by itself. They too have to be valid, and on no revocation list that is given
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
        return new Trust(TrustSettings.of(given, time));
    }

    /**
     * Returns trust in nobody, for a sender who checks whether a signature holds and not whose it is: the verdict is at best
     * {@link Verdict#INDETERMINATE}.
     *
     * @param time the time at which certificates have to be valid
     * @return the trust, without anchors
     */
    public static Trust inNobody(Instant time) {
        return new Trust(TrustSettings.of(List.of(), requireNonNull(time, "time")));
    }

    /**
     * Trust in the roots of a folder: its self-signed certificates are anchors, the others are certificates that paths may go
     * through, and every revocation list in it is used.
     *
     * <p>Files are read whatever their names, in PEM or DER; each has to be readable as a whole. Sub-folders, and files whose name
     * starts with a dot, are ignored.
     *
     * @param folder the folder
     * @param time the time at which certificates have to be valid: when the file was received
     * @return the trust
     * @throws IOException where the folder can't be read, has no self-signed certificate, or holds anything else than certificates
     *     and complete revocation lists
     */
    public static Trust ofFolder(Path folder, Instant time) throws IOException {
        return ofFolder(folder, List.of(), time);
    }

    /**
     * Trust in certificates that the caller names, and in the roots of a folder, if it has any: for those who were given the
     * certificate of an issuing authority, and no root.
     *
     * @param folder the folder, read as by {@link #ofFolder(Path, Instant)}
     * @param anchors certificates that are trusted although they are not self-signed
     * @param time the time at which certificates have to be valid: when the file was received
     * @return the trust
     * @throws IOException where the folder can't be read, there is no anchor in it nor among those named, or it holds anything else
     *     than certificates and complete revocation lists
     */
    public static Trust ofFolder(Path folder, Collection<X509Certificate> anchors, Instant time) throws IOException {
        Set<X509Certificate> trusted = new LinkedHashSet<>(requireNonNull(anchors, "anchors"));
        CertificateFolder files = CertificateFolder.read(requireNonNull(folder, "folder"));
        List<X509Certificate> others = new ArrayList<>();
        for (X509Certificate certificate : files.certificates()) {
            if (CertificatePaths.isSelfSigned(certificate)) {
                trusted.add(certificate);
            } else {
                others.add(certificate);
            }
        }
        if (trusted.isEmpty()) {
            throw new IOException(
                    folder + ": no trust anchor in it, as no certificate in it is self-signed. Add the root's"
                            + " certificate, or name an anchor explicitly");
        }
        try {
            return of(trusted, time).intermediates(others).revocationLists(files.revocationLists());
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
        return new Trust(settings.withIntermediates(requireNonNull(certificates, "certificates")));
    }

    /**
     * The same trust with more revocation lists. No other lists are used: no address in a certificate is ever opened, and lists that
     * come with a signature are ignored. What an authority issued is checked where a list of that authority is given; where none of
     * these is current, about the certificate and signed by that authority, the verdict stays open. Of several current lists the
     * newest counts. A certificate on a list is revoked whenever that was, before or after the signing.
     *
     * @param lists the lists, complete ones: a delta list alone does not say who was revoked
     * @return the new trust
     * @throws IllegalArgumentException where one is a delta list (RFC 5280, 5.2.4), or can't be read
     */
    public Trust revocationLists(Collection<X509CRL> lists) {
        return new Trust(settings.withRevocationLists(
                requireNonNull(lists, "lists").stream().map(RevocationList::of).toList()));
    }

    /**
     * The same trust, for which every certificate of a path needs a revocation list, as for {@code openssl verify -crl_check_all};
     * where one is missing, the verdict stays open. An anchor that is not self-signed needs one only where it is the signer's own.
     *
     * @return the new trust
     */
    public Trust requiringRevocationLists() {
        return new Trust(settings.withRevocationListsRequired());
    }

    /**
     * The same trust, for which a CMS signature has to name its certificate in a signed attribute (RFC 5035), as the library's own do.
     * Without this a signature that names none is taken, as standard tools write them; one that names another certificate, or
     * names it by SHA-1, never is.
     *
     * @return the new trust
     */
    public Trust requiringSigningCertificate() {
        return new Trust(settings.withSigningCertificateRequired());
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
        return new Trust(settings.withDigests(allowed));
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
        return new Trust(settings.withMaxSize(bytes));
    }

    TrustSettings settings() {
        return settings;
    }
}
