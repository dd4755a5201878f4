package uk.smets.mam.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.FieldGuard;
import uk.smets.mam.model.internal.FieldProblems;
import uk.smets.mam.model.internal.FieldText;
import uk.smets.mam.model.internal.Reporter;

/**
 * Reads a line of the body that has not the shape of a row as the repair reads it: so the cause is known, whether it can be undone, and
 * what else is wrong with the row.
 */
final class OddRow {
    private static final Column<?>[] COLUMNS = MigrationAuthorisationTable.BODY.toArray(Column<?>[]::new);

    private final int fieldLimit;
    private final Reporter reporter;
    private final FieldProblems problems;
    private final RowDraft draft = new RowDraft();
    private final FieldText text = new FieldText();
    private char delimiter = ',';
    private LenientRecords record;
    private Lines.@Nullable Line next;
    private boolean delimiterReported;

    OddRow(int fieldLimit, Reporter reporter) {
        this.fieldLimit = fieldLimit;
        this.reporter = reporter;
        problems = new FieldProblems(reporter, COLUMNS[0].field());
        record = new LenientRecords(this::take, delimiter, fieldLimit, true);
    }

    private Lines.@Nullable Line take() {
        Lines.Line taken = next;
        next = null;
        return taken;
    }

    /** Moves to a line. */
    void moveTo(String line) throws IOException {
        cut(line);
        if (!isRow() && delimiter == ',' && mayHaveOtherDelimiter(line)) {
            char other = Delimiters.ofBody(List.of(line), fieldLimit);
            if (other != ',') {
                // A file has one: from the first such row on.
                delimiter = other;
                record = new LenientRecords(this::take, delimiter, fieldLimit, true);
                cut(line);
            }
        }
    }

    private void cut(String line) throws IOException {
        next = new Lines.Line(reporter.line(), line, false);
        if (!record.next()) {
            throw new IllegalStateException("a line is a record");
        }
    }

    private static boolean mayHaveOtherDelimiter(String line) {
        return Delimiters.choices()
                .anyMatch(each ->
                        each != ',' && line.chars().filter(c -> c == each).count() >= COLUMNS.length - 1);
    }

    /** What the line is, where it says itself that it is no row. */
    Optional<StrayLine> stray() {
        return isReadable() ? StrayLine.inBody(StrayLine.cells(record)) : Optional.empty();
    }

    private boolean isReadable() {
        return record.problem() == RecordCutter.Problem.NONE;
    }

    /** Whether the repair finds all fields of a row in the line, each with its value. */
    boolean isRow() {
        return isReadable()
                && record.count() >= COLUMNS.length
                && record.used() <= COLUMNS.length
                && record.quotes().unbalanced().isEmpty();
    }

    /** Whether the row holds delimiters and no value. */
    boolean isEmpty() {
        return isReadable() && record.count() > 1 && record.used() == 0;
    }

    /** Reports why the row has another number of fields than it should, where that can be undone; false where its quotes are the cause. */
    boolean reportShape(int count, FieldText line) {
        if (record.isWrapped()) {
            cause("the whole row is in quotes, and so one value: quote only a value that holds a comma");
        } else if (delimiter != ',') {
            reportDelimiter();
        } else if (!record.quotes().typographic().isEmpty()) {
            FieldGuard.checkCharacters(line, reporter, true);
        } else if (record.count() == count && isSound()) {
            cause("a row has " + COLUMNS.length + " fields, and this has " + count
                    + ", of which the last are empty: remove the commas after field " + COLUMNS.length);
        } else {
            return false;
        }
        return true;
    }

    /** Whether the first fields are those of a row: otherwise a comma of a value may have moved them. */
    private boolean isSound() {
        boolean[] error = {false};
        Reporter silent = new Reporter(
                "",
                ValidationOptions.defaults(),
                true,
                (rule, severity, repairable, finding) -> error[0] |= severity == Severity.ERROR,
                number -> "");
        decode(new FieldProblems(silent, COLUMNS[0].field()));
        return !error[0];
    }

    private void reportDelimiter() {
        if (!delimiterReported) {
            delimiterReported = true;
            cause("the fields are separated by " + Delimiters.name(delimiter)
                    + " from here on: separate them by comma, and quote a value that holds one");
        }
    }

    private void cause(String message) {
        reporter.line(Rule.FIELD_COUNT, Rule.FIELD_COUNT.severity(), reporter.line(), true, message);
    }

    /** Reads the fields. */
    RowDraft decode() {
        return decode(problems);
    }

    private RowDraft decode(FieldProblems into) {
        for (int i = 0; i < COLUMNS.length; i++) {
            byte[] bytes = record.field(i).getBytes(StandardCharsets.UTF_8);
            text.set(bytes, 0, bytes.length);
            draft.given(i, bytes.length > 0);
            into.moveTo(COLUMNS[i].field());
            COLUMNS[i].read(text, draft, fieldLimit, into);
        }
        draft.complete();
        return draft;
    }

    /** The text of a field, from 1. */
    String of(int number) {
        return record.field(number - 1);
    }
}
