package uk.smets.mam.xlsx.internal.respond;

import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.ScheduleRowKey;

/**
 * What the row of an answer is looked up by: its number where that is given, or else its MPAN, or else its MPRN.
 *
 * @param kind what it is
 * @param number the digits of the meter point, of which leading zeros do not count, or the number of the row
 */
public record AnswerKey(Kind kind, long number) {
    /** What names a row. */
    enum Kind {
        MPAN("its MPAN"),
        MPRN("its MPRN"),
        ROW("its row number");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What it is called in messages. */
        String words() {
            return words;
        }
    }

    /** That of an answer. */
    static AnswerKey of(ScheduleRowKey row) {
        return row.number().isPresent()
                ? ofRow(row.number().getAsInt())
                : row.mpan().map(AnswerKey::of).orElseGet(() -> of(row.mprn().orElseThrow()));
    }

    static AnswerKey of(Mpan mpan) {
        return new AnswerKey(Kind.MPAN, mpan.number());
    }

    static AnswerKey of(Mprn mprn) {
        return new AnswerKey(Kind.MPRN, mprn.number());
    }

    static AnswerKey ofRow(int row) {
        return new AnswerKey(Kind.ROW, row);
    }
}
