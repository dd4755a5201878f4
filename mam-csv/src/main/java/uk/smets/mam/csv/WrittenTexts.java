package uk.smets.mam.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.FieldOutput;
import uk.smets.mam.model.internal.FieldProblems;
import uk.smets.mam.model.internal.FieldText;
import uk.smets.mam.model.internal.Reporter;

/**
 * Checks the texts that a row in memory has in a file as a reader of that file will. Only certificates have values whose text may break a
 * rule of any text: it may be padded, too long, or as a spreadsheet leaves it.
 */
final class WrittenTexts {
    private static final List<Column<?>> CERTIFICATES = MigrationAuthorisationTable.BODY.stream()
            .<Column<?>>map(column -> column)
            .filter(Column::certificate)
            .toList();

    private final int fieldLimit;
    private final FieldProblems problems;
    private final FieldOutput written = new FieldOutput(256);
    private final FieldText text = new FieldText();
    private final RowDraft draft = new RowDraft();
    private @Nullable CertificateIds sound;

    WrittenTexts(ValidationOptions options, Reporter reporter) {
        fieldLimit = options.fieldLimit();
        problems = new FieldProblems(reporter, CERTIFICATES.get(0).field());
    }

    /** Reports what a reader of the row's certificates will; answers whether that is nothing. */
    boolean check(MigrationAuthorisationRow row) {
        if (row.certificateIds().equals(sound)) {
            return true;
        }
        boolean any = false;
        for (Column<?> column : CERTIFICATES) {
            written.truncate(0);
            column.write(row, written);
            if (written.size() > 0) {
                text.set(written.array(), 0, written.size());
                problems.moveTo(column.field());
                column.read(text, draft, fieldLimit, problems);
                any |= problems.any();
            }
        }
        sound = any ? sound : row.certificateIds();
        return !any;
    }
}
