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
import uk.smets.mam.model.NetworkOperatorCertificates;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.internal.certificate.CertificateFile;
import uk.smets.mam.secure.internal.certificate.CertificateFolder;

/**
 * The certificates of the parties that a Migration Authorisation names, as they come from the SMKI repository, and the certificate
 * IDs of a row picked from them (clause 7.2.3).
 *
 * <p>A certificate fits a place where {@link SmkiCertificate#problemsIn} finds nothing: the party's role is that of the place, its
 * key is for digital signatures where the place is Critical and for key agreement where it is Non-Critical, and it is valid. Where
 * several of a party fit, as in the weeks of a renewal, the one that became valid last is taken.
 */
public final class SmkiCertificates {
    private static final Comparator<SmkiCertificate> NEWEST =
            Comparator.comparing(SmkiCertificate::notBefore).thenComparing(SmkiCertificate::serialNumber);

    private final List<SmkiCertificate> certificates;

    private SmkiCertificates(List<SmkiCertificate> certificates) {
        this.certificates = certificates;
    }

    /**
     * The given certificates.
     *
     * @param certificates the certificates, of any parties and roles
     * @return the set
     */
    public static SmkiCertificates of(Collection<SmkiCertificate> certificates) {
        return new SmkiCertificates(List.copyOf(requireNonNull(certificates, "certificates")));
    }

    /**
     * Reads the certificates of a folder. Files are read whatever their names, in PEM or DER; each has to be readable as a whole.
     * Revocation lists in them, sub-folders, and files whose name starts with a dot, are ignored.
     *
     * @param folder the folder
     * @return the certificates, by the names of their files
     * @throws IOException where the folder can't be read, holds anything else than certificates and revocation lists, or no
     *     certificate
     */
    public static SmkiCertificates ofFolder(Path folder) throws IOException {
        return of(CertificateFolder.read(requireNonNull(folder, "folder")).requireCertificates(folder).stream()
                .map(SmkiCertificate::of)
                .toList());
    }

    /**
     * Reads the certificates of one file in PEM or DER. Revocation lists in it are read, and ignored.
     *
     * @param file the file
     * @return the certificates in their order; none where it holds revocation lists alone
     * @throws IOException where it can't be read, or any part of it is neither certificate nor revocation list
     */
    public static SmkiCertificates ofFile(Path file) throws IOException {
        return of(CertificateFile.read(requireNonNull(file, "file")).certificates().stream()
                .map(SmkiCertificate::of)
                .toList());
    }

    /**
     * All of them.
     *
     * @return the certificates, in the order in which they were given
     */
    public List<SmkiCertificate> all() {
        return certificates;
    }

    /**
     * The certificates of a supplier, for every device of a row.
     *
     * @param userId the supplier's User ID, the one in its certificates
     * @param at when they have to be valid
     * @return the pair
     * @throws UnsuitableCertificateException where either is not among the certificates
     */
    public CertificatePair supplier(UserId userId, Instant at) {
        return pair(CertificateSlot.ESME_SUPPLIER_CRITICAL, CertificateSlot.ESME_SUPPLIER_NON_CRITICAL, userId, at);
    }

    /**
     * The certificates of a network operator.
     *
     * @param userId the network operator's User ID, the one in its certificates
     * @param at when they have to be valid
     * @return the pair
     * @throws UnsuitableCertificateException where either is not among the certificates
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
     * The certificate IDs of a row.
     *
     * @param parties the User ID of the party whose certificate goes into each place that is to be filled; a party may have one User
     *     ID for its Critical and another for its Non-Critical certificate
     * @param at when the certificates have to be valid
     * @return the certificate IDs; places without a party stay empty
     * @throws UnsuitableCertificateException where a party has no certificate that fits its place
     */
    public CertificateIds certificateIds(Map<CertificateSlot, UserId> parties, Instant at) {
        requireNonNull(parties, "parties");
        return CertificateIds.of(
                slot -> Optional.ofNullable(parties.get(slot)).map(userId -> certificateId(slot, userId, at)));
    }

    /**
     * The certificate of a party that goes into a place of a row.
     *
     * @param slot the place
     * @param userId the party's User ID, the one in its certificate
     * @param at when it has to be valid
     * @return the certificate's ID
     * @throws UnsuitableCertificateException where the party has no certificate that fits; it says what is wrong with each that it has
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
     * The list that {@link uk.smets.mam.model.Rule#NETWORK_OPERATOR_MISMATCH} compares with. A certificate does not say for which
     * distributors its holder operates the network: that has to come from the caller.
     *
     * @param distributors the distributor IDs (the first two digits of an MPAN) of each network operator, by the User ID in its
     *     certificates
     * @param at when the certificates have to be valid
     * @return the certificates of each distributor, Critical and Non-Critical alike
     * @throws UnsuitableCertificateException where a network operator has no certificate that fits either place: its distributors would
     *     go unchecked
     */
    public NetworkOperatorCertificates networkOperators(Map<UserId, Set<Integer>> distributors, Instant at) {
        requireNonNull(distributors, "distributors");
        requireNonNull(at, "at");
        Map<Integer, Set<CertificateId>> byDistributor = new HashMap<>();
        distributors.forEach((userId, ids) -> {
            Set<CertificateId> known = networkOperatorIds(userId, at);
            ids.forEach(id ->
                    byDistributor.computeIfAbsent(id, none -> new HashSet<>()).addAll(known));
        });
        return NetworkOperatorCertificates.of(byDistributor);
    }

    /**
     * Reads the list that {@link uk.smets.mam.model.Rule#NETWORK_OPERATOR_MISMATCH} compares with from a folder in which the name of
     * each file or sub-folder starts with a distributor ID, the first two digits of an MPAN: {@code 10.pem}, {@code 13_critical.cer},
     * or the folder {@code 20} with any files of certificates. Several may have the same distributor. Names that start with a dot, and
     * certificates that are not valid at the given time, are ignored.
     *
     * @param folder the folder
     * @param at when the certificates have to be valid
     * @return the certificates of each distributor, Critical and Non-Critical alike
     * @throws IOException where the folder can't be read, a name in it does not start with two digits, a file holds anything else than
     *     certificates and revocation lists, a certificate is not a Network Operator's, or a distributor has no valid certificate: it
     *     would go unchecked
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
