package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.internal.primitive.Arguments;
import uk.smets.mam.secure.internal.certificate.CertificateFolder;
import uk.smets.mam.secure.internal.path.CertificatePaths;
import uk.smets.mam.secure.internal.path.RevocationList;
import uk.smets.mam.secure.internal.path.TrustRules;
import uk.smets.mam.secure.key.DigestAlgorithm;

/**
 * The trust settings of a verification. All come from the caller; the file that is verified does not contribute any.
 *
 * <p>Use the authorities of the IKI as anchors, which issues file-signing certificates (clause 3, item 5), not those of the SMKI:
 * under an SMKI anchor, any organisation's certificate for digital signatures could sign a file.
 *
 * <p>It has no time: a {@link FileVerifier} compares certificates and revocation lists with its clock whenever it verifies a file. So
 * trust may be kept for as long as its revocation lists are current.
 *
 * <p>Immutable: each {@code with…} method returns a new object.
 */
public final class Trust {
    /**
     * The default maximum size of a signed file and of its signature, in bytes: 1 MiB. A password file has less than a kilobyte, and
     * a signature with three certificates two or three.
     */
    public static final int DEFAULT_MAX_SIZE = 1 << 20;

    private final TrustRules rules;

    private Trust(TrustRules rules) {
        this.rules = rules;
    }

    /**
     * Returns trust in every certificate that the given authorities issued.
     *
     * @param anchors their certificates, self-signed or not; a signer's own certificate among them is trusted by itself. Anchors too
     *     have to be valid, and must not be on a given revocation list
     * @return the trust, without revocation lists
     * @throws IllegalArgumentException if there are no anchors
     */
    public static Trust of(Collection<X509Certificate> anchors) {
        List<X509Certificate> given = Arguments.listOf(anchors, "anchors");
        if (given.isEmpty()) {
            throw new IllegalArgumentException("anchors: at least one");
        }
        return new Trust(TrustRules.of(given));
    }

    /**
     * Returns a trust without anchors, for senders who check a signature but not the signer: the verdict is at best
     * {@link Verdict#INDETERMINATE}.
     *
     * @return the trust, without anchors
     */
    public static Trust withoutAnchors() {
        return new Trust(TrustRules.of(List.of()));
    }

    /**
     * Returns trust in the roots in a folder: its self-signed certificates are anchors, its other certificates may be part of a path,
     * and all its revocation lists are used.
     *
     * <p>Files may have any name, and are in PEM or DER; each has to be readable completely. Sub-folders, and files whose name starts
     * with a dot, are ignored.
     *
     * @param folder the folder
     * @return the trust
     * @throws IOException if the folder cannot be read, has no self-signed certificate, or contains anything but certificates and
     *     complete revocation lists
     */
    public static Trust ofFolder(Path folder) throws IOException {
        return ofFolder(folder, List.of());
    }

    /**
     * {@return trust in the given certificates and in the roots in a folder, if there are any: for callers who have the certificate
     * of an issuing authority but no root}
     *
     * @param folder the folder, read as by {@link #ofFolder(Path)}
     * @param anchors certificates to trust although they are not self-signed
     * @throws IOException if the folder cannot be read, there is no anchor in it or among those given, or it contains anything but
     *     certificates and complete revocation lists
     */
    public static Trust ofFolder(Path folder, Collection<X509Certificate> anchors) throws IOException {
        List<X509Certificate> given = Arguments.listOf(anchors, "anchors");
        return of(CertificateFolder.read(requireNonNull(folder, "folder")), given, folder.toString());
    }

    /**
     * {@return trust in the given certificates and in the roots of the given files, which are read as those of a folder: for callers who
     * have the files in memory, as a resource, or in a database}
     *
     * @param files files in PEM or DER, each of up to 64 MiB
     * @param anchors certificates to trust although they are not self-signed; may be empty if there is a root
     * @throws IOException if a file cannot be read, there is no anchor among the certificates, or a file contains anything but certificates
     *     and complete revocation lists
     */
    public static Trust ofInputs(Collection<Input> files, Collection<X509Certificate> anchors) throws IOException {
        List<Input> inputs = Arguments.listOf(files, "files");
        List<X509Certificate> given = Arguments.listOf(anchors, "anchors");
        return of(CertificateFolder.read(inputs), given, "the files");
    }

    private static Trust of(CertificateFolder files, List<X509Certificate> anchors, String place) throws IOException {
        Set<X509Certificate> trusted = new LinkedHashSet<>(anchors);
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
                    place + ": no trust anchor in it, as no certificate in it is self-signed. Add the root's"
                            + " certificate, or name an anchor explicitly");
        }
        try {
            return of(trusted).withIntermediates(others).withRevocationLists(files.revocationLists());
        } catch (IllegalArgumentException e) {
            throw new IOException(place + ": " + e.getMessage(), e);
        }
    }

    /**
     * {@return this trust with more certificates that may be part of a path} They are not trusted themselves.
     *
     * @param certificates certificates of authorities, or of signers if the layout does not include them
     */
    public Trust withIntermediates(Collection<X509Certificate> certificates) {
        return new Trust(rules.withIntermediates(Arguments.listOf(certificates, "certificates")));
    }

    /**
     * {@return this trust with more revocation lists} Only these lists are used: addresses in certificates are never opened, and
     * lists in a signature are ignored. If there is a list of an authority, each certificate that the authority issued is checked; if
     * none of its lists is current, about the certificate and signed by that authority, the verdict is indeterminate. Of several
     * current lists, the newest is used. A certificate on a list is revoked regardless of the date of its revocation.
     *
     * @param lists complete lists: a delta list alone does not name every revoked certificate
     * @throws IllegalArgumentException if one is a delta list (RFC 5280, 5.2.4), or cannot be read
     */
    public Trust withRevocationLists(Collection<X509CRL> lists) {
        return new Trust(rules.withRevocationLists(Arguments.listOf(lists, "lists").stream()
                .map(RevocationList::of)
                .toList()));
    }

    /**
     * {@return this trust, requiring a revocation list for every certificate of a path, as {@code openssl verify -crl_check_all}
     * does} If one is missing, the verdict is indeterminate. An anchor that is not self-signed needs one only if it is the signer's
     * own.
     */
    public Trust withRevocationListsRequired() {
        return new Trust(rules.withRevocationListsRequired());
    }

    /**
     * {@return this trust, requiring that a CMS signature names its certificate in a signed attribute (RFC 5035), as this library's
     * signatures do} By default a signature without the attribute is accepted, as standard tools write it; one that names a different
     * certificate, or names it by SHA-1, is never accepted.
     */
    public Trust withSigningCertificateRequired() {
        return new Trust(rules.withSigningCertificateRequired());
    }

    /**
     * {@return this trust with fewer digests}
     *
     * @param allowed the digests that a signature, and each certificate below the trust anchor, may use
     * @throws IllegalArgumentException if no digest is given
     */
    public Trust withDigests(Set<DigestAlgorithm> allowed) {
        Set<DigestAlgorithm> digests = Arguments.setOf(allowed, "allowed");
        if (digests.isEmpty()) {
            throw new IllegalArgumentException("allowed: at least one digest");
        }
        return new Trust(rules.withDigests(digests));
    }

    /**
     * {@return this trust with a different size limit}
     *
     * @param bytes the maximum size of the signed file and of its signature, 1 byte to 1 GiB
     * @throws IllegalArgumentException if the limit is out of range
     */
    public Trust withMaxSize(int bytes) {
        if (bytes < 1 || bytes > 1 << 30) {
            throw new IllegalArgumentException("bytes: 1 to 1,073,741,824; got " + bytes);
        }
        return new Trust(rules.withMaxSize(bytes));
    }

    TrustRules rules() {
        return rules;
    }
}
