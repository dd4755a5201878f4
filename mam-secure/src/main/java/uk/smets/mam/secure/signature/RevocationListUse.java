package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.secure.internal.certificate.DistinguishedNames;
import uk.smets.mam.secure.internal.path.RevocationList;
import uk.smets.mam.secure.internal.path.RevocationRecord;
import uk.smets.mam.secure.smki.SmkiCertificate;

/**
 * What became of a revocation list that the caller gave.
 *
 * @param issuerName the authority that the list names as its issuer, in the form of {@link SmkiCertificate#issuerName()}
 * @param thisUpdate when it was issued
 * @param nextUpdate when the next one is due, where the list says so
 * @param certificates the subjects of the certificates that were looked up in it, in the form of
 *     {@link SmkiCertificate#subjectName()}; empty where it decided nothing
 * @param unusedBecause why it decided nothing; empty where it was used
 */
public record RevocationListUse(
        String issuerName,
        Instant thisUpdate,
        Optional<Instant> nextUpdate,
        List<String> certificates,
        Optional<String> unusedBecause) {
    /**
     * Makes the record.
     *
     * @param issuerName the authority that the list names as its issuer
     * @param thisUpdate when it was issued
     * @param nextUpdate when the next one is due, where the list says so
     * @param certificates the subjects of the certificates that were looked up in it
     * @param unusedBecause why it decided nothing; empty where it was used
     */
    public RevocationListUse {
        requireNonNull(issuerName, "issuerName");
        requireNonNull(thisUpdate, "thisUpdate");
        requireNonNull(nextUpdate, "nextUpdate");
        certificates = List.copyOf(certificates);
        requireNonNull(unusedBecause, "unusedBecause");
    }

    static RevocationListUse of(RevocationRecord.Use use) {
        RevocationList list = use.list();
        return new RevocationListUse(
                DistinguishedNames.text(list.issuer()),
                list.thisUpdate(),
                list.nextUpdate(),
                use.certificates(),
                use.unusedBecause());
    }

    /**
     * Whether any certificate was looked up in the list.
     *
     * @return true where it was used
     */
    public boolean isUsed() {
        return !certificates.isEmpty();
    }
}
