package uk.smets.mam.csv;

import uk.smets.mam.model.internal.FieldProblems;
import uk.smets.mam.model.internal.FieldText;
import uk.smets.mam.model.internal.Reporter;

/** Reads the fields of a record into the row, each by its {@link Column}; those that repeat the row before are left alone. */
final class RowDecoder {
    private static final Column<?>[] COLUMNS = MigrationAuthorisationTable.BODY.toArray(Column<?>[]::new);
    private static final long ALL = (1L << COLUMNS.length) - 1;

    private final RecordScanner scanner;
    private final int fieldLimit;
    private final FieldProblems problems;
    private final FieldText text = new FieldText();
    private final RowDraft draft = new RowDraft();

    private long decodedLine;
    /** Fields that something was said about: it is said again where they repeat. */
    private long troubled;

    RowDecoder(RecordScanner scanner, int fieldLimit, Reporter reporter) {
        this.scanner = scanner;
        this.fieldLimit = fieldLimit;
        problems = new FieldProblems(reporter, COLUMNS[0].field());
    }

    /** The row that was read last. */
    RowDraft decoded() {
        return draft;
    }

    /** Reads the current record, which has as many fields as there are columns. */
    RowDraft decode() {
        long changed = scanner.line() == decodedLine + 1 ? scanner.fields().changed() | troubled : ALL;
        long unreadable = scanner.unreadable();
        for (long left = changed; left != 0; left &= left - 1) {
            int index = Long.numberOfTrailingZeros(left);
            decode(index, (unreadable & 1L << index) == 0);
        }
        decodedLine = scanner.line();
        draft.complete();
        return draft;
    }

    private void decode(int index, boolean readable) {
        Column<?> column = COLUMNS[index];
        scanner.text(index, text);
        draft.given(index, text.length() > 0 || !readable);
        problems.moveTo(column.field());
        if (readable) {
            column.read(text, draft, fieldLimit, problems);
        } else {
            column.set().accept(draft, null);
        }
        troubled = problems.any() || !readable ? troubled | 1L << index : troubled & ~(1L << index);
    }
}
