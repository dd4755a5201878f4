package uk.smets.mam.csv.internal.table;

import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.finding.Reporter;

/**
 * Checks the texts of a row in memory, as a reader would. Only an Issuer Name or a Serial Number can have a problem there that no other
 * rule finds: their types accept padded names, and numbers that a spreadsheet has rounded. All other values have one form.
 */
public final class WrittenFields {
    private static final Column<?>[] CERTIFICATES = MigrationAuthorisationTable.BODY.stream()
            .filter(Column::certificate)
            .toArray(Column<?>[]::new);

    private final int limit;
    private final FieldProblems problems;
    private final FieldOutput out = new FieldOutput(256);
    private final FieldText text = new FieldText();

    WrittenFields(int limit, Reporter reporter) {
        this.limit = limit;
        problems = new FieldProblems(reporter, CERTIFICATES[0].field());
    }

    /** Checks the texts of a row. Returns whether there was nothing to report. */
    boolean check(MigrationAuthorisationRow row) {
        boolean sound = true;
        for (Column<?> column : CERTIFICATES) {
            if (column.isSuspect(row, limit)) {
                out.truncate(0);
                column.write(row, out);
                text.set(out.array(), 0, out.size());
                column.check(text, limit, problems);
                sound &= !problems.any();
            }
        }
        return sound;
    }
}
