package uk.smets.mam.cli;

import java.util.Optional;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.xlsx.MigrationScheduleResponse;
import uk.smets.mam.xlsx.ScheduleAnswer;

/**
 * A record of a file of answers. The row is known by its number where that is given, else by its MPAN, else by its MPRN.
 *
 * @param isEmpty whether it changes nothing
 */
record AnswerRecord(
        Optional<Integer> row, Optional<Mpan> mpan, Optional<Mprn> mprn, ScheduleAnswer answer, boolean isEmpty) {
    /** The response with this answer. */
    MigrationScheduleResponse giveTo(MigrationScheduleResponse response) {
        if (row.isPresent()) {
            return response.answerRow(row.get(), answer);
        }
        if (mpan.isPresent()) {
            return response.answer(mpan.get(), answer);
        }
        if (mprn.isPresent()) {
            return response.answer(mprn.get(), answer);
        }
        throw new IllegalArgumentException("it does not say which row it answers");
    }
}
