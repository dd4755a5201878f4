package uk.smets.mam.xlsx.internal.respond;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.rule.CertificateFields;
import uk.smets.mam.xlsx.internal.document.Column;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;

/** What an answer makes of the yellow fields of a row. */
public final class AnsweredFields {
    private static final CertificateSlot[] SLOTS = CertificateSlot.values();
    private static final byte[] NOTHING = {};

    private final long answered;
    private final int slots;
    private final CertificateIds ids;
    private final CertificateFields fields;
    private final byte[][] texts;

    private AnsweredFields(long answered, int slots, boolean priority, CertificateIds ids) {
        this.answered = answered;
        this.slots = slots;
        this.ids = ids;
        fields = CertificateFields.of(ids);
        texts = texts(MigrationScheduleRow.builder()
                .priority(priority)
                .certificateIds(ids)
                .build());
    }

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
        return new AnsweredFields(answered, slots, answer.givenPriority().orElse(false), ids);
    }

    private static byte[][] texts(MigrationScheduleRow row) {
        FieldOutput out = new FieldOutput(64);
        byte[][] texts = new byte[MigrationScheduleTable.NOTIFICATION.columns().size()][];
        for (Column<MigrationScheduleRow, ?, ?> column : MigrationScheduleTable.NOTIFICATION.columns()) {
            out.truncate(0);
            if (column.isResponse()) {
                column.write(row, out);
            }
            texts[column.index()] = out.size() == 0 ? NOTHING : Arrays.copyOf(out.array(), out.size());
        }
        return texts;
    }

    /** A bit for each field that it fills or empties, by the field's index. */
    long answered() {
        return answered;
    }

    /** Whether it fills or empties a field. */
    boolean contains(int field) {
        return (answered & 1L << field) != 0;
    }

    /** What it makes of a field that it fills or empties, in UTF-8; of no length where it empties it. */
    byte[] text(int field) {
        return texts[field];
    }

    private static boolean isSet(int bits, CertificateSlot slot) {
        return (bits & 1 << slot.ordinal()) != 0;
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
