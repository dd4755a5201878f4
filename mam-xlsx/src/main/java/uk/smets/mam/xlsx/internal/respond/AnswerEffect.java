package uk.smets.mam.xlsx.internal.respond;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.rule.CertificateFields;
import uk.smets.mam.xlsx.internal.document.Column;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;
import uk.smets.mam.xlsx.internal.sheet.YellowColumn;
import uk.smets.mam.xlsx.internal.xml.InlineText;

/**
 * The effect of an answer on the yellow fields of a row. It depends only on the answer and on which meter points the row has, so it is
 * computed once for all such rows, and used to check the row, find obstacles and write the cells.
 */
final class AnswerEffect {
    private static final CertificateSlot[] SLOTS = CertificateSlot.values();
    private static final byte[] NOTHING = {};

    private final long answered;
    private final int slots;
    private final CertificateIds ids;
    private final CertificateFields fields;
    private final byte[][] texts;
    private byte @Nullable [] @Nullable [] contents;

    private AnswerEffect(long answered, int slots, boolean priority, CertificateIds ids) {
        this.answered = answered;
        this.slots = slots;
        this.ids = ids;
        fields = CertificateFields.of(ids);
        texts = texts(MigrationScheduleRow.builder()
                .priority(priority)
                .certificateIds(ids)
                .build());
    }

    /** Returns the effect of an answer on rows with the given kinds of meter point. */
    static AnswerEffect of(ScheduleAnswer answer, boolean mpanGiven, boolean mprnGiven) {
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
        return new AnswerEffect(answered, slots, answer.givenPriority().orElse(false), ids);
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

    /** Returns the fields that are filled or cleared: a bit for each, by the field's index. */
    long answered() {
        return answered;
    }

    /** Returns whether a field is filled or cleared. */
    boolean contains(int field) {
        return (answered & 1L << field) != 0;
    }

    /** Returns the new text of a field in UTF-8, empty if the field is cleared. */
    byte[] text(int field) {
        return texts[field];
    }

    /**
     * Returns the contents of a row's yellow cells as encoded by {@link InlineText}. The result is cached, so every call must pass the
     * columns and encoding of the same sheet.
     *
     * @param columns the yellow columns of the sheet
     * @param encoding encodes the texts
     * @return for each column the rest of the cell from its attribute {@code t} on, or null if the cell does not change
     */
    byte[] @Nullable [] contents(List<YellowColumn> columns, InlineText encoding) {
        byte @Nullable [] @Nullable [] encoded = contents;
        if (encoded == null) {
            encoded = columns.stream()
                    .map(column -> contains(column.field().index())
                            ? encoding.encode(text(column.field().index()))
                            : null)
                    .toArray(byte[][]::new);
            contents = encoded;
        }
        return encoded;
    }

    private static boolean isSet(int bits, CertificateSlot slot) {
        return (bits & 1 << slot.ordinal()) != 0;
    }

    /** Returns the new certificates of a row. */
    CertificateIds idsOver(CertificateIds before) {
        return before.equals(CertificateIds.NONE)
                ? ids
                : CertificateIds.of(slot -> isSet(slots, slot) ? ids.get(slot) : before.get(slot));
    }

    /** Returns the certificate fields of a row that are filled after the answer. */
    CertificateFields fieldsOver(CertificateFields before) {
        CertificateFields kept = before.only(~slots);
        return new CertificateFields(
                kept.serials() | fields.serials(), kept.issuers() | fields.issuers(), kept.loneIssuers());
    }

    /** A cache of the effects of recent answers; few of them differ. */
    static final class Cache {
        /** Limits the memory for a response in which every row has its own certificates. */
        private static final int MOST_KEPT = 1_024;

        private record Key(ScheduleAnswer answer, boolean mpanGiven, boolean mprnGiven) {}

        private final Map<Key, AnswerEffect> kept = new HashMap<>();

        AnswerEffect of(ScheduleAnswer answer, boolean mpanGiven, boolean mprnGiven) {
            if (kept.size() == MOST_KEPT) {
                kept.clear();
            }
            return kept.computeIfAbsent(
                    new Key(answer, mpanGiven, mprnGiven), key -> AnswerEffect.of(answer, mpanGiven, mprnGiven));
        }
    }
}
