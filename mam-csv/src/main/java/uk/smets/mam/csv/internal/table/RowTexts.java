package uk.smets.mam.csv.internal.table;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.finding.Reporter;

/** The texts of the fields of a row in memory, as they would appear in a file. */
public final class RowTexts implements Reporter.FieldTexts {
    private @Nullable MigrationAuthorisationRow row;

    public void moveTo(MigrationAuthorisationRow next) {
        row = next;
    }

    @Override
    public String of(int number) {
        FieldOutput out = new FieldOutput(64);
        if (row != null) {
            MigrationAuthorisationTable.BODY.get(number - 1).write(row, out);
        }
        return new String(out.array(), 0, out.size(), StandardCharsets.US_ASCII);
    }
}
