package uk.smets.mam.csv.internal.document;

import org.jspecify.annotations.Nullable;
import uk.smets.mam.csv.internal.scan.RecordScanner;
import uk.smets.mam.csv.internal.table.Column;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;
import uk.smets.mam.csv.internal.table.RowDraft;
import uk.smets.mam.model.internal.field.FieldGuard;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.field.RecentValues;
import uk.smets.mam.model.internal.finding.Reporter;

/** Decodes the fields of a record into the row, each by its {@link Column}; those that repeat the previous row are skipped. */
final class RowDecoder {
    private static final long ALL = (1L << MigrationAuthorisationTable.BODY.size()) - 1;

    /** A column, with its recent values if they are likely to repeat. */
    private record ColumnReader<T>(
            Column<T> column, @Nullable RecentValues<T> recent) {
        static <T> ColumnReader<T> of(Column<T> column) {
            return new ColumnReader<>(column, column.certificate() ? new RecentValues<>() : null);
        }

        void read(FieldText text, RowDraft draft, int limit, FieldProblems problems) {
            if (recent == null) {
                column.read(text, draft, limit, problems);
            } else {
                column.read(text, draft, limit, problems, recent);
            }
        }
    }

    private final ColumnReader<?>[] readers =
            MigrationAuthorisationTable.BODY.stream().map(ColumnReader::of).toArray(ColumnReader<?>[]::new);

    private final RecordScanner scanner;
    private final int fieldLimit;
    private final FieldProblems problems;
    private final FieldText text = new FieldText();
    private final RowDraft draft = new RowDraft();

    private long decodedLine;
    /** Fields with problems, which are reported again if they repeat. */
    private long troubled;

    RowDecoder(RecordScanner scanner, int fieldLimit, Reporter reporter) {
        this.scanner = scanner;
        this.fieldLimit = fieldLimit;
        problems = new FieldProblems(reporter, readers[0].column().field());
    }

    /** Returns the row that was read last. */
    RowDraft decoded() {
        return draft;
    }

    /** Decodes the current record, which has a field for each column. */
    RowDraft decode() {
        long changed = scanner.line() == decodedLine + 1 ? scanner.fields().changed() | troubled : ALL;
        long unreadable = scanner.fields().unreadable();
        for (long left = changed; left != 0; left &= left - 1) {
            int index = Long.numberOfTrailingZeros(left);
            decode(index, (unreadable & 1L << index) == 0);
        }
        decodedLine = scanner.line();
        draft.complete();
        return draft;
    }

    private void decode(int index, boolean readable) {
        ColumnReader<?> reader = readers[index];
        scanner.text(index, text);
        draft.given(index, text.length() > 0 || !readable);
        problems.moveTo(reader.column().field());
        if (readable) {
            reader.read(text, draft, fieldLimit, problems);
        } else {
            FieldGuard.checkCharacters(text, problems);
            reader.column().set().accept(draft, null);
        }
        troubled = problems.any() || !readable ? troubled | 1L << index : troubled & ~(1L << index);
    }
}
