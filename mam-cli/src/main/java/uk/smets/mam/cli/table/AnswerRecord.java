package uk.smets.mam.cli.table;

import java.util.Optional;
import java.util.OptionalInt;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.ScheduleRowKey;
import uk.smets.mam.xlsx.MigrationScheduleResponse;

/**
 * A record of a file of answers. Its row is that which has all of the number, the MPAN and the MPRN that are given.
 *
 * @param isEmpty whether it changes nothing
 */
public record AnswerRecord(OptionalInt row, Optional<Mpan> mpan, Optional<Mprn> mprn, ScheduleAnswer answer, boolean isEmpty) {
    /** The response with this answer, which is written in a line. */
    MigrationScheduleResponse giveTo(MigrationScheduleResponse response, Location.Line line) {
        if (row.isEmpty() && mpan.isEmpty() && mprn.isEmpty()) {
            throw new IllegalArgumentException("nothing names the row that is answered: give its Row, MPAN or MPRN");
        }
        return response.answer(new ScheduleRowKey(row, mpan, mprn, Optional.of(line)), answer);
    }
}
