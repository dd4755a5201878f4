package uk.smets.mam.csv.internal.diagnosis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.csv.internal.lenient.Delimiters;
import uk.smets.mam.csv.internal.lenient.LenientRecords;
import uk.smets.mam.csv.internal.lenient.Lines;
import uk.smets.mam.csv.internal.lenient.RecordCutter;
import uk.smets.mam.csv.internal.table.Column;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;
import uk.smets.mam.csv.internal.table.RowDraft;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.FieldGuard;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.finding.Reporter;

/**
 * Reads a line of the body that does not have the form of a row as the repair would, to find the cause, whether it is repairable, and
 * the other problems of the row.
 */
public final class OddRow {
    private static final Column<?>[] COLUMNS = MigrationAuthorisationTable.BODY.toArray(Column<?>[]::new);

    private final int fieldLimit;
    private final Reporter reporter;
    private final FieldProblems problems;
    private final RowDraft draft = new RowDraft();
    private final FieldText text = new FieldText();
    private final Map<Character, LenientRecords> cutters = new HashMap<>();
    private char delimiter = ',';
    private LenientRecords record;
    private Lines.@Nullable Line next;
    private char reported = ',';
    private boolean commas;

    public OddRow(int fieldLimit, Reporter reporter) {
        this.fieldLimit = fieldLimit;
        this.reporter = reporter;
        problems = new FieldProblems(reporter, COLUMNS[0].field());
        record = new LenientRecords(this::take, delimiter, fieldLimit, true);
        cutters.put(delimiter, record);
    }

    private Lines.@Nullable Line take() {
        Lines.Line taken = next;
        next = null;
        return taken;
    }

    /** Moves to a line. */
    public void moveTo(String line) throws IOException {
        cut(line, ',');
        if (isRow()) {
            return;
        }
        List<Character> others = Delimiters.choices()
                .filter(each ->
                        each != ',' && line.chars().filter(c -> c == each).count() >= COLUMNS.length - 1)
                .toList();
        if (!others.isEmpty()) {
            // Most files have one delimiter throughout, so that readers are reused.
            cut(line, others.size() == 1 ? others.get(0) : Delimiters.ofBody(List.of(line), fieldLimit));
            if (delimiter != ',' && !Delimiters.isRow(record, COLUMNS.length)) {
                cut(line, ',');
            }
        }
    }

    private void cut(String line, char by) throws IOException {
        delimiter = by;
        record = cutters.computeIfAbsent(by, each -> new LenientRecords(this::take, each, fieldLimit, true));
        next = new Lines.Line(reporter.line(), line, false);
        if (!record.next()) {
            throw new IllegalStateException("a line is a record");
        }
    }

    /** Returns a description of the line if it is recognisably not a row. */
    public Optional<StrayLine> stray() {
        return isReadable() ? StrayLine.inBody(StrayLine.cells(record)) : Optional.empty();
    }

    private boolean isReadable() {
        return record.problem() == RecordCutter.Problem.NONE;
    }

    /** Returns whether the repair finds all fields of a row in the line. */
    public boolean isRow() {
        return isReadable()
                && record.count() >= COLUMNS.length
                && record.used() <= COLUMNS.length
                && record.quotes().unbalanced().isEmpty();
    }

    /** Returns whether the row has no value. */
    public boolean isEmpty() {
        return isReadable() && record.used() == 0;
    }

    /** Reports a repairable cause of the wrong number of fields. Returns false if the quotes are the cause. */
    public boolean reportShape(int count, FieldText line) {
        if (record.isWrapped()) {
            cause("the whole row is quoted as one value: quote only values that contain a comma");
        } else if (delimiter != ',') {
            reportDelimiter();
        } else if (!record.quotes().typographic().isEmpty()) {
            FieldGuard.checkCharacters(line, reporter, true);
        } else if (record.count() == count && isSound()) {
            cause("a row has " + COLUMNS.length + " fields, but this one has " + count + ", the last of them "
                    + "empty: remove the commas after field " + COLUMNS.length);
        } else {
            return false;
        }
        return true;
    }

    /** Returns whether the first fields are those of a row; otherwise a comma within a value may have shifted them. */
    private boolean isSound() {
        return isSound((1L << COLUMNS.length) - 1, true);
    }

    /**
     * Returns whether the repair accepts the values of some fields.
     *
     * @param fields the fields, one bit each
     */
    public boolean isRepairable(long fields) {
        return isRow() && isSound(fields, false);
    }

    private boolean isSound(long fields, boolean asTheyAre) {
        boolean[] error = {false};
        Reporter silent = new Reporter(
                "",
                ValidationOptions.defaults(),
                true,
                (rule, severity, repairable, finding) ->
                        error[0] |= severity == Severity.ERROR && (asTheyAre || !repairable),
                number -> "");
        decode(fields, new FieldProblems(silent, COLUMNS[0].field()));
        return !error[0];
    }

    /** Notes that a row is delimited by commas; the repair then uses commas for the whole file. */
    public void noteCommas() {
        commas = true;
    }

    private void reportDelimiter() {
        if (delimiter != reported) {
            // The repair uses one delimiter for the whole file.
            boolean repairable = !commas && reported == ',';
            reported = delimiter;
            reporter.line(
                    Rule.FIELD_COUNT,
                    Rule.FIELD_COUNT.severity(),
                    reporter.line(),
                    repairable,
                    "the delimiter is " + Delimiters.name(delimiter) + " from here on: use commas, and quote "
                            + "values that contain one");
        }
    }

    private void cause(String message) {
        reporter.line(Rule.FIELD_COUNT, Rule.FIELD_COUNT.severity(), reporter.line(), true, message);
    }

    /** Decodes the fields. */
    public RowDraft decode() {
        return decode(-1L, problems);
    }

    private RowDraft decode(long fields, FieldProblems into) {
        for (int i = 0; i < COLUMNS.length; i++) {
            if ((fields >> i & 1) == 0) {
                continue;
            }
            byte[] bytes = record.field(i).getBytes(StandardCharsets.UTF_8);
            text.set(bytes, 0, bytes.length);
            draft.given(i, bytes.length > 0);
            into.moveTo(COLUMNS[i].field());
            COLUMNS[i].read(text, draft, fieldLimit, into);
        }
        draft.complete();
        return draft;
    }

    /** Returns the text of a field, from 1. */
    public String of(int number) {
        return record.field(number - 1);
    }
}
