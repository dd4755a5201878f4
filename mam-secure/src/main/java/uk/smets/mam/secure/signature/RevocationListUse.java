package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.internal.primitive.Arguments;
import uk.smets.mam.secure.internal.certificate.DistinguishedNames;
import uk.smets.mam.secure.internal.path.RevocationList;
import uk.smets.mam.secure.internal.path.RevocationRecord;
import uk.smets.mam.secure.smki.SmkiCertificate;

/**
 * How a verification used one of the caller's revocation lists.
 *
 * @param issuerName the issuer of the list, in the form of {@link SmkiCertificate#issuerName()}
 * @param thisUpdate when it was issued
 * @param nextUpdate when the next one is due, if the list contains it
 * @param certificates the subjects of the certificates that were looked up in it, in the form of
 *     {@link SmkiCertificate#subjectName()}; empty if it was not used
 * @param unusedBecause why it was not used; empty if it was
 */
public record RevocationListUse(
        String issuerName,
        Instant thisUpdate,
        Optional<Instant> nextUpdate,
        List<String> certificates,
        Optional<String> unusedBecause) {
    /**
     * Creates the record.
     *
     * @param issuerName the issuer of the list
     * @param thisUpdate when it was issued
     * @param nextUpdate when the next one is due
     * @param certificates the subjects of the certificates that were looked up in it
     * @param unusedBecause why it was not used
     */
    public RevocationListUse {
        requireNonNull(issuerName, "issuerName");
        requireNonNull(thisUpdate, "thisUpdate");
        requireNonNull(nextUpdate, "nextUpdate");
        certificates = Arguments.listOf(certificates, "certificates");
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
     * Returns whether any certificate was looked up in the list.
     *
     * @return true if the list was used
     */
    public boolean isUsed() {
        return !certificates.isEmpty();
    }
}
