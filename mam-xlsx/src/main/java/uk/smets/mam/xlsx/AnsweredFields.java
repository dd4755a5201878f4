package uk.smets.mam.xlsx;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.internal.CertificateFields;

/**
 * What an answer makes of the yellow fields of a row.
 *
 * @param answered a bit for each field that it fills or empties, by the field's index
 * @param priority whether it asks for a Priority
 * @param slots a bit for each certificate among them
 * @param ids the certificates that it gives
 * @param fields the certificate fields that it fills
 */
record AnsweredFields(long answered, boolean priority, int slots, CertificateIds ids, CertificateFields fields) {
    private static final CertificateSlot[] SLOTS = CertificateSlot.values();

    /** Those of an answer in a row of a kind. */
    static AnsweredFields of(ScheduleAnswer answer, boolean mpanGiven, boolean mprnGiven) {
        int first = MigrationScheduleTable.FIRST_CERTIFICATE;
        long answered = answer.givenPriority().isPresent() ? 1L << first - 1 : 0;
        int slots = 0;
        for (CertificateSlot slot : SLOTS) {
            if (answer.changes(slot, mpanGiven, mprnGiven)) {
                slots |= 1 << slot.ordinal();
                answered |= 3L << first + 2 * slot.ordinal();
            }
        }
        int changed = slots;
        CertificateIds given = answer.givenCertificates();
        CertificateIds ids =
                CertificateIds.of(slot -> isSet(changed, slot) ? given.get(slot) : Optional.<CertificateId>empty());
        return new AnsweredFields(
                answered, answer.givenPriority().orElse(false), slots, ids, CertificateFields.of(ids));
    }

    private static boolean isSet(int bits, CertificateSlot slot) {
        return (bits & 1 << slot.ordinal()) != 0;
    }

    /** A bit for each field that it fills, by the field's index. */
    long filled() {
        int first = MigrationScheduleTable.FIRST_CERTIFICATE;
        long filled = priority ? 1L << first - 1 : 0;
        for (CertificateSlot slot : SLOTS) {
            filled |= isSet(fields.serials(), slot) ? 3L << first + 2 * slot.ordinal() : 0;
        }
        return filled;
    }

    /** The certificates of a row that had some before. */
    CertificateIds idsOver(CertificateIds before) {
        return before.equals(CertificateIds.NONE)
                ? ids
                : CertificateIds.of(slot -> isSet(slots, slot) ? ids.get(slot) : before.get(slot));
    }

    /** The certificate fields of a row in which some were filled before. */
    CertificateFields fieldsOver(CertificateFields before) {
        CertificateFields kept = before.only(~slots);
        return new CertificateFields(
                kept.serials() | fields.serials(), kept.issuers() | fields.issuers(), kept.loneIssuers());
    }

    /** Rows have few answers: what each makes is worked out once. */
    static final class Cache {
        private static final int MOST_KEPT = 1_024;

        private record Key(ScheduleAnswer answer, boolean mpanGiven, boolean mprnGiven) {}

        private final Map<Key, AnsweredFields> kept = new HashMap<>();

        AnsweredFields of(ScheduleAnswer answer, boolean mpanGiven, boolean mprnGiven) {
            if (kept.size() == MOST_KEPT) {
                kept.clear();
            }
            return kept.computeIfAbsent(
                    new Key(answer, mpanGiven, mprnGiven), key -> AnsweredFields.of(answer, mpanGiven, mprnGiven));
        }
    }
}
