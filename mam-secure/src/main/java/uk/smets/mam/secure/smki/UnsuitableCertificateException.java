package uk.smets.mam.secure.smki;

import static java.util.Objects.requireNonNull;

import java.util.List;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.UserId;

/** A party has no certificate that fits a place of a row. The exception lists the problems of each of its certificates. */
public final class UnsuitableCertificateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final CertificateSlot slot;
    private final UserId userId;
    private final String[] problems;

    UnsuitableCertificateException(CertificateSlot slot, UserId userId, List<String> problems) {
        super(describe(requireNonNull(slot, "slot"), requireNonNull(userId, "userId"), problems));
        this.slot = slot;
        this.userId = userId;
        this.problems = problems.toArray(String[]::new);
    }

    private static String describe(CertificateSlot slot, UserId userId, List<String> problems) {
        String wanted = "no certificate of User ID " + userId + " fits " + slot.title() + ": ";
        return wanted
                + (problems.isEmpty()
                        ? "there is no certificate with that User ID; add one from the SMKI repository"
                        : String.join("; ", problems));
    }

    /** {@return the place to fill} */
    public CertificateSlot slot() {
        return slot;
    }

    /** {@return the party's User ID} */
    public UserId userId() {
        return userId;
    }

    /** {@return a sentence for each problem of the party's certificates; empty if the party has no certificate} */
    public List<String> problems() {
        return List.of(problems);
    }
}
