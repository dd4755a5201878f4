package uk.smets.mam.secure.smki;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.NetworkOperatorCertificates;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.internal.primitive.Arguments;
import uk.smets.mam.secure.internal.certificate.CertificateFile;
import uk.smets.mam.secure.internal.certificate.CertificateFolder;

/**
 * The certificates of the parties in a Migration Authorisation, as they come from the SMKI repository. Finds the certificate IDs for
 * a row (clause 7.2.3).
 *
 * <p>A certificate fits a place if {@link SmkiCertificate#problemsIn} finds no problem: the party has the role of the place, its key is
 * for digital signatures in a Critical place or for key agreement in a Non-Critical place, and it is valid. If several certificates
 * of a party fit, as during a renewal, the one that became valid last is used.
 */
public final class SmkiCertificates {
    private static final Comparator<SmkiCertificate> NEWEST =
            Comparator.comparing(SmkiCertificate::notBefore).thenComparing(SmkiCertificate::serialNumber);

    private final List<SmkiCertificate> certificates;

    private SmkiCertificates(List<SmkiCertificate> certificates) {
        this.certificates = certificates;
    }

    /**
     * {@return a set of certificates}
     *
     * @param certificates the certificates, of any parties and roles
     */
    public static SmkiCertificates of(Collection<SmkiCertificate> certificates) {
        return new SmkiCertificates(Arguments.listOf(certificates, "certificates"));
    }

    /**
     * Reads the certificates in a folder. Files may have any name, and are in PEM or DER; each has to be readable completely.
     * Revocation lists in them, sub-folders, and files whose name starts with a dot, are ignored.
     *
     * @param folder the folder
     * @return the certificates, sorted by file name
     * @throws IOException if the folder cannot be read, contains anything but certificates and revocation lists, or no certificate
     */
    public static SmkiCertificates ofFolder(Path folder) throws IOException {
        return of(CertificateFolder.read(requireNonNull(folder, "folder")).requireCertificates(folder).stream()
                .map(SmkiCertificate::of)
                .toList());
    }

    /**
     * Reads the certificates of one file in PEM or DER. Revocation lists in it are ignored.
     *
     * @param file the file
     * @return the certificates in their order; empty if there are only revocation lists
     * @throws IOException if it cannot be read, or a part of it is neither a certificate nor a revocation list
     */
    public static SmkiCertificates ofFile(Path file) throws IOException {
        return ofInput(Input.of(requireNonNull(file, "file")));
    }

    /**
     * Reads the certificates of any input in PEM or DER, as {@link #ofFile} does.
     *
     * @param input the input, of up to 64 MiB
     * @return the certificates in their order; empty if there are only revocation lists
     * @throws IOException if it cannot be read, or a part of it is neither a certificate nor a revocation list
     */
    public static SmkiCertificates ofInput(Input input) throws IOException {
        return of(CertificateFile.read(requireNonNull(input, "input")).certificates().stream()
                .map(SmkiCertificate::of)
                .toList());
    }

    /** {@return all certificates, in the given order} */
    public List<SmkiCertificate> all() {
        return certificates;
    }

    /**
     * {@return the certificates of a supplier, for every device of a row}
     *
     * @param userId the supplier's User ID, as in its certificates
     * @param at when they have to be valid
     * @throws UnsuitableCertificateException if either is missing
     */
    public CertificatePair supplier(UserId userId, Instant at) {
        return pair(CertificateSlot.ESME_SUPPLIER_CRITICAL, CertificateSlot.ESME_SUPPLIER_NON_CRITICAL, userId, at);
    }

    /**
     * {@return the certificates of a network operator}
     *
     * @param userId the network operator's User ID, as in its certificates
     * @param at when they have to be valid
     * @throws UnsuitableCertificateException if either is missing
     */
    public CertificatePair networkOperator(UserId userId, Instant at) {
        return pair(
                CertificateSlot.ESME_NETWORK_OPERATOR_CRITICAL,
                CertificateSlot.ESME_NETWORK_OPERATOR_NON_CRITICAL,
                userId,
                at);
    }

    private CertificatePair pair(CertificateSlot critical, CertificateSlot nonCritical, UserId userId, Instant at) {
        return CertificatePair.of(certificateId(critical, userId, at), certificateId(nonCritical, userId, at));
    }

    /**
     * Returns the certificate IDs of a row.
     *
     * @param parties the User ID of the party for each place to fill; a party may have different User IDs in its Critical and
     *     Non-Critical certificates
     * @param at when the certificates have to be valid
     * @return the certificate IDs; places without a party are empty
     * @throws UnsuitableCertificateException if a party has no certificate that fits its place
     */
    public CertificateIds certificateIds(Map<CertificateSlot, UserId> parties, Instant at) {
        Map<CertificateSlot, UserId> given = Arguments.mapOf(parties, "parties");
        return CertificateIds.of(
                slot -> Optional.ofNullable(given.get(slot)).map(userId -> certificateId(slot, userId, at)));
    }

    /**
     * {@return the ID of the certificate of a party for a place of a row}
     *
     * @param slot the place
     * @param userId the party's User ID, as in its certificate
     * @param at when it has to be valid
     * @throws UnsuitableCertificateException if the party has no certificate that fits; it lists the problems of each
     */
    public CertificateId certificateId(CertificateSlot slot, UserId userId, Instant at) {
        requireNonNull(slot, "slot");
        requireNonNull(at, "at");
        List<SmkiCertificate> held = heldBy(requireNonNull(userId, "userId"));
        return held.stream()
                .filter(certificate -> certificate.problemsIn(slot, at).isEmpty())
                .max(NEWEST)
                .map(SmkiCertificate::certificateId)
                .orElseThrow(() -> unsuitable(slot, userId, held, at));
    }

    private List<SmkiCertificate> heldBy(UserId userId) {
        return certificates.stream()
                .filter(certificate ->
                        certificate.userId().filter(userId::equals).isPresent())
                .toList();
    }

    private static UnsuitableCertificateException unsuitable(
            CertificateSlot slot, UserId userId, List<SmkiCertificate> held, Instant at) {
        List<String> problems = new ArrayList<>();
        for (SmkiCertificate certificate : held) {
            certificate.problemsIn(slot, at).forEach(problem -> problems.add(certificate + ": " + problem));
        }
        return new UnsuitableCertificateException(slot, userId, problems);
    }

    /**
     * Returns the certificates of each distributor, for {@link uk.smets.mam.model.Rule#NETWORK_OPERATOR_MISMATCH}. Certificates do
     * not contain distributor IDs, so the caller has to provide them.
     *
     * @param distributors the distributor IDs (the first two digits of an MPAN) of each network operator, by the User ID in its
     *     certificates
     * @param at when the certificates have to be valid; the result is for documents of that time, so do not keep it for longer than the
     *     certificates are valid
     * @return the certificates of each distributor, Critical and Non-Critical
     * @throws UnsuitableCertificateException if a network operator has no certificate that fits either place, so that its
     *     distributors could not be checked
     */
    public NetworkOperatorCertificates networkOperators(Map<UserId, Set<Integer>> distributors, Instant at) {
        Arguments.listOf(requireNonNull(distributors, "distributors").keySet(), "distributors");
        Arguments.listOf(distributors.values(), "distributors");
        requireNonNull(at, "at");
        Map<Integer, Set<CertificateId>> byDistributor = new HashMap<>();
        distributors.forEach((userId, ids) -> {
            Set<CertificateId> known = networkOperatorIds(userId, at);
            Arguments.setOf(ids, "distributors")
                    .forEach(id -> byDistributor
                            .computeIfAbsent(id, none -> new HashSet<>())
                            .addAll(known));
        });
        return NetworkOperatorCertificates.of(byDistributor);
    }

    /**
     * Reads the certificates of each distributor, for {@link uk.smets.mam.model.Rule#NETWORK_OPERATOR_MISMATCH}, from a folder in
     * which the name of each file or sub-folder starts with a distributor ID, the first two digits of an MPAN: {@code 10.pem},
     * {@code 13_critical.cer}, or the folder {@code 20} with any certificate files. Several may have the same distributor ID. Names that
     * start with a dot, and certificates that are not valid at the given time, are ignored.
     *
     * @param folder the folder
     * @param at when the certificates have to be valid; the result is for documents of that time, so do not keep it for longer than the
     *     certificates are valid
     * @return the certificates of each distributor, Critical and Non-Critical
     * @throws IOException if the folder cannot be read, a name in it does not start with two digits, a file contains anything but
     *     certificates and revocation lists, a certificate is not a network operator's, or a distributor has no valid certificate
     */
    public static NetworkOperatorCertificates networkOperatorsOfFolder(Path folder, Instant at) throws IOException {
        return NetworkOperatorFolder.read(requireNonNull(folder, "folder"), requireNonNull(at, "at"));
    }

    private Set<CertificateId> networkOperatorIds(UserId userId, Instant at) {
        CertificateSlot critical = CertificateSlot.ESME_NETWORK_OPERATOR_CRITICAL;
        CertificateSlot nonCritical = CertificateSlot.ESME_NETWORK_OPERATOR_NON_CRITICAL;
        Set<CertificateId> known = new HashSet<>();
        List<SmkiCertificate> held = heldBy(userId);
        for (SmkiCertificate certificate : held) {
            if (certificate.problemsIn(critical, at).isEmpty()
                    || certificate.problemsIn(nonCritical, at).isEmpty()) {
                known.add(certificate.certificateId());
            }
        }
        if (known.isEmpty()) {
            throw unsuitable(critical, userId, held, at);
        }
        return known;
    }
}
